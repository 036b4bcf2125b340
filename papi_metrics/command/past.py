"""What was: the history of one row, and everything that was ever entered."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from papi_metrics.command.json_form import plain
from papi_metrics.command.output import FINE, WRONG_CALL, RefusedError, answer
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.services.tracing import FieldChange, RowAmbiguousError, RowUnknownError, Told, row_history
from papi_metrics.wording import command as words
from papi_metrics.wording import form, page_update
from papi_metrics.wording.labels import FIELDS
from papi_metrics.wording.rows import moment


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
    parts = (form.number(heard.entry), moment(heard.made_at), heard.made_by, heard.period, heard.unit, told.file_name)
    return "  ".join(part for part in (*parts, str(change.cell or ""), said) if part)
