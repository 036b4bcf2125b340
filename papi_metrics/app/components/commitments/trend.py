"""The figure of a commitment over the periods: a small line with its target, and the same as a table."""

from collections.abc import Sequence
from html import escape

from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.charts.frames import Row, day, figure, text
from papi_metrics.model.period import Period
from papi_metrics.model.update import Finality, Judgement
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_commitments as words
from papi_metrics.wording import rows as row_words

_MARGIN = 12.0
"""Percent of the height left free above and below the line."""
_HALF_LINE = "0.9px"

_COLUMNS = (
    Column(words.PERIOD, width=16),
    Column(words.ACTUAL, width=22),
    Column(row_words.FRACTION, width=22),
    Column(row_words.FINALITY, width=20),
    Column(words.FIGURE_DAY, width=20),
)


def line(series: Sequence[Row], target: float | None) -> str:
    """Return the line, "" where no period has a figure. The scale runs from the least to the greatest figure.

    Figures dated after the as-of date are no part of it.
    """
    points = [(row, value) for row in series if not row["is_later"] and (value := figure(row["actual"])) is not None]
    if not points:
        return ""
    values = [value for _, value in points]
    ends = (*values, target) if target is not None else tuple(values)
    low, span = min(ends), max(ends) - min(ends)
    heights = [_height(value, low, span) for value in values]
    places = [100 * (number + 0.5) / len(values) for number in range(len(values))]
    told = "; ".join(_told(row) for row, _ in points)
    dots = "".join(f'<i style="left:{x:.1f}%;top:{y:.1f}%"></i>' for x, y in zip(places, heights, strict=True))
    goal = "" if target is None else f'<b style="top:{_height(target, low, span):.1f}%"></b>'
    return (
        f'<span class="papi-trend" role="img" aria-label="{escape(told)}" title="{escape(told)}">{goal}'
        f'<span style="clip-path:polygon({_outline(places, heights)})"></span>{dots}</span>'
    )


def _height(value: float, low: float, span: float) -> float:
    share = (value - low) / span if span else 0.5
    return 100 - _MARGIN - share * (100 - 2 * _MARGIN)


def _outline(places: Sequence[float], heights: Sequence[float]) -> str:
    """A thin band along the points: Streamlit lets no SVG through."""
    there = [f"{x:.1f}% calc({y:.1f}% - {_HALF_LINE})" for x, y in zip(places, heights, strict=True)]
    back = [f"{x:.1f}% calc({y:.1f}% + {_HALF_LINE})" for x, y in zip(places, heights, strict=True)]
    return ",".join((*there, *reversed(back)))


def _told(row: Row) -> str:
    return words.POINT_OF_TREND.format(period=_period(row), value=_value(row))


def _value(row: Row) -> str:
    return words.value(figure(row["actual"]), text(row["target_unit"]), figure(row["target_value"]))


def _period(row: Row) -> str:
    return form.period(Period.parse(str(row["period"])))


def figures(series: Sequence[Row]) -> str:
    """Return the figures of every period as a table, those dated after the as-of date with a mark."""
    return table(_COLUMNS, [_line(row) for row in series], words.TREND)


def _line(row: Row) -> tuple[str, ...]:
    judged, said = text(row["judgement"]), text(row["finality"])
    later = f" {marks.mark(row_words.AFTER_AS_OF)}" if row["is_later"] else ""
    return (
        _period(row),
        escape(labels.JUDGEMENTS[Judgement(judged)] if judged else _value(row)),
        words.fraction(figure(row["numerator"]), figure(row["denominator"])) or row_words.NOTHING,
        labels.FINALITIES[Finality(said)] if said else row_words.NOTHING,
        (form.day(day(row["figure_as_of"])) or row_words.NOTHING) + later,
    )
