"""What a plan wants of the official PAPI scores of its year, dimension by dimension."""

from collections.abc import Mapping
from datetime import datetime

from papi_metrics.intake.phrases.papi_target import group_of_every_part, parse_papi_target
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.target import PapiTarget, PapiTargetKind
from papi_metrics.services.settings.problems import ChangedMeanwhileError, Problem, SettingRefusedError
from papi_metrics.store import Store
from papi_metrics.wording import scores as score_words

PARTS = tuple(str(number) for number in range(1, 9))
"""The dimensions, as the parts of a score are called."""

Targets = Mapping[str, PapiTarget | None]


def papi_targets_of(texts: Mapping[str, str]) -> dict[str, PapiTarget | None]:
    """Read the target of each dimension; "" is none. Raises SettingRefusedError with every one that cannot be read."""
    found: dict[str, PapiTarget | None] = {}
    problems = []
    for part, text in texts.items():
        try:
            found[part] = parse_papi_target(text) if text.strip() else None
        except PhraseProblem as fault:
            details = {"value": fault.value, "part": score_words.part_named(part)}
            problems.append(Problem(fault.code, details))
    if problems:
        raise SettingRefusedError(problems)
    return found


def save_papi_targets(
    store: Store, plan: str, wanted: Targets, *, made_at: datetime, made_by: str = "", seen: Targets | None = None
) -> int | None:
    """Put the targets that differ; None when none does, else the number of the entry. A target of None takes it away.

    ``seen`` is what the form was drawn from: what was left as it was drawn is not said again, so that two people may
    set different dimensions. Raises ChangedMeanwhileError where both changed the same one.
    """
    with store.transaction():
        stored = store.papi_targets(plan)
        drawn = stored if seen is None else seen
        mine = {part: target for part, target in wanted.items() if drawn.get(part) != target}
        differing = {part: target for part, target in mine.items() if stored.get(part) != target}
        moved = [part for part in differing if stored.get(part) != drawn.get(part)]
        if moved:
            raise ChangedMeanwhileError({part: stored.get(part) for part in moved})
        if not differing:
            return None
        return store.save_papi_targets(plan, differing, made_at=made_at, made_by=made_by)


def proposed_targets(store: Store, plan: str, version: int | None = None) -> tuple[dict[str, PapiTarget], str] | None:
    """Return the targets that the plan's own text sets for every dimension, with the paragraph that says so.

    None where no paragraph does. Nothing is saved: a person takes it.
    """
    found = group_of_every_part(store.plan_text(plan, version))
    if found is None:
        return None
    group, paragraph = found
    target = PapiTarget(PapiTargetKind.GROUP, score_words.at_least(group), group=group)
    return dict.fromkeys(PARTS, target), paragraph
