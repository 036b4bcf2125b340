"""The brief for the leadership: how a plan stands, on one page, in more or less detail as there is room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from papi_metrics.documents.facts import Facts, Record
from papi_metrics.documents.figures import dimension_name
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.report import decisions
from papi_metrics.documents.report.asks import asks, overdue
from papi_metrics.documents.report.build import figures_notes, issue_of
from papi_metrics.documents.report.commitments import actual_of, state_of
from papi_metrics.documents.report.model import Block, Grid, Paragraph
from papi_metrics.documents.report.returns import handed_in
from papi_metrics.documents.report.source import Source, place
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.table import columns
from papi_metrics.model.office import Office
from papi_metrics.model.state import NOT_HANDED_IN, NOT_MET
from papi_metrics.wording import brief as words
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words
from papi_metrics.wording import report_decisions as decision_words
from papi_metrics.wording.rows import LEAD_UNKNOWN

_DIMENSION_SHARES = (46, 29, 29, 16, 36)
_OVERDUE_SHARES = (11, 70, 36, 24, 19)
_COMMITMENT_SHARES = (45, 26, 25, 25, 16, 13, 12)


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is told: at most ``rows`` of each list, texts of at most ``letters``; None is all.

    ``points`` is the size of type; ``compact`` sets the dimensions in two columns, without what they were before.
    """

    points: float
    rows: int | None = None
    letters: int | None = None
    compact: bool = False

    def text(self, text: str, share: float = 1) -> str:
        """Return a text as long as there is room for; ``share`` is that of a longer or shorter place."""
        return text if self.letters is None else form.shortened(text, int(self.letters * share))


DETAILS: Final = (
    Detail(12),
    Detail(11),
    Detail(11, compact=True),
    *(Detail(points, None, letters, compact=True) for points, letters in ((11, 160), (10.5, 160), (10, 120))),
    *(Detail(10, rows, 120, compact=True) for rows in (12, 10, 8, 7, 6, 5, 4, 3, 2, 1)),
    *(Detail(points, 1, letters, compact=True) for points, letters in ((10, 60), (9, 40), (8, 30))),
)
"""From the most to the least; the first that fits its page is printed."""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure to be seen first; ``beside`` says more of it, "" where there is nothing to say."""

    label: str
    figure: str
    beside: str


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A section under its heading, "1. …"."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """The sections in one of the ``DETAILS``; ``points`` is the size of their type."""

    points: float
    sections: tuple[BriefSection, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief from head to last line. ``variants`` say the same in less and less detail."""

    office: Office
    issue: Issue
    type_name: str
    purpose: str
    subject: str
    notes: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    variants: tuple[Variant, ...]
    stamp: Stamp


def build_brief(facts: Facts, made_at: datetime) -> Brief:
    """Return the brief of ``facts``."""
    source = Source(facts)
    return Brief(
        office=facts.office,
        issue=issue_of(facts),
        type_name=words.TYPE,
        purpose=words.PURPOSE,
        subject=words.subject(source.plan, facts.office.name, source.told),
        notes=tuple(figures_notes(facts)),
        cards=tuple(_cards(source)),
        variants=tuple(Variant(detail.points, tuple(_sections(source, detail))) for detail in DETAILS),
        stamp=Stamp.of(facts, made_at),
    )


def _cards(source: Source) -> Iterator[Card]:
    last = source.facts.previous
    before = words.FIRST_PERIOD if source.facts.is_told_of else words.NOTHING_BEFORE
    if last is not None:
        then = source.say(f"period.{last.period}.plan.completion")
        before = words.before(form.period_inside(last.period), then)
    yield Card(words.COMPLETION, source.say("plan.completion"), before)
    days = source.some("plan.overdue.most_days")
    late = words.tasks(source.say("plan.overdue.count"))
    yield Card(words.LATE, late, report_words.most_days(days))
    yield Card(words.PROVEN, source.say("plan.evidenced"), "")
    if source.facts.commitments:
        counts = (source.some(f"plan.commitments_{state}.count") for state in ("missed", "at_risk"))
        yield Card(words.MET, source.say("plan.commitments_met"), words.not_met(*counts))
    if source.named["plan.units_reported"].value is None:
        yield Card(words.ROWS_REPORTED, source.say("plan.reported"), "")
    else:
        yield Card(words.REPORTED, source.say("plan.units_reported"), "")


def _sections(source: Source, detail: Detail) -> Iterator[BriefSection]:
    told: list[tuple[str, Iterable[Block]]] = []
    if source.facts.dimensions:
        told.append((words.DIMENSIONS, [_dimensions(source, detail)]))
    told.append((words.OVERDUE, _overdue(source, detail)))
    if source.facts.commitments:
        told.append((words.COMMITMENTS, _commitments(source, detail)))
    told.append((words.RETURNS, _returns(source, detail)))
    told.append((words.ASKED, _asked(source, detail)))
    for number, (heading, blocks) in enumerate(told, 1):
        yield BriefSection(report_words.heading(number, heading), tuple(blocks))


