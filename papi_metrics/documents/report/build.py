"""From facts to a report: which parts it has and in which order."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.facts import Facts
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.report import commitments, decisions, lists
from papi_metrics.documents.report.dimensions import dimension, results
from papi_metrics.documents.report.model import (
    Appendix,
    Block,
    Drawing,
    Heading,
    Paragraph,
    Part,
    Report,
    ReportKind,
    Section,
    Style,
)
from papi_metrics.documents.report.outlook import outlook
from papi_metrics.documents.report.returns import returns
from papi_metrics.documents.report.source import Source
from papi_metrics.documents.stamp import Stamp
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words
from papi_metrics.wording import report_commitments as commitment_words


def build(facts: Facts, kind: ReportKind, made_at: datetime) -> Report:
    """Return a report of ``facts``. A yearly one wants those of the fourth quarter, one on commitments some of them."""
    if kind is ReportKind.COMMITMENTS:
        return _on_commitments(facts, made_at)
    return _on_plan(facts, kind, made_at)


def _on_plan(facts: Facts, kind: ReportKind, made_at: datetime) -> Report:
    source = Source(facts, year=kind is ReportKind.YEAR)
    office = facts.office
    parts: list[tuple[Part, str, Iterable[Block]]] = [
        (Part.ROLL_OUT, words.ROLL_OUT, _roll_out(source)),
        (Part.RESULTS, words.PAPI_RESULTS, results(source)),
        (Part.OUTLOOK, words.outlook(source.coming), outlook(source)),
    ]
    if facts.commitments:
        parts.append((Part.COMMITMENTS, words.COMMITMENTS, commitments.section(source)))
    parts.append((Part.ATTENTION, words.ATTENTION, lists.attention(source)))
    return Report(
        kind=kind,
        office=office,
        issue=issue_of(facts),
        type_name=words.TYPE,
        abbreviation=words.ABBREVIATION,
        subject=words.subject(source.plan, office.name, facts.period, source.year),
        addressees=(),
        opening=(
            Paragraph(words.opening(source.bases, office.name, source.plan_then)),
            *figures_notes(facts),
        ),
        sections=_numbered(parts),
        closing=words.closing(source.plan, source.told, source.coming),
        recipients=(office.parent, *words.RECIPIENTS) if source.year and office.parent else words.RECIPIENTS,
        appendices=tuple(_appendices(source)),
        decided=tuple(decisions.alone(source)),
        stamp=Stamp.of(facts, made_at),
    )


def _on_commitments(facts: Facts, made_at: datetime) -> Report:
    source, office = Source(facts), facts.office
    told = words.span(facts.period, year=True)
    undecided = tuple(commitments.undecided(source))
    parts: list[tuple[Part, str, Iterable[Block]]] = [
        (Part.RESULTS, commitment_words.OVERALL, (commitments.overall(source),)),
        (Part.COMMITMENTS, commitment_words.NOT_MET, commitments.not_met(source)),
    ]
    if undecided:
        parts.append((Part.OUTLOOK, commitment_words.UNDECIDED, undecided))
    return Report(
        kind=ReportKind.COMMITMENTS,
        office=office,
        issue=issue_of(facts),
        type_name=words.TYPE,
        abbreviation=words.ABBREVIATION,
        subject=commitment_words.subject(told, office.name),
        addressees=(commitment_words.addressee(facts.organisation.province),),
        opening=(
            Paragraph(commitment_words.opening(source.bases, office.name, told)),
            *figures_notes(facts),
        ),
        sections=_numbered(parts),
        closing=commitment_words.closing(office.name, told),
        recipients=commitment_words.STEERING_RECIPIENTS,
        appendices=(Appendix(commitment_words.APPENDIX, (commitments.full_table(source),), landscape=True),),
        decided=tuple(decisions.alone(source)),
        stamp=Stamp.of(facts, made_at),
    )


def issue_of(facts: Facts) -> Issue:
    """Number and day are left to fill in; the month is that in which the report is due, or that of later figures."""
    day = max(facts.as_of, facts.plan.reports_on(facts.period))
    return Issue(month=day.month, year=day.year)


def figures_notes(facts: Facts) -> Iterator[Paragraph]:
    """Yield what the figures are, and that some are only for show where they are."""
    yield Paragraph(words.figures_note(facts.as_of, labels.FINALITIES[facts.finality], facts.version), Style.NOTE)
    if facts.illustrative:
        yield Paragraph(words.ILLUSTRATIVE_NOTE, Style.WARNING)


def _numbered(parts: Iterable[tuple[Part, str, Iterable[Block]]]) -> tuple[Section, ...]:
    return tuple(
        Section(part, f"{form.roman(place)}. {heading}", tuple(blocks))
        for place, (part, heading, blocks) in enumerate(parts, 1)
    )


def _roll_out(source: Source) -> Iterator[Block]:
    """What is known of the plan itself, of the returns of the units, and of the tasks outside the dimensions."""
    facts = source.facts
    yield Paragraph(words.issued(facts.office.name, source.plan, *source.plan_mark))
    yield Paragraph(
        words.extent(
            source.some("plan.tasks.count"),
            source.some("dimension.general.tasks.count"),
            source.some("plan.dimensions.count"),
            source.some("plan.units.count"),
            source.some("plan.commitments.count"),
        )
    )
    yield from returns(source)
    if facts.tasks_of(None):
        yield Heading(words.heading(1, words.GENERAL))
        yield from dimension(None, source)


def _appendices(source: Source) -> Iterator[Appendix]:
    """Every task; then the charts that have no place in the text."""
    if source.facts.tasks:
        yield Appendix(words.TASKS_APPENDIX, (lists.every_task(source),), landscape=True)
    stacked = [chart for chart in source.facts.charts if chart.kind is ChartKind.STACKED]
    rest = [chart for chart in source.facts.charts if chart.kind in (ChartKind.MATRIX, ChartKind.LINE)]
    if stacked[1:] or rest:
        yield Appendix(words.CHARTS_APPENDIX, tuple(Drawing(chart) for chart in (*stacked[1:], *rest)))
