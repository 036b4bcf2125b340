"""From frames of measures to chart descriptions. Counting for display only; every share comes from ``measures``."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from papi_metrics.charts.frames import Row, figure, rows, text
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Provenance, Series
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import charts as words
from papi_metrics.wording import form, labels

BAR_ORDER = (
    TaskState.DONE_ON_TIME,
    TaskState.DONE_LATE,
    TaskState.IN_PROGRESS,
    TaskState.DUE_SOON,
    TaskState.OVERDUE,
    TaskState.NOT_REPORTED,
    TaskState.NOT_YET_DUE,
    TaskState.NOT_ARISING,
    TaskState.STOPPED,
)
"""The states along a bar: what is done first, what is open next, what does not count last."""

_BADNESS = {state: place for place, state in enumerate(TaskState)}
_COMMITMENT_BADNESS = {state: place for place, state in enumerate(CommitmentState)}
_GENERAL = "0"


def dimension_code(value: object) -> str:
    """Return the code of a dimension cell: "1" to "8", "0" for the general tasks."""
    number = figure(value)
    return _GENERAL if number is None else str(int(number))


def dimension_name(code: str) -> str:
    """Return the short name of a dimension code."""
    return labels.dimension(None if code == _GENERAL else int(code))


def tasks_by_dimension(tasks: pd.DataFrame, completion: Mapping[str, Ratio], provenance: Provenance) -> ChartSpec:
    """Count tasks by dimension and state, the least complete dimension first.

    ``tasks`` has the columns ``dimension`` and ``state``; ``completion`` maps dimension codes to the measure.
    A dimension whose tasks do not apply has no share and stands last.
    """
    counts: dict[str, dict[TaskState, int]] = {}
    for cell, state in zip(tasks["dimension"], tasks["state"], strict=True):
        row = counts.setdefault(dimension_code(cell), dict.fromkeys(BAR_ORDER, 0))
        row[TaskState(state)] += 1
    nothing = Ratio(0, 0)

    def badness(code: str) -> tuple[bool, float, int, str]:
        share = completion.get(code, nothing).share
        return share is None, float(share or 0), -counts[code][TaskState.OVERDUE], code

    codes = sorted(counts, key=badness)
    return ChartSpec(
        kind=ChartKind.STACKED,
        slug=f"nhiem-vu-theo-noi-dung-{provenance.period}",
        title=words.TASKS_BY_DIMENSION,
        unit=words.TASKS,
        order=words.WORST_FIRST_DONE,
        total=words.DONE_OF_APPLYING,
        provenance=provenance,
        categories=tuple(
            Category(code, dimension_name(code), _fraction(completion.get(code, nothing))) for code in codes
        ),
        series=tuple(
            _state_series(state, [counts[code][state] for code in codes])
            for state in BAR_ORDER
            if any(row[state] for row in counts.values())
        ),
    )


def _fraction(ratio: Ratio) -> str:
    return f"{ratio.numerator}/{ratio.denominator}" if ratio.denominator else "–"


def _state_series(state: TaskState, counts: Sequence[int]) -> Series:
    label = labels.TASK_STATES[state]
    points = tuple(Point(float(count), form.number(count)) for count in counts)
    return Series(state.value, label.word, points, Tone(label.tone), label.glyph)


def target_words(row: Row) -> str:
    """Return a commitment's target in short: "≥ 70%", "40–50%"; the printed text where it has no figure."""
    value = figure(row["target_value"])
    if value is None:
        return text(row["target_text"])
    upper = figure(row["target_upper"])
    if upper is not None:
        return f"{form.number(value)}–{_with_unit(upper, row['target_unit'])}"
    return f"{text(row['comparator']) or '≥'} {_with_unit(value, row['target_unit'])}"


def _with_unit(value: float, unit: object, places: int | None = None) -> str:
    if unit == "%":
        return form.number(Decimal(str(value)), places) + "%"
    return form.number(Decimal(str(value)))


def is_numeric(row: Row) -> bool:
    """Whether a commitment can be drawn as a bar: a figure as target that is not a change on a base."""
    return figure(row["target_value"]) is not None and not text(row["target_change"])


def numeric_commitments(commitments: pd.DataFrame, provenance: Provenance) -> ChartSpec:
    """Hold each numeric commitment against its target, worst first: by state, then by how far below.

    Bars of different units share one axis: each is drawn in percent of its own scale, which ends at 100 for a share
    and at the larger of actual and target for the rest; the texts carry the real figures.
    """
    found = [row for row in rows(commitments) if is_numeric(row)]
    found.sort(key=lambda row: (_COMMITMENT_BADNESS[CommitmentState(text(row["state"]))], _gap_share(row)))
    return ChartSpec(
        kind=ChartKind.BULLET,
        slug=f"cam-ket-{provenance.period}",
        title=words.NUMERIC_COMMITMENTS,
        unit=words.GAP_IN_POINTS,
        order=words.TARGET_MARK,
        total=words.GAP,
        provenance=provenance,
        categories=tuple(
            Category(str(row["key"]), str(row["content"]), _gap_text(row), str(row["content"])) for row in found
        ),
        series=(
            Series("actual", words.ACTUAL, tuple(_actual_point(row) for row in found)),
            Series("target", words.TARGET, tuple(_target_point(row) for row in found), mark=True),
        ),
        top=100,
    )


