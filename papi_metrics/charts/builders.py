"""From frames of measures to chart descriptions. Counting for display only; every share comes from ``measures``."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from papi_metrics.charts.frames import Row, figure, rows, text
from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Provenance, Series
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.model.update import Finality
from papi_metrics.wording import charts as words
from papi_metrics.wording import form, labels
from papi_metrics.wording import rows as row_words

BAR_ORDER = (
    TaskState.DONE_ON_TIME,
    TaskState.DONE_LATE,
    TaskState.IN_PROGRESS,
    TaskState.NOT_STARTED,
    TaskState.DUE_SOON,
    TaskState.OVERDUE,
    TaskState.NOT_REPORTED,
)
"""The states along a bar of tasks that apply: what is done first, then what is open. Others stand apart, the last."""
NOT_COUNTED = "not-counted"
"""Code of the series of tasks outside the denominator, whatever their state."""

_BADNESS = {state: place for place, state in enumerate(TaskState)}
_COMMITMENT_BADNESS = {state: place for place, state in enumerate(CommitmentState)}
_GENERAL = "0"
_NOTHING = Ratio(0, 0)


def dimension_code(value: object) -> str:
    """Return the code of a dimension cell: "1" to "8", "0" for the general tasks."""
    number = figure(value)
    return _GENERAL if number is None else str(int(number))


def dimension_name(code: str) -> str:
    """Return the short name of a dimension code."""
    return labels.dimension(None if code == _GENERAL else int(code))


def tasks_by_dimension(tasks: pd.DataFrame, completion: Mapping[str, Ratio], provenance: Provenance) -> ChartSpec:
    """Count tasks by dimension and state, the least complete dimension first.

    ``tasks`` has the columns ``dimension``, ``state`` and ``applies``; ``completion`` maps dimension codes to the
    measure. Tasks that do not apply make a series of their own, so that the others add up to the denominator.
    A dimension whose tasks do not apply has no share and stands last.
    """
    slug = f"nhiem-vu-theo-noi-dung-{provenance.period}"
    codes = map(dimension_code, tasks["dimension"])
    return _by_state(slug, words.TASKS_BY_DIMENSION, tasks, codes, dimension_name, completion, provenance)


def tasks_by_unit(
    states: pd.DataFrame, completion: Mapping[str, Ratio], names: Mapping[str, str], provenance: Provenance
) -> ChartSpec:
    """Count tasks by answering unit and state, in the same way.

    ``states`` has the columns ``unit``, ``state`` and ``applies``: a task of several units counts for each of them.
    ``completion`` and ``names`` are by unit; "" is the unit that is not known.
    """
    slug = f"nhiem-vu-theo-don-vi-{provenance.period}"

    def name_of(code: str) -> str:
        return names.get(code, code) or row_words.LEAD_UNKNOWN

    codes = map(str, states["unit"])
    return _by_state(slug, words.TASKS_BY_UNIT, states, codes, name_of, completion, provenance)


def _by_state(
    slug: str,
    title: str,
    tasks: pd.DataFrame,
    row_codes: Iterable[str],
    name_of: Callable[[str], str],
    completion: Mapping[str, Ratio],
    provenance: Provenance,
) -> ChartSpec:
    """``row_codes`` says for each of ``tasks`` in which row it counts."""
    counts: dict[str, Counter[TaskState]] = {}
    outside: dict[str, Counter[TaskState]] = {}
    for code, state, applies in zip(row_codes, tasks["state"], tasks["applies"], strict=True):
        inside, beside = counts.setdefault(code, Counter()), outside.setdefault(code, Counter())
        (inside if applies else beside)[TaskState(state)] += 1

    def badness(code: str) -> tuple[bool, float, int, str]:
        share = completion.get(code, _NOTHING).share
        return share is None, float(share or 0), -counts[code][TaskState.OVERDUE], code

    codes = sorted(counts, key=badness)
    return ChartSpec(
        kind=ChartKind.STACKED,
        slug=slug,
        title=title,
        unit=words.TASKS,
        order=words.WORST_FIRST_DONE,
        total=words.DONE_OF_APPLYING,
        provenance=provenance,
        categories=tuple(Category(code, name_of(code), fraction(completion.get(code, _NOTHING))) for code in codes),
        series=(
            *(
                _state_series(state, [counts[code][state] for code in codes])
                for state in BAR_ORDER
                if any(row[state] for row in counts.values())
            ),
            *([_outside_series([outside[code] for code in codes])] if any(outside.values()) else []),
        ),
    )


def fraction(ratio: Ratio) -> str:
    """Return "7/10", a dash where nothing applies."""
    return f"{ratio.numerator}/{ratio.denominator}" if ratio.denominator else words.NO_FIGURE


def _state_series(state: TaskState, counts: Sequence[int]) -> Series:
    label = labels.TASK_STATES[state]
    points = tuple(Point(float(count), form.number(count)) for count in counts)
    return Series(state.value, label.word, points, Tone(label.tone), label.glyph)


def _outside_series(counts: Sequence[Counter[TaskState]]) -> Series:
    """A figure of tasks that do not count says under it which states they are in."""

    def point(states: Counter[TaskState]) -> Point:
        told = ", ".join(
            f"{form.number(states[state])} {labels.TASK_STATES[state].word.lower()}"
            for state in TaskState
            if states[state]
        )
        return Point(float(states.total()), form.number(states.total()), word=told)

    return Series(NOT_COUNTED, words.NOT_COUNTED, tuple(map(point, counts)), Tone.NONE, words.NO_FIGURE)


def target_words(row: Row) -> str:
    """Return a commitment's target in short: "≥ 70%", "40–50%"; the printed text where it has no figure."""
    value = figure(row["target_value"])
    if value is None:
        return text(row["target_text"])
    upper = figure(row["target_upper"])
    if upper is not None:
        return f"{form.number(value)}–{_with_unit(upper, row['target_unit'])}"
    return f"{text(row['comparator']) or '≥'} {_with_unit(value, row['target_unit'])}"


