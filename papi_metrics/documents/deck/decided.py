"""What earlier meetings gave to do and how it ended, and what the meeting on the period gives to do."""

from papi_metrics.charts.palette import Tone
from papi_metrics.documents.deck.model import Cell, Row, Table, Topic
from papi_metrics.documents.report import decisions
from papi_metrics.documents.report.source import Source
from papi_metrics.documents.table import columns
from papi_metrics.model.decision import Decision
from papi_metrics.wording import charts as chart_words
from papi_metrics.wording import deck as words
from papi_metrics.wording import form, labels, page_decisions
from papi_metrics.wording import report_decisions as decision_words

_SHARES = (12, 112, 50, 40, 82, 46)


def carried_out(source: Source) -> Topic:
    """How what earlier meetings gave to do stands, the worst first."""
    rows = tuple(_carried(place, item, source) for place, item in enumerate(decisions.told_of(source), 1))
    return Topic(
        title=decision_words.answer(source.say("decisions.carried.count"), decisions.by_state(source)),
        table=Table(columns(decision_words.HEADINGS, _SHARES), rows),
    )


def _carried(place: int, item: Decision, source: Source) -> Row:
    facts = source.facts
    cells = (
        Cell(form.number(place)),
        Cell(item.errand.content),
        Cell(facts.name_of(item.errand.unit)),
        Cell(source.say(f"decision.{item.no}.due")),
        Cell(decisions.outcome(item, facts)),
        _state(item, source),
    )
    return Row(cells, (_note(item, source),))


def noted(source: Source) -> list[Row]:
    """Return what the meeting on the period gives to do, as rows among what comes next."""
    return [_noted(item, source) for item in source.facts.meeting.noted]


def _noted(item: Decision, source: Source) -> Row:
    cells = (
        Cell(chart_words.NO_FIGURE),
        Cell(item.errand.content),
        Cell(source.facts.name_of(item.errand.unit)),
        Cell(form.capital(words.until(source.say(f"decision.{item.no}.due")))),
        _state(item, source),
    )
    return Row(cells, (_note(item, source),))


def _state(item: Decision, source: Source) -> Cell:
    as_of = source.facts.as_of
    label = page_decisions.STATES[item.state(as_of)]
    return Cell(f"{label.glyph} {page_decisions.standing(item, as_of)}", Tone(label.tone))


def _note(item: Decision, source: Source) -> str:
    """Return a decision with all that is told of it."""
    facts = source.facts
    row = decisions.belongs_to(item, facts)
    told = (
        page_decisions.decided_at(item.period),
        page_decisions.task_of(item.errand, facts.unit_names),
        page_decisions.standing(item, facts.as_of).lower(),
        words.note(labels.FIELDS["result"], decisions.outcome(item, facts)),
        words.note(page_decisions.OF_ROW, row) if row else "",
    )
    return words.noted("", item.errand.content, told)
