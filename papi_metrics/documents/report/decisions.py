"""What reports say of what meetings decided: how it ended, and what is to be done next."""

from collections.abc import Iterator, Sequence

from papi_metrics.documents.facts import Facts
from papi_metrics.documents.report.model import Block, Grid, Heading, Paragraph
from papi_metrics.documents.report.source import Source
from papi_metrics.documents.table import Across, TableRow, columns
from papi_metrics.model.decision import Decision, DecisionState
from papi_metrics.wording import form, page_decisions
from papi_metrics.wording import report as report_words
from papi_metrics.wording import report_decisions as words

_SHARES = (13, 45, 26, 25, 35, 26)


def carried_out(source: Source, place: int | None = None) -> Iterator[Block]:
    """Yield how what earlier meetings gave to do stands, under a heading; nothing where they gave nothing."""
    found = told_of(source)
    if not found:
        return
    meetings = sorted({item.period for item in found})
    heading = words.carried_out(meetings, source.facts.period)
    yield Heading(report_words.heading(place, heading) if place else heading)
    yield Paragraph(words.standing(source.say(f"{_scope(source)}.count"), by_state(source)))
    yield Grid(columns(words.HEADINGS, _SHARES, centred=(0, 3, 5)), tuple(_rows(found, source)))


def given(source: Source) -> list[str]:
    """Return what the meeting on the period gave to do, one item each."""
    facts = source.facts
    return [report_words.item(words.given(item, facts.unit_names, facts.as_of)) for item in facts.meeting.noted]


def alone(source: Source) -> Iterator[Block]:
    """Yield all of it under headings without numbers."""
    yield from carried_out(source)
    items = given(source)
    if items:
        yield Heading(words.given_at(source.facts.period))
        yield from (Paragraph(item) for item in items)


def told_of(source: Source) -> tuple[Decision, ...]:
    """Return what is told of earlier meetings, the worst first; in a report of a year of all its meetings."""
    return source.facts.decided_before if source.year else source.facts.meeting.carried


def by_state(source: Source) -> dict[DecisionState, str]:
    """Return how many of them are in each state, as printed, "" for none."""
    return {state: source.some(f"{_scope(source)}.state.{state}.count") for state in DecisionState}


def outcome(item: Decision, facts: Facts) -> str:
    """Return with what result or for what reason a decision ended; an end after the as-of date says so."""
    if item.settlement is None or not item.is_settled(facts.as_of):
        return form.capital(page_decisions.settled_later(item, facts.as_of)) or words.NO_OUTCOME_YET
    return item.settlement.outcome or words.no_outcome(item.settlement.state)


def belongs_to(item: Decision, facts: Facts) -> str:
    """Return the task or commitment that a decision belongs to, "" where it belongs to none."""
    if not item.errand.row:
        return ""
    row = next((row for row in (*facts.tasks, *facts.commitments) if row["key"] == item.errand.row), None)
    if item.plan == facts.plan.id and row is not None:
        return f"{row['number']}. {row['content']}" if row["number"] else str(row["content"])
    return words.GONE_ROW if item.plan == facts.plan.id else words.row_of_year(item.period.year)


def _scope(source: Source) -> str:
    return "decisions.year" if source.year else "decisions.carried"


def _rows(found: Sequence[Decision], source: Source) -> Iterator[TableRow]:
    """The rows of each meeting, the first meeting first; which meeting it was is said where there were several."""
    facts, number = source.facts, 0
    meetings = sorted({item.period for item in found})
    for meeting in meetings:
        if len(meetings) > 1:
            yield Across(words.meeting_on(meeting))
        for item in found:
            if item.period == meeting:
                number += 1
                yield (
                    form.number(number),
                    item.errand.content,
                    facts.name_of(item.errand.unit),
                    source.say(f"decision.{item.no}.due"),
                    outcome(item, facts),
                    page_decisions.standing(item, facts.as_of),
                )