def _dimensions(source: Source, detail: Detail) -> Grid:
    """Every dimension with its tasks, the least complete first; one that nothing counts in has no share and is last.

    A column that has nothing to say of any dimension is left out.
    """
    facts = source.facts

    def badness(number: int | None) -> tuple[bool, float, int, int]:
        of = facts.dimensions[number]
        share = of.ratio("completion").share
        return share is None, float(share or 0), -of.count("overdue"), number or 0

    rows = [_dimension(number, source) for number in sorted(facts.dimensions, key=badness)]
    asked = (0, 1, 3) if detail.compact else range(len(_DIMENSION_SHARES))
    told = [place for place in asked if any(row[place] != words.NONE for row in rows)]
    headings = [words.DIMENSION_HEADINGS[place] for place in told]
    shares = [_DIMENSION_SHARES[place] for place in told]
    cells = [tuple(row[place] for place in told) for row in rows]
    if not detail.compact:
        return Grid(columns(headings, shares, centred=range(1, len(told))), tuple(cells))
    half = -(-len(cells) // 2)
    beside = [*cells[half:], ("",) * len(told)]
    twice = columns(headings * 2, shares * 2, centred=set(range(2 * len(told))) - {0, len(told)})
    return Grid(twice, tuple(left + right for left, right in zip(cells[:half], beside, strict=False)))


def _dimension(number: int | None, source: Source) -> tuple[str, ...]:
    scope, last = f"dimension.{dimension_name(number)}", source.facts.previous
    then = source.named.get(f"period.{last.period}.{scope}.completion") if last is not None else None
    return (
        labels.dimension(number),
        source.say(f"{scope}.completion"),
        then.text if then is not None and then.value is not None else words.NONE,
        source.some(f"{scope}.overdue.count") or words.NONE,
        source.some(f"{scope}.evidence_missing.count") or words.NONE,
    )


def _overdue(source: Source, detail: Detail) -> Iterator[Block]:
    late = overdue(source)
    if not late:
        yield Paragraph(report_words.NO_OVERDUE)
        return
    shown = late[: detail.rows]
    yield Grid(
        columns(words.OVERDUE_HEADINGS, _OVERDUE_SHARES, centred=(0, 3, 4)),
        tuple(
            (
                place(row),
                detail.text(row["content"]),
                detail.text(row["lead_text"] or LEAD_UNKNOWN, 0.5),
                source.say(f"task.{row['key']}.due"),
                source.say(f"task.{row['key']}.days_late"),
            )
            for row in shown
        ),
    )
    yield from _more(len(late) - len(shown), words.OVERDUE)


def _commitments(source: Source, detail: Detail) -> Iterator[Block]:
    found = [row for state in NOT_MET for row in source.facts.commitments if row["state"] == state]
    if not found:
        yield Paragraph(words.NO_MISSED)
        return
    shown = found[: detail.rows]
    yield Grid(
        columns(words.COMMITMENT_HEADINGS, _COMMITMENT_SHARES, centred=(4, 5, 6)),
        tuple(_commitment(row, source, detail) for row in shown),
    )
    yield from _more(len(found) - len(shown), words.COMMITMENTS)


def _commitment(row: Record, source: Source, detail: Detail) -> tuple[str, ...]:
    name = f"commitment.{row['key']}"
    explained = words.EXPLAINED if row["is_explained"] else words.NOT_EXPLAINED if row["explanation_missing"] else ""
    return (
        detail.text(row["content"], 0.7),
        detail.text(row["lead_text"] or LEAD_UNKNOWN, 0.4),
        detail.text(source.say(f"{name}.target"), 0.4),
        actual_of(row, source),
        source.say(f"{name}.gap"),
        state_of(row),
        explained or words.NONE,
    )


def _returns(source: Source, detail: Detail) -> Iterator[Block]:
    yield handed_in(source)
    if source.named["plan.units_reported"].value is None:
        return
    owing = [
        words.owes(
            source.facts.name_of(row["unit"]),
            source.say(f"unit.{row['unit']}.submission.state"),
            source.some(f"unit.{row['unit']}.submission.days_late") if row["state"] in NOT_HANDED_IN else "",
        )
        for row in source.facts.submissions
        if row["unit"] and (row["state"] in NOT_HANDED_IN or row["reported"] < row["owed"])
    ]
    yield Paragraph(detail.text(words.owing(owing), 4) if owing else words.NO_OWING)


def _asked(source: Source, detail: Detail) -> Iterator[Block]:
    carried, noted = (source.some(f"decisions.{of}.count") for of in ("carried", "noted"))
    decided = decision_words.in_brief(carried, noted, decisions.by_state(source))
    if decided:
        yield Paragraph(decided)
    asked = list(_asks(source, detail))
    if not asked:
        yield Paragraph(words.NOTHING_ASKED)
    shown = asked[: detail.rows and max(detail.rows, 5)]
    yield from (Paragraph(detail.text(report_words.item(text), 2)) for text in shown)
    yield from _more(len(asked) - len(shown), words.ASKED)


def _asks(source: Source, detail: Detail) -> Iterator[str]:
    """What the figures ask for, the worst first, then what units propose."""
    yield from (ask.text for ask in asks(source))
    proposals = dict.fromkeys(
        (row["proposal"], row["lead_text"] or "")
        for row in source.facts.tasks
        if row["proposal"] and row["update_period"] == source.facts.period.code
    )
    yield from (words.ask_proposal(text, lead) for text, lead in proposals)


def _more(count: int, what: str) -> Iterator[Block]:
    if count > 0:
        yield Paragraph(words.more(count, what))
