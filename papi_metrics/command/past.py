"""What was: the history of one row, two versions of a file, and everything that ever happened."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from papi_metrics.command.json_form import plain, record
from papi_metrics.command.output import FINE, UNREADABLE, WRONG_CALL, RefusedError, answer, write
from papi_metrics.model.difference import Difference
from papi_metrics.model.ledger import Rejection
from papi_metrics.model.log import Event
from papi_metrics.model.template import RowKey
from papi_metrics.model.version import Version
from papi_metrics.services import log as log_service
from papi_metrics.services import versions
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.services.tracing import FieldChange, RowAmbiguousError, RowUnknownError, Told, row_history
from papi_metrics.wording import command as words
from papi_metrics.wording import form, labels, page_entering, page_update
from papi_metrics.wording import log as log_words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording.findings import day_first
from papi_metrics.wording.labels import FIELDS
from papi_metrics.wording.page_update import moment


def history(call: Namespace, _now: datetime) -> int:
    """Print who said what of one task or commitment, when, and what stood before."""
    with Store.open(call.store, create=False) as store:
        if call.plan is not None:
            plan_of(store, call.plan)
        try:
            found = row_history(store, call.task, call.plan)
        except RowUnknownError:
            raise RefusedError(words.ROW_UNKNOWN.format(key=call.task), WRONG_CALL) from None
        except RowAmbiguousError as fault:
            line = words.ROW_IN_SEVERAL.format(key=call.task, plans=", ".join(fault.plans))
            raise RefusedError(line, WRONG_CALL) from None
    listed = [line for told in found for line in _lines(told)]
    answer(call, listed, [_printed(told, change) for told in found for change in told.changes])
    return FINE


def log(call: Namespace, _now: datetime) -> int:
    """Write everything that ever happened as a CSV, or print it."""
    with Store.open(call.store, create=False) as store:
        found = log_service.events(store)
        if call.out is not None:
            write(call, call.out, log_service.csv_of(found))
    if call.json or call.out is None:
        answer(call, [_event(event) for event in found], [_event_line(event) for event in found])
    else:
        print(words.WRITTEN.format(name=call.out.name))
    return FINE


def _event(event: Event) -> dict[str, Any]:
    return {
        "entry": event.no,
        "event": event.kind.value,
        "at": event.made_at.isoformat(sep=" ", timespec="seconds"),
        "by": event.made_by,
        "plan": event.plan,
        "period": event.period.code if event.period else None,
        "unit": event.unit,
        "version": event.version,
        "received": plain(event.received_on),
        "file": event.file_name or None,
        "sha256": event.sha256 or None,
        "what": event.subject,
        "place": event.place,
        "old": event.old,
        "new": event.new,
        "reason": event.reason,
        "targets": list(event.targets),
    }


def _event_line(event: Event) -> str:
    changed = " → ".join(day_first(text) for text in (event.old, event.new) if text)
    said = (event.plan or "", event.period.code if event.period else "", event.unit_name, event.file_name)
    parts = (
        *(form.number(event.no), moment(event.made_at), event.made_by, log_words.EVENTS[event.kind], *said),
        *(event.subject, event.place, changed, event.reason),
    )
    return "  ".join(" ".join(part.split()) for part in parts if part)


def compare(call: Namespace, _now: datetime) -> int:
    """Print what two versions of a return or of a plan's file differ in."""
    with Store.open(call.store, create=False) as store:
        try:
            found = versions.compare(store, call.first, call.second)
        except versions.NotComparableError:
            raise RefusedError(history_words.NOT_COMPARABLE, WRONG_CALL) from None
        except versions.NoOriginalError as fault:
            raise RefusedError(history_words.NO_ORIGINAL_OF.format(number=fault.number), UNREADABLE) from None
    parts = zip(("task", "commitment", "task", "commitment"), found.differences, strict=True)
    rows = [row for of, difference in parts for row in _rows(of, difference)]
    narratives = [{"dimension": item.dimension, "old": item.old, "new": item.new} for item in found.narratives]
    document = {
        "old": _version(found.old),
        "new": _version(found.new),
        "rows": rows,
        "same": sum(len(difference.same) for difference in found.differences),
        "narratives": narratives,
    }
    lines = [line for of in found.differences for line in _row_lines(of)]
    lines += [f"{labels.dimension(item.dimension)}: {item.old} → {item.new}" for item in found.narratives]
    answer(call, document, lines or [history_words.COMPARED_SAME])
    return FINE


def _version(version: Version) -> dict[str, Any]:
    entry = version.entry
    return {
        "entry": entry.no,
        "version": version.number,
        "of": version.of.value,
        "plan": entry.plan,
        "period": str(entry.period) if entry.period else None,
        "unit": entry.sender,
        "file": entry.file_name,
        "sent_back": isinstance(entry, Rejection),
        "revoked": entry.revoked,
    }


def _rows(of: str, difference: Difference[Any]) -> list[dict[str, Any]]:
    def row(what: str, key: str, old: Any, new: Any, fields: tuple[str, ...] = ()) -> dict[str, Any]:
        split = RowKey.parse(key)
        said = {"of": of, "what": what, "key": split.key, "unit": split.unit, "fields": list(fields)}
        return said | {"old": record(old) if old else None, "new": record(new) if new else None}

    return [
        *(row("changed", item.key, item.old, item.new, item.fields) for item in difference.changed),
        *(row("gone", item.key, item.record, None) for item in difference.gone),
        *(row("new", item.key, None, item.record) for item in difference.new),
    ]


def _row_lines(difference: Difference[Any]) -> list[str]:
    changed = [
        f"{page_update.CHANGED}  {_named(item.new)}  {FIELDS.get(name, name)}: "
        f"{page_update.value(getattr(item.old, name), {})} → {page_update.value(getattr(item.new, name), {})}"
        for item in difference.changed
        for name in item.fields
    ]
    gone = [f"{history_words.NO_MORE}  {_named(item.record)}" for item in difference.gone]
    return [*changed, *gone, *(f"{page_update.NEW}  {_named(item.record)}" for item in difference.new)]


def _named(record: Any) -> str:
    place = getattr(record, "place", record)
    return f"{place.number} {place.content}".strip()


def _lines(told: Told) -> list[dict[str, Any]]:
    heard = told.heard
    return [
        {
            "import": heard.entry,
            "at": heard.made_at.isoformat(sep=" ", timespec="seconds"),
            "by": heard.made_by,
            "received": plain(heard.received_on),
            "period": heard.period,
            "unit": heard.unit,
            "file": told.file_name,
            "sheet": change.cell.sheet if change.cell else None,
            "cell": change.cell.a1 if change.cell else None,
            "field": change.field,
            "old": plain(change.old),
            "new": plain(change.new),
            "revoked": heard.revoked,
        }
        for change in told.changes
    ]


def _printed(told: Told, change: FieldChange) -> str:
    heard = told.heard
    old = f"{page_update.value(change.old, {})} → " if change.old is not None else ""
    said = f"{FIELDS[change.field]}: {old}{page_update.value(change.new, {})}"
    source = page_entering.ON_THE_PAGE if told.typed else told.file_name
    parts = (form.number(heard.entry), moment(heard.made_at), heard.made_by, heard.period, heard.unit, source)
    return "  ".join(part for part in (*parts, str(change.cell or ""), said) if part)
