"""What each command does. Every handler prints its answer and returns the exit code."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from papi_metrics.charts.frames import records
from papi_metrics.command import dates, json_form, leaving, meetings, past, returns, scores, targets
from papi_metrics.command.output import (
    BLOCKED,
    FINE,
    UNREADABLE,
    WRONG_CALL,
    RefusedError,
    answer,
    plan_in_period,
    refuse,
)
from papi_metrics.model.finding import UnreadableFileError
from papi_metrics.model.plan import Plan
from papi_metrics.services import changes, figures, plans, sample, undoing
from papi_metrics.services.columns import ColumnTwiceError, ColumnUnknownError, RoleTakenError
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.services.stores import AlreadyRevokedError, Store, StoreError, UnknownEntryError
from papi_metrics.wording import columns as column_words
from papi_metrics.wording import command as words
from papi_metrics.wording import files as file_words
from papi_metrics.wording import measure_lines
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import store as store_words
from papi_metrics.wording.labels import dimension
from papi_metrics.wording.rows import LEAD_UNKNOWN

# What `measures --by task` and `--by commitment` print of each row, as documented.
TASK_COLUMNS = [
    *("key", "section", "dimension", "number", "content", "lead", "deadline_kind", "due", "next_due"),
    *("state", "due_soon", "done", "applies"),
    *("on_time", "done_on", "days_late", "days_left", "owes", "reported", "evidenced", "status", "percent", "copied"),
]
COMMITMENT_COLUMNS = [
    *("key", "block", "number", "content", "lead", "target_kind", "comparator", "target_value", "target_unit", "due"),
    *("numerator", "denominator", "actual", "finality", "figure_as_of", "gap", "attainment", "pace", "quarters_left"),
    "state",
]


def run(call: Namespace, now: datetime) -> int:
    """Carry out one parsed call; ``now`` is written into the ledger. Returns the exit code."""
    try:
        return HANDLERS[call.command](call, now)
    except RefusedError as refusal:
        return refuse(refusal.line, refusal.code)
    except UnreadableFileError as fault:
        return refuse(file_words.unreadable(fault.code, fault.details), UNREADABLE)
    except (UnknownEntryError, AlreadyRevokedError) as fault:
        return refuse(store_words.sentence(fault.code), WRONG_CALL)
    except SettingRefusedError as fault:
        return refuse(catalogue_words.problems(fault.problems), WRONG_CALL)
    except StoreError as fault:
        return refuse(store_words.sentence(fault.code, str(getattr(call, "store", ""))), UNREADABLE)
    except ColumnUnknownError as fault:
        places = ", ".join(fault.known) or words.NO_COLUMNS
        return refuse(words.COLUMN_UNKNOWN.format(place=fault.place, places=places), WRONG_CALL)
    except ColumnTwiceError as fault:
        return refuse(words.COLUMN_TWICE.format(place=fault.place), WRONG_CALL)
    except RoleTakenError as fault:
        return refuse(column_words.taken(fault.place, fault.role), WRONG_CALL)
    except NotAcceptedError:
        return refuse(words.SAMPLE_REFUSED, BLOCKED)
    except plans.PlanUnknownError as fault:
        known = ", ".join(fault.known) or words.NO_PLANS
        return refuse(words.PLAN_UNKNOWN.format(plan=fault.plan, plans=known), WRONG_CALL)
    except plans.PlanExistsError as fault:
        return refuse(words.PLAN_EXISTS.format(plan=fault), WRONG_CALL)


def _plans(call: Namespace, now: datetime) -> int:
    if call.action == "add":
        return _add_plan(call, now)
    with Store.open(call.store, create=False) as store:
        names = {item.id: item.name for item in store.organisations()}
        listed = [
            {"id": item.id, "org": names.get(item.org, item.org), "year": item.year, "title": item.title}
            for item in store.plans()
        ]
    answer(call, listed, [f"{row['id']}  {row['year']}  {row['org']}  {row['title']}" for row in listed])
    return FINE


def _add_plan(call: Namespace, now: datetime) -> int:
    with Store.open(call.store) as store:
        if store.plan(call.id) is not None:
            raise plans.PlanExistsError(call.id)
        organisation = plans.organisation_named(store, call.org, made_at=now, made_by=call.by)
        plan = Plan(call.id, organisation.id, call.year, call.title)
        plans.add_plan(store, plan, made_at=now, made_by=call.by)
    added = {"id": plan.id, "org": organisation.name, "year": plan.year, "title": plan.title}
    answer(call, added, [words.PLAN_ADDED.format(plan=plan.id)])
    return FINE


def _imports(call: Namespace, _now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        entries = store.imports()
    listed = [
        {
            "import": entry.no,
            "at": entry.made_at.isoformat(sep=" ", timespec="seconds"),
            "by": entry.made_by,
            "plan": entry.plan,
            "period": entry.period,
            "received": entry.received_on.isoformat() if entry.received_on else None,
            "file": entry.file_name,
            "sha256": entry.sha256,
            "illustrative": entry.illustrative,
            "revoked": entry.revoked,
            "reason": entry.protocol.reason,
        }
        for entry in entries
    ]
    lines = [f"{row['import']}  {row['at']}  {row['plan']}  {row['period'] or ''}  {row['file']}" for row in listed]
    answer(call, listed, lines)
    return FINE


def _settings(call: Namespace, _now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        listed = [
            {
                "entry": entry.no,
                "at": entry.made_at.isoformat(sep=" ", timespec="seconds"),
                "by": entry.made_by,
                "plan": entry.plan,
                "org": entry.org,
                "what": history_words.summary(changes.changes(store, entry)),
                "revoked": entry.revoked,
            }
            for entry in store.settings()
        ]
    answer(call, listed, [f"{row['entry']}  {row['at']}  {row['by']}  {row['what']}" for row in listed])
    return FINE


def _revoke(call: Namespace, now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        number = undoing.undo(store, call.number, reason=call.reason, made_at=now, made_by=call.by)
    answer(
        call,
        {"revoked": call.number, "entry": number},
        [words.REVOKED.format(target=call.number, number=number)],
    )
    return FINE


def _sample(call: Namespace, now: datetime) -> int:
    with Store.open(call.store) as store:
        if call.if_empty and not sample.is_empty(store):
            answer(call, {"files": 0}, [words.SAMPLE_KEPT])
            return FINE
        count = sample.load_sample(store, made_at=now, real_only=call.real_only)
    answer(call, {"files": count}, [words.SAMPLE_LOADED.format(count=count)])
    return FINE


def _state(call: Namespace, _now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        digest = store.state_hash()
    answer(call, {"hash": digest}, [digest])
    return FINE


def _measures(call: Namespace, _now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call)
        names = plans.unit_names(store.units(plan.org))
        as_of = call.as_of or figures.default_as_of(call.period)
        match call.by:
            case "task":
                frame = figures.task_states(store, plan.id, call.period, as_of)[TASK_COLUMNS]
            case "commitment":
                frame = figures.commitment_states(store, plan.id, call.period, as_of)[COMMITMENT_COLUMNS]
            case by:
                frame = figures.measure_rows(store, plan.id, call.period, as_of, by)
    rows = records(frame)
    answer(call, [json_form.plain(row) for row in rows], [_measure_line(row, call.by, names) for row in rows])
    return FINE


def _measure_line(row: dict[str, Any], by: str, names: Mapping[str, str]) -> str:
    match by:
        case "plan":
            return measure_lines.measure(row)
        case "dimension":
            return measure_lines.measure(row, dimension(row["dimension"]))
        case "unit":
            return measure_lines.measure(row, names.get(row["unit"], row["unit"]) or LEAD_UNKNOWN)
    return measure_lines.row(row, names)


def _backup(call: Namespace, _now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        try:
            store.backup(call.out)
        except FileExistsError as fault:
            raise RefusedError(words.BACKUP_EXISTS.format(name=call.out), UNREADABLE) from fault
        except OSError as fault:
            raise RefusedError(
                words.OUT_DENIED.format(name=call.out, reason=words.reason(fault)), UNREADABLE
            ) from fault
    print(words.WRITTEN.format(name=call.out.name))
    return FINE


HANDLERS: dict[str, Callable[[Namespace, datetime], int]] = {
    "check": returns.check,
    "import": returns.load,
    "templates": returns.make_templates,
    "answer": returns.make_answer,
    "plans": _plans,
    "imports": _imports,
    "settings": _settings,
    "history": past.history,
    "compare": past.compare,
    "log": past.log,
    "revoke": _revoke,
    "sample": _sample,
    "state": _state,
    "measures": _measures,
    "summary": leaving.summary,
    "figures": leaving.figures,
    "report": leaving.report,
    "deck": leaving.deck,
    "brief": leaving.brief,
    "charts": leaving.charts,
    "decisions": meetings.run,
    "scores": scores.run,
    "targets": targets.run,
    "board": dates.board,
    "remind": dates.remind,
    "calendar": dates.calendar,
    "backup": _backup,
}
