"""Every kind of file that leaves the product, made once a process for each plan that is looked at."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from papi_metrics.charts.svg import svg
from papi_metrics.model.period import Period
from papi_metrics.services import decks, documents, reports
from papi_metrics.services.facts import Facts, Figure, facts_of, figures_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from tests.documents.awkward import AS_OF, PLAN, Q2, awkward
from tests.services.sample_store import sample_store

MADE_AT = datetime(2024, 10, 1, 9, 0)  # noqa: DTZ001 - wall time
CASES = {
    "q1-2022": ("qt-2022", Period(2022, 1), date(2022, 3, 14)),
    "q3-2024": ("qt-2024", Period(2024, 3), date(2024, 9, 14)),
    "dak-nong": ("dn-2024", Period(2024, 3), date(2024, 9, 14)),
    "awkward": (PLAN, Q2, AS_OF),
}


@dataclass(frozen=True)
class Made:
    """The facts of a plan, their figures by name, and every file made of them; ``pictures`` by their slug."""

    facts: Facts
    named: Mapping[str, Figure]
    docx: bytes
    pdf: bytes
    brief: bytes
    pptx: bytes
    xlsx: bytes
    pictures: Mapping[str, bytes]


@cache
def facts_for(case: str) -> Facts:
    plan, period, as_of = CASES[case]
    with _store(case) as store:
        return facts_of(store, plan_of(store, plan), period, as_of)


@cache
def made(case: str) -> Made:
    facts = facts_for(case)
    with _store(case) as store:
        return made_of(store, facts, MADE_AT)


def made_of(store: Store, facts: Facts, at: datetime) -> Made:
    """Make every file of ``facts``; what the summary says of files is read from ``store``."""
    report = reports.report_of(facts, reports.ReportKind.QUARTER, at)
    return Made(
        facts,
        figures_of(facts),
        docx=reports.report_docx(report),
        pdf=reports.report_pdf(report),
        brief=reports.brief_pdf(reports.brief_of(facts, at)),
        pptx=decks.deck(facts, at),
        xlsx=documents.summary(store, facts, made_at=at),
        pictures={chart.slug: svg(chart).encode() for chart in facts.charts},
    )


@contextmanager
def _store(case: str) -> Iterator[Store]:
    if case == "awkward":
        with awkward() as store:
            yield store
    else:
        with tempfile.TemporaryDirectory() as folder, Store.open(sample_store(Path(folder) / "s.duckdb")) as store:
            yield store
