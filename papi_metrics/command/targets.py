"""What a plan wants of the official PAPI scores: listed beside them, and set."""

from argparse import Namespace
from datetime import date, datetime
from typing import Any

from papi_metrics.command.json_form import plain
from papi_metrics.command.output import FINE, WRONG_CALL, RefusedError, answer
from papi_metrics.model.target import PapiTarget
from papi_metrics.services import papi_standing, settings
from papi_metrics.services.papi_standing import Row, Standing
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import papi_targets as target_words
from papi_metrics.wording.scores import part_title

_FIELDS = ("score", "rank", "of", "group", "group_source", "threshold", "papi_gap")


def run(call: Namespace, now: datetime) -> int:
    """List the dimensions of a plan with their targets, or set targets."""
    return _set(call, now) if call.action == "set" else _list(call, call.as_of or now.date())


def _list(call: Namespace, as_of: date) -> int:
    with Store.open(call.store, create=False) as store:
        found = papi_standing.standing(store, call.plan, as_of)
        targets = store.papi_targets(call.plan)
    beside = {part: found.of(part) for part in settings.PARTS}
    listed = [_row(part, targets.get(part), beside[part], found) for part in settings.PARTS]
    lines = [_line(part, targets.get(part), beside[part]) for part in settings.PARTS]
    head = target_words.NO_SCORES_OUT if found.year is None else target_words.score_year(found.year)
    answer(call, listed, [head, *lines])
    return FINE


def _row(part: str, target: PapiTarget | None, row: Row | None, found: Standing) -> dict[str, Any]:
    return {
        "dimension": int(part),
        "target": target.text if target else None,
        "kind": plain(target.kind) if target else None,
        "value": plain(target.value) if target else None,
        "target_group": plain(target.group) if target else None,
        "score_year": found.year,
        **{name: row[name] if row else None for name in _FIELDS},
        "met": target_words.is_met(row) if row else None,
    }


def _line(part: str, target: PapiTarget | None, row: Row | None) -> str:
    said = [f"{part_title(part)}: {target.text if target else target_words.NO_TARGET}"]
    if row is not None:
        said.append(target_words.score(row["score"]))
        if target is not None:
            said.append(target_words.gap_told(row))
    return "; ".join(said)


def _set(call: Namespace, now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        plan = plan_of(store, call.plan)
        wanted: dict[str, PapiTarget | None]
        if call.from_plan:
            proposed = settings.proposed_targets(store, plan.id)
            if proposed is None:
                raise RefusedError(words.NO_TARGETS_IN_PLAN.format(plan=plan.id), WRONG_CALL)
            wanted = {**proposed[0]}
        else:
            wanted = settings.papi_targets_of({call.dimension: call.target})
        number = settings.save_papi_targets(store, plan.id, wanted, made_at=now, made_by=call.by)
    line = words.TARGETS_SET.format(count=len(wanted), number=number) if number else words.UNCHANGED
    answer(call, {"entry": number}, [line])
    return FINE
