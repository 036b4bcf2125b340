"""What is said of a commitment in a few words: target, actual, gap, pace, and what is missing."""

from papi_metrics.app.components.rows import marks
from papi_metrics.app.view import View
from papi_metrics.charts.builders import is_numeric, target_words
from papi_metrics.charts.frames import Row, count, day, figure, text
from papi_metrics.model.period import Period
from papi_metrics.model.update import Finality, Judgement
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_commitments as words


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
    return words.pace(figure(row["pace"]), unit_of(row), count(row["quarters_left"]), text(row["comparator"]))


def later_figure(row: Row) -> str:
    """Return the figure dated after the as-of date with its fraction, how sure it is and its day, "" for none."""
    as_of = day(row["later_figure_as_of"])
    if as_of is None:
        return ""
    judged, sure = text(row["later_judgement"]), text(row["later_finality"])
    figure_words = words.value(figure(row["later_actual"]), unit_of(row), figure(row["target_value"]))
    parts = (
        labels.JUDGEMENTS[Judgement(judged)] if judged else figure_words,
        words.fraction(figure(row["later_numerator"]), figure(row["later_denominator"])),
        words.as_of(labels.FINALITIES[Finality(sure)] if sure else "", form.day(as_of)),
    )
    return " · ".join(part for part in parts if part)


def later(view: View, row: Row) -> str:
    """Return the mark of what became known after the as-of date: a figure, failing that the report itself."""
    as_of = day(row["later_figure_as_of"])
    found = marks.received_later(row, view.as_of) if as_of is None else marks.mark(words.figure_later(as_of))
    return f'<span class="papi-marks">{found}</span>' if found else ""


def state(row: Row) -> str:
    """Return the state, with a mark where an explanation is missing."""
    note = marks.mark(words.NO_EXPLANATION) if row["explanation_missing"] else ""
    return marks.state(marks.commitment_state(row)) + note
