"""Documents of the sample with all its charts, against saving an empty document of the same kind."""

import io
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pptx
import typst

from papi_metrics.charts import picture
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.period import Period
from papi_metrics.services import decks, documents, reports
from papi_metrics.services.facts import Facts, facts_of
from papi_metrics.services.figures import default_as_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.sample import load_sample
from papi_metrics.store import Store
from tests.bench.figure import Figure, in_turns

_ROUNDS = 7
_PLAN, _PERIOD = "qt-2024", Period(2024, 3)
_LEAST_CHARTS = 12
_MADE_AT = datetime(2024, 9, 16, 9, tzinfo=VIET_NAM)


def figures() -> Iterator[Figure]:
    """The facts, then each document made of them; the report also with the reading of its facts."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.duckdb") as store:
        load_sample(store, made_at=_MADE_AT)
        plan = plan_of(store, _PLAN)

        def read() -> Facts:
            return facts_of(store, plan, _PERIOD, default_as_of(_PERIOD))

        facts = read()
        if len(facts.charts) < _LEAST_CHARTS:
            raise RuntimeError(f"{len(facts.charts)} charts")
        report = reports.report_of(facts, reports.ReportKind.QUARTER, _MADE_AT)

        def whole_report() -> bytes:
            return reports.report_docx(reports.report_of(read(), reports.ReportKind.QUARTER, _MADE_AT))

        of = f"{len(facts.tasks)} tasks, {len(facts.commitments)} commitments, {len(facts.charts)} charts"
        yield _figure(
            "facts", read, _empty_docx, None, f"{of}, {len(facts.earlier)} earlier periods; base: empty .docx"
        )
        yield _figure("report_docx", whole_report, _empty_docx, 2.0, "with its facts; base: empty .docx")
        yield _figure("report_pdf", lambda: reports.report_pdf(report), _empty_pdf, 1.0, "base: empty typst page")
        yield _figure("deck", lambda: decks.deck(facts, _MADE_AT), _empty_pptx, 2.0, "base: empty .pptx")
        yield _figure(
            "summary", lambda: documents.summary(store, facts, made_at=_MADE_AT), _empty_xlsx, 2.0, "base: empty .xlsx"
        )
        yield _figure("chart_png", lambda: picture.png(facts.charts[0]), _empty_png, 0.2, "base: empty page as PNG")


def _figure(
    name: str, make: Callable[[], object], base: Callable[[], object], seconds: float | None, note: str
) -> Figure:
    """Hold a document against an empty one; the aim is the ratio at which it would take ``seconds``."""
    value, empty = in_turns(make, base, _ROUNDS)
    if seconds is None:
        return Figure(name, value, empty, note=note)
    return Figure(name, value, empty, aim=round(seconds * 1000 / empty, 1), note=f"{note}; aim: {seconds:g} s")


def _empty_docx() -> None:
    docx.Document().save(io.BytesIO())


def _empty_pptx() -> None:
    pptx.Presentation().save(io.BytesIO())


def _empty_xlsx() -> None:
    openpyxl.Workbook().save(io.BytesIO())


def _empty_pdf() -> bytes:
    return typst.compile(b" ")


def _empty_png() -> bytes:
    return typst.compile(b" ", format="png")
