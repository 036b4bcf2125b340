"""What leaves the house: reports, the deck, and the figures that every document prints."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from papi_metrics.command.json_form import plain
from papi_metrics.command.output import (
    BLOCKED,
    FINE,
    UNREADABLE,
    WRONG_CALL,
    RefusedError,
    answer,
    bytes_of,
    check_suffix,
    deliver,
    plan_in_period,
    version_of,
    write,
)
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import charts as chart_service
from papi_metrics.services import decks, documents, reports
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.figures import default_as_of
from papi_metrics.services.reports import Report, ReportKind
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import form
from papi_metrics.wording import office_template as template_words
from papi_metrics.wording import page_reports as page_words


def figures(call: Namespace, _now: datetime) -> int:
    """Print every figure of the documents by its name."""
    facts = _facts(call)
    found = figures_of(facts)
    document = {
        "plan": facts.plan.id,
        "period": facts.period.code,
        "as_of": plain(facts.as_of),
        "finality": facts.finality.value,
        "version": facts.version,
        "illustrative": facts.illustrative,
        "figures": {name: {"value": plain(one.value), "text": one.text} for name, one in found.items()},
    }
    answer(call, document, [f"{name}: {one.text}" for name, one in found.items()])
    return FINE


def report(call: Namespace, now: datetime) -> int:
    """Write a report, in our own form or in the office's template; the suffix of the file says as what."""
    check_suffix(call, *_WRITERS)
    if call.template is not None and call.out.suffix.lower() != ".docx":
        raise RefusedError(words.TEMPLATE_IS_WORD, WRONG_CALL)
    template = bytes_of(call.template) if call.template is not None else None
    kind, facts = ReportKind(call.kind), _facts(call)
    with _refusing():
        if template is not None:
            content = reports.in_template(facts, kind, template, now)
        else:
            content = _WRITERS[call.out.suffix.lower()](reports.report_of(facts, kind, now))
    return deliver(call, content)


def deck(call: Namespace, now: datetime) -> int:
    """Write the deck for a meeting."""
    check_suffix(call, ".pptx")
    with _refusing():
        content = decks.deck(_facts(call), now)
    return deliver(call, content)


def summary(call: Namespace, now: datetime) -> int:
    """Write the summary workbook."""
    check_suffix(call, ".xlsx")
    with Store.open(call.store, create=False) as store:
        content = documents.summary(store, _facts_in(store, call), made_at=now)
    return deliver(call, content)


def brief(call: Namespace, now: datetime) -> int:
    """Write the one-page brief for the leadership."""
    check_suffix(call, ".pdf")
    with _refusing():
        content = reports.brief_pdf(reports.brief_of(_facts(call), now))
    return deliver(call, content)


def charts(call: Namespace, _now: datetime) -> int:
    """Write every chart as a picture."""
    with Store.open(call.store, create=False) as store:
        plan, period, as_of, version = _asked(store, call)
        found = chart_service.charts(store, plan, period, as_of, version)
    if not found:
        raise RefusedError(words.NO_CHARTS.format(plan=plan.id, period=form.period_inside(period)), WRONG_CALL)
    for name, content in chart_service.pictures(found, chart_service.PictureFormat(call.format)):
        write(call, call.out / name, content)
    files = [f"{chart.slug}.{call.format}" for chart in found]
    listed = [{"file": name, "title": chart.title} for name, chart in zip(files, found, strict=True)]
    answer(call, listed, [words.WRITTEN.format(name=name) for name in files])
    return FINE


_WRITERS: dict[str, Callable[[Report], bytes]] = {".docx": reports.report_docx, ".pdf": reports.report_pdf}
"""What a report is written as, by the suffix of its file."""


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse the call where there is nothing to report, or where the office's template is at fault."""
    try:
        yield
    except reports.NothingToReportError as fault:
        raise RefusedError(page_words.REFUSALS[fault.code], WRONG_CALL) from None
    except reports.TemplateFaultError as fault:
        code = UNREADABLE if fault.code == "unreadable" else BLOCKED
        raise RefusedError(template_words.fault(fault.code, fault.names), code) from None


def _facts(call: Namespace) -> Facts:
    with Store.open(call.store, create=False) as store:
        return _facts_in(store, call)


def _facts_in(store: Store, call: Namespace) -> Facts:
    return facts_of(store, *_asked(store, call))


def _asked(store: Store, call: Namespace) -> tuple[Plan, Period, date, int]:
    """Return plan, period, as-of day and version of which a document is asked."""
    version = version_of(store, call)
    plan = plan_in_period(store, call, version)
    return plan, call.period, call.as_of or default_as_of(call.period), version