def _scale(row: Row) -> float:
    if row["target_unit"] == "%":
        return 100.0
    return max(figure(row["target_value"]) or 0, figure(row["actual"]) or 0) or 1.0


def _gap_share(row: Row) -> float:
    return (figure(row["gap"]) or 0.0) / _scale(row)


def _gap_text(row: Row) -> str:
    gap = figure(row["gap"])
    return "" if gap is None else form.number(Decimal(str(gap)), 1 if row["target_unit"] == "%" else None, signed=True)


def _actual_point(row: Row) -> Point:
    label = labels.COMMITMENT_STATES[CommitmentState(text(row["state"]))]
    actual = figure(row["actual"])
    share = None if actual is None else 100 * actual / _scale(row)
    written = words.NO_FIGURE if actual is None else _with_unit(actual, row["target_unit"], 1)
    return Point(share, written, Tone(label.tone), f"{label.glyph} {label.word.lower()}")


def _target_point(row: Row) -> Point:
    return Point(100 * (figure(row["target_value"]) or 0) / _scale(row), target_words(row))


def over_periods(
    title: str,
    unit: str,
    lines: Iterable[tuple[str, str, Tone, Mapping[Period, float | None]]],
    provenance: Provenance,
    target: float | None = None,
    slug: str = "dien-bien",
) -> ChartSpec:
    """Draw figures over periods; a line is (code, name, tone, value of each period), a missing value leaves a gap.

    ``target`` adds a level line.
    """
    drawn = list(lines)
    periods = sorted({period for _, _, _, values in drawn for period in values})

    def point(value: float | None) -> Point:
        return Point(value, form.number(value, 1) + ("%" if unit == "%" else "") if value is not None else "")

    series = [
        Series(code, name, tuple(point(values.get(period)) for period in periods), tone)
        for code, name, tone, values in drawn
    ]
    if target is not None:
        series.append(Series("target", words.TARGET, tuple(point(target) for _ in periods), mark=True))
    return ChartSpec(
        kind=ChartKind.LINE,
        slug=f"{slug}-{provenance.period}",
        title=title,
        unit=unit,
        provenance=provenance,
        categories=tuple(Category(period.code, form.period(period)) for period in periods),
        series=tuple(series),
        places=1,
        top=100 if unit == "%" else None,
    )


def dimension_by_unit(
    tasks: pd.DataFrame, units: Sequence[tuple[str, str]], members: Mapping[str, Sequence[str]], provenance: Provenance
) -> ChartSpec:
    """Lay tasks out by dimension (rows) and lead unit (columns); a cell is coloured by its worst state.

    ``units`` are (code, name) in the order of the columns; ``members`` gives the units for which a group stands.
    The text of a cell is done/applying; its value is the number of tasks, None where the unit leads none.
    """
    cells: dict[tuple[str, str], list[tuple[TaskState, bool, bool]]] = {}
    for row in rows(tasks):
        leads = {unit for lead in _codes(row["lead"]) for unit in members.get(lead, (lead,))}
        for unit in leads:
            found = cells.setdefault((dimension_code(row["dimension"]), unit), [])
            found.append((TaskState(text(row["state"])), bool(row["done"]), bool(row["applies"])))
    codes = sorted({dimension_code(cell) for cell in tasks["dimension"]}, key=lambda code: (code == _GENERAL, code))
    return ChartSpec(
        kind=ChartKind.MATRIX,
        slug=f"noi-dung-don-vi-{provenance.period}",
        title=words.DIMENSION_BY_UNIT,
        unit=words.DONE_OF_APPLYING,
        order=words.WORST_STATE_COLOURS,
        provenance=provenance,
        categories=tuple(Category(code, dimension_name(code)) for code in codes),
        series=tuple(
            Series(unit, name, tuple(_cell(cells.get((code, unit), [])) for code in codes)) for unit, name in units
        ),
    )


def _codes(cell: object) -> tuple[str, ...]:
    return tuple(str(code) for code in cell) if isinstance(cell, Iterable) else ()


def _cell(tasks: Sequence[tuple[TaskState, bool, bool]]) -> Point:
    if not tasks:
        return Point(None)
    label = labels.TASK_STATES[min((state for state, _, _ in tasks), key=_BADNESS.__getitem__)]
    applying = Ratio(sum(done for _, done, applies in tasks if applies), sum(applies for _, _, applies in tasks))
    return Point(float(len(tasks)), _fraction(applying), Tone(label.tone), f"{label.glyph} {label.word}")