def _with_unit(value: float, unit: object) -> str:
    return form.number(Decimal(str(value))) + ("%" if unit == "%" else "")


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
        unit=words.PERCENT_OF_SCALE,
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
    return "" if gap is None else form.gap_in_unit(gap, text(row["target_unit"]))


def _actual_point(row: Row) -> Point:
    label = labels.COMMITMENT_STATES[CommitmentState(text(row["state"]))]
    actual = figure(row["actual"])
    share = None if actual is None else 100 * actual / _scale(row)
    target = figure(row["target_value"])
    written = words.NO_FIGURE if actual is None else form.held(actual, text(row["target_unit"]), target)
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
        return Point(value, form.held(value, unit, target) if value is not None else "")

    series = [
        Series(code, name, tuple(point(values.get(period)) for period in periods), tone)
        for code, name, tone, values in drawn
    ]
    if target is not None:
        goal = Point(target, _with_unit(target, unit))
        series.append(Series("target", words.TARGET, (goal,) * len(periods), mark=True))
    return ChartSpec(
        kind=ChartKind.LINE,
        slug=f"{slug}-{provenance.period}",
        title=title,
        unit=unit,
        provenance=provenance,
        categories=tuple(Category(period.code, form.period(period)) for period in periods),
        series=tuple(series),
        top=100 if unit == "%" else None,
    )


def dimension_by_unit(
    states: pd.DataFrame,
    completion: Mapping[tuple[str, str], Ratio],
    units: Sequence[tuple[str, str]],
    provenance: Provenance,
) -> ChartSpec:
    """Lay tasks out by dimension (rows) and answering unit (columns); a cell has the colour of the worst that counts.

    ``states`` has the columns ``dimension``, ``unit``, ``state`` and ``applies``; ``completion`` maps (dimension code,
    unit) to the measure; ``units`` are (code, name) in the order of the columns. The text of a cell is done/applying,
    its value the share; a cell without tasks has neither.
    """
    found: dict[tuple[str, str], list[TaskState]] = {}
    columns = (states[name] for name in ("dimension", "unit", "state", "applies"))
    for dimension, unit, state, applies in zip(*columns, strict=True):
        counted = found.setdefault((dimension_code(dimension), unit), [])
        if applies:
            counted.append(TaskState(state))
    codes = sorted({code for code, _ in found}, key=lambda code: (code == _GENERAL, code))
    return ChartSpec(
        kind=ChartKind.MATRIX,
        slug=f"noi-dung-don-vi-{provenance.period}",
        title=words.DIMENSION_BY_UNIT,
        unit=words.DONE_OF_APPLYING,
        order=words.WORST_STATE_COLOURS,
        total=words.WHOLE,
        provenance=provenance,
        categories=tuple(Category(code, dimension_name(code)) for code in codes),
        series=tuple(
            Series(
                unit,
                name,
                tuple(_cell(found.get((code, unit)), completion.get((code, unit), _NOTHING)) for code in codes),
            )
            for unit, name in units
        ),
    )


def with_totals(
    matrix: ChartSpec, dimensions: Mapping[str, Ratio], units: Mapping[str, Ratio], whole: Ratio
) -> ChartSpec:
    """Put the measures of dimensions, units and the plan at the ends of a matrix, the least complete dimension first.

    What has no share stands last. The whole is given: tasks of a group are counted once in it.
    """

    def badness(row: int) -> tuple[bool, float]:
        share = dimensions.get(matrix.categories[row].code, _NOTHING).share
        return share is None, float(share or 0)

    order = sorted(range(len(matrix.categories)), key=badness)
    ordered = (matrix.categories[row] for row in order)
    return replace(
        matrix,
        categories=tuple(replace(one, total=fraction(dimensions.get(one.code, _NOTHING))) for one in ordered),
        series=tuple(
            replace(one, points=tuple(one.points[row] for row in order), total=fraction(units.get(one.code, _NOTHING)))
            for one in matrix.series
        ),
        whole=fraction(whole),
    )


def commitment_over_periods(row: Row, series: Sequence[Row], provenance: Provenance) -> ChartSpec:
    """Draw the figure of one commitment over its periods, with its target where that is a figure.

    ``series`` are its rows of the measure; figures dated after the as-of date are no part of it.
    """
    sure = text(row["finality"])
    values = {Period.parse(str(one["period"])): figure(one["actual"]) for one in series if not one["is_later"]}
    return over_periods(
        text(row["content"]),
        text(row["target_unit"]),
        [("actual", words.ACTUAL, Tone.RUNNING, values)],
        replace(provenance, finality=Finality(sure) if sure else None),
        figure(row["target_value"]) if is_numeric(row) else None,
        f"cam-ket-{row['key']}",
    )


def _cell(counted: Sequence[TaskState] | None, done: Ratio) -> Point:
    """None: there is no task; none counted: there are only tasks outside the denominator."""
    if counted is None:
        return Point(None)
    if not counted:
        return Point(0.0, fraction(done), Tone.NONE, f"{words.NO_FIGURE} {words.NOT_COUNTED}")
    label = labels.TASK_STATES[min(counted, key=_BADNESS.__getitem__)]
    return Point(float(done.share or 0), fraction(done), Tone(label.tone), f"{label.glyph} {label.word}")
