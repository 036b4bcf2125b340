"""What reports say of the returns of the units: how many have come, who owes one, who was late."""

from collections.abc import Iterator

from papi_metrics.documents.report.model import Block, Paragraph
from papi_metrics.documents.report.source import Source
from papi_metrics.model.state import NOT_HANDED_IN, SubmissionState
from papi_metrics.wording import form
from papi_metrics.wording import report as words


def returns(source: Source) -> Iterator[Block]:
    """Yield how many units have reported, then who has not and who was late."""
    yield handed_in(source)
    if source.named["plan.units_reported"].value is None:
        return
    states: dict[SubmissionState, list[str]] = {}
    for row in source.facts.submissions:
        if row["unit"]:
            scope = f"unit.{row['unit']}.submission"
            late = source.some(f"{scope}.days_late")
            name = source.facts.name_of(row["unit"])
            named = words.days_late(name, late, source.say(f"{scope}.due"))
            states.setdefault(SubmissionState(row["state"]), []).append(named)
    missing = [name for state in NOT_HANDED_IN for name in states.get(state, ())]
    if missing:
        yield Paragraph(words.not_handed_in(missing))
    if states.get(SubmissionState.LATE):
        yield Paragraph(words.handed_in_late(states[SubmissionState.LATE]))


def handed_in(source: Source) -> Paragraph:
    """Return how many units have reported and on how many rows; in a plan without units on how many rows alone."""
    facts, rows = source.facts, source.say("plan.reported")
    if source.named["plan.units_reported"].value is None:
        return Paragraph(f"{words.NO_LEADS} {words.rows_reported(facts.as_of, rows)}")
    units, told = source.say("plan.units_reported"), form.period_inside(facts.period)
    return Paragraph(words.handed_in(facts.as_of, units, told, rows))
