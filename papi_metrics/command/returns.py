"""Files in and out: checking, importing, templates for the units and answers to them."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from papi_metrics.command import json_form
from papi_metrics.command.output import (
    BLOCKED,
    FINE,
    WRONG_CALL,
    RefusedError,
    answer,
    bytes_of,
    deliver,
    name_of,
    plan_in_period,
    print_findings,
    print_json,
    reference_names,
    write,
)
from papi_metrics.model.ledger import SourceFile
from papi_metrics.model.mend import Mend
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.services import answers, plans, settings, templates
from papi_metrics.services.columns import naming_of
from papi_metrics.services.good_rows import good_rows
from papi_metrics.services.importing import NotAcceptedError, Preview, accept, check_file, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording.form import day

GOOD_ROWS = "good"


def check(call: Namespace, now: datetime) -> int:
    """Read a file; with a store, a plan and a period hold it against them as the page does."""
    if any(given is not None for given in (call.store, call.plan, call.period, call.unit)):
        return _check_against(call, now)
    kind = TableKind(call.kind) if call.kind else None
    mends = _named_columns(call)
    reading = check_file(bytes_of(call.file), name_of(call.file), kind=kind, year=call.year, mends=mends)
    _print_reading(call, reading, reference_names())
    return BLOCKED if reading.blocked else FINE


def _named_columns(call: Namespace) -> tuple[Mend, ...]:
    """The headings that are read as what ``--column`` says."""
    if not call.columns:
        return ()
    content, name = bytes_of(call.file), name_of(call.file)
    return naming_of(content, name, check_file(content, name).findings, call.columns)


def _check_against(call: Namespace, now: datetime) -> int:
    if call.store is None or call.plan is None or call.period is None:
        raise RefusedError(words.CHECK_NEEDS_ALL, WRONG_CALL)
    with Store.open(call.store, create=False) as store:
        shown, names = _shown(store, call, now, _named_columns(call))
    reading = shown.reading
    if call.json:
        print_json({**json_form.reading(reading, names), "findings": json_form.findings(shown.findings, names)})
    else:
        _print_accounts(reading)
        print_findings(shown.findings, names)
    return BLOCKED if shown.blocked else FINE


def load(call: Namespace, now: datetime) -> int:
    """Save a file: all of it, or with ``--rows good`` what no error stands in."""
    if call.received is not None and call.period is None:
        raise RefusedError(words.RECEIVED_WITHOUT_PERIOD, WRONG_CALL)
    if call.received is not None and call.received > now.date():
        raise RefusedError(words.RECEIVED_IN_FUTURE.format(day=day(call.received)), WRONG_CALL)
    if call.unit is not None and call.period is None:
        raise RefusedError(words.UNIT_WITHOUT_PERIOD, WRONG_CALL)
    number = None
    with Store.open(call.store, create=False) as store:
        columns = _named_columns(call)
        shown, names = _shown(store, call, now, columns)
        if call.add_units and _add_units(store, call, now, shown):
            shown, names = _shown(store, call, now, columns)
        if call.rows == GOOD_ROWS:
            shown = good_rows(shown)
        nothing_good = bool(shown.left_out) and shown.unchanged
        try:
            number = accept(store, shown, made_at=now, made_by=call.by, reason=call.accept_warnings)
            saved = not nothing_good
        except NotAcceptedError:
            saved = False
    if call.json:
        print_json(_outcome(shown, number, names, unchanged=saved and number is None))
    else:
        _print_outcome(shown, number, names, saved)
    return FINE if saved else BLOCKED


def make_templates(call: Namespace, _now: datetime) -> int:
    """Write one workbook a unit into a folder, and say how many of its rows have to be reported."""
    with Store.open(call.store, create=False) as store:
        plan = plan_in_period(store, call)
        files = templates.unit_templates(store, plan, call.period, call.as_of)
    for file in files:
        write(call, call.out / file.name, file.content)
    listed = [
        {"unit": file.unit, "file": file.name, "required": file.required, "optional": file.optional} for file in files
    ]
    answer(call, listed, [words.template_written(file.name, file.required, file.optional) for file in files])
    return FINE


def make_answer(call: Namespace, now: datetime) -> int:
    """Write the sender's workbook with its findings marked, and the cells that were mended when it was saved."""
    with Store.open(call.store, create=False) as store:
        source = SourceFile(name_of(call.file), "", bytes_of(call.file))
        mending = answers.kept_mending(store, call.plan, call.period, source)
        shown, names = _shown(store, call, now, mending.mends)
    return deliver(call, answers.answer(shown, names, made_by=mending.made_by, made_at=mending.made_at))


def _add_units(store: Store, call: Namespace, now: datetime, shown: Preview) -> int | None:
    """Add the unknown names that can only be new; None where there is none of them."""
    unknown = dict.fromkeys(finding.value for finding in shown.findings if finding.code == "unit_unknown")
    org = shown.plan.org
    new = settings.several_new(store.units(org), list(unknown)).addable
    return settings.add_names(store, org, new, made_at=now, made_by=call.by)


def _shown(
    store: Store, call: Namespace, now: datetime, mends: tuple[Mend, ...] = ()
) -> tuple[Preview, Mapping[str, str]]:
    """The file with its mended cells held against the store, and the names of the units."""
    plan = plans.plan_of(store, call.plan)
    names = plans.unit_names(store.units(plan.org))
    sender = getattr(call, "unit", None)
    if sender and sender not in names:
        raise RefusedError(words.UNIT_UNKNOWN.format(unit=sender, units=", ".join(names)), WRONG_CALL)
    received = getattr(call, "received", None) or (now.date() if call.period else None)
    delivery = Delivery(sender=sender, received_on=received, mends=mends)
    return preview(store, plan, bytes_of(call.file), name_of(call.file), call.period, delivery=delivery), names


def _outcome(shown: Preview, number: int | None, names: Mapping[str, str], *, unchanged: bool) -> dict[str, Any]:
    counts = {what: shown.count(what) for what in ("new", "changed", "same", "gone")}
    return {
        "import": number,
        "unchanged": unchanged,
        **counts,
        "left_out": len(shown.left_out),
        "findings": json_form.findings(shown.findings, names),
    }


def _print_reading(call: Namespace, reading: Reading, names: Mapping[str, str]) -> None:
    if call.json:
        print_json(json_form.reading(reading, names))
        return
    _print_accounts(reading)
    print_findings(reading.findings, names)


def _print_accounts(reading: Reading) -> None:
    for account in reading.tables:
        print(f"{account.sheet}: {finding_words.account_sentence(account)}")


def _print_outcome(shown: Preview, number: int | None, names: Mapping[str, str], saved: bool) -> None:
    print_findings(shown.findings, names)
    if shown.left_out:
        print(words.LEFT_OUT.format(count=len(shown.left_out)))
    if not saved:
        print(words.NOTHING_SAVED)
    elif number is None:
        print(words.UNCHANGED)
    else:
        counts = {what: shown.count(what) for what in ("new", "changed", "same", "gone")}
        print(words.SAVED.format(number=number, **counts))
