"""What is said of a commitment in a few words: target, actual, gap, pace, and what is missing."""

from papi_metrics.app.components.rows import marks
from papi_metrics.app.view import View
from papi_metrics.charts.builders import is_numeric, target_words
from papi_metrics.charts.frames import Row, count, day, figure, text
from papi_metrics.model.period import Period
from papi_metrics.model.state import CommitmentState
from papi_metrics.model.update import Finality, Judgement
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_commitments as words

_TO_EXPLAIN = {CommitmentState.MISSED, CommitmentState.AT_RISK}
_EXPLANATION = ("cause", "remedy", "responsible")


def unit_of(row: Row) -> str:
    """Return the unit of the target."""
    return text(row["target_unit"])


def target(row: Row) -> str:
    """Return the target in short where it is a figure, else as printed."""
    if not is_numeric(row):
        return text(row["target_text"])
    unit = unit_of(row)
    return target_words(row) if unit == "%" else f"{target_words(row)} {unit}".rstrip()


def actual(row: Row) -> str:
    """Return the figure, or the judgement where a person judges."""
    judged = text(row["judgement"])
    if judged:
        return labels.JUDGEMENTS[Judgement(judged)]
    return words.value(figure(row["actual"]), unit_of(row), figure(row["target_value"]))


def fraction(row: Row) -> str:
    """Return numerator and denominator as reported."""
    return words.fraction(figure(row["numerator"]), figure(row["denominator"]))


def finality(row: Row) -> str:
    """Return "ước, đến 07/06/2024"."""
    said = text(row["finality"])
    return words.as_of(labels.FINALITIES[Finality(said)] if said else "", form.day(day(row["figure_as_of"])))


def stale(view: View, row: Row) -> str:
    """Return of which period the figure is where it is not the view's, "" else."""
    said = text(row["figure_period"])
    return "" if said in ("", view.period.code) else words.of_period(Period.parse(said))


def gap(row: Row) -> str:
    """Return the gap with its sign and unit."""
    return words.gap(figure(row["gap"]), unit_of(row))


def pace(row: Row) -> str:
    """Return what has to be won each quarter."""
    return words.pace(figure(row["pace"]), unit_of(row), count(row["quarters_left"]))


def is_explained(row: Row) -> bool:
    """Whether somebody has explained why the commitment is not met."""
    return any(text(row[name]) for name in _EXPLANATION) or day(row["new_deadline"]) is not None


def must_explain(row: Row) -> bool:
    """Whether the state of the commitment asks for an explanation."""
    return CommitmentState(str(row["state"])) in _TO_EXPLAIN


def state(row: Row) -> str:
    """Return the state, with a mark where an explanation is missing."""
    missing = must_explain(row) and not is_explained(row)
    note = marks.mark(words.NO_EXPLANATION) if missing else ""
    return marks.state(marks.commitment_state(row)) + note
