"""The list of tasks: filters, states with their counts, and a table whose rows open."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app import cache, cache_rows, links, measured, query
from papi_metrics.app.components.rows import facts, marks
from papi_metrics.app.components.rows import listing as rows
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.tasks import words as said
from papi_metrics.app.links import address
from papi_metrics.app.task_filter import KIND, SEARCH, TaskFilter, answering_units
from papi_metrics.app.view import View
from papi_metrics.charts.builders import dimension_code, dimension_name
from papi_metrics.charts.frames import Row, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.state import TaskState
from papi_metrics.wording import labels
from papi_metrics.wording import page_tasks as words
from papi_metrics.wording import pages as page_words
from papi_metrics.wording import rows as row_words

PAGE = "nhiem-vu"
_KIND = rows.Kind(PAGE, words.TITLE, tuple(labels.TASK_STATES.items()), page_words.NO_TASKS, words.NO_MATCH)
_COLUMNS = (
    Column(words.TASK, width=34),
    Column(words.LEAD, width=14),
    Column(words.DEADLINE, width=12),
    Column(words.STATE, width=14),
    Column(words.RESULT, width=26),
)


def asked() -> TaskFilter:
    """Return the filter that the address says."""
    return TaskFilter(
        state=query.word(links.STATE),
        dimension=query.word(links.DIMENSION),
        unit=query.word(links.UNIT),
        kind=query.word(KIND),
        mark=query.word(links.MARK),
        search=query.word(SEARCH),
    )


def filtered(view: View, wanted: TaskFilter) -> list[Row]:
    """Return the tasks that the filter takes, the worst state first, then in the order of the plan."""
    return rows.in_state(_whatever_state(view, wanted), wanted.state)


def _whatever_state(view: View, wanted: TaskFilter) -> list[Row]:
    units = _answering(view)
    found = (row for row in cache_rows.tasks(view) if wanted.takes(row, units.get(str(row["key"]), ())))
    return rows.worst_first(found, TaskState)


@cache.kept
def _answering(view: View) -> Mapping[str, Sequence[str]]:
    return answering_units(cache_rows.task_units(view))


def draw(view: View) -> None:
    """Draw filters and list."""
    rows.draw(view, _KIND, cache_rows.tasks(view), lambda: _filters(view), _parts)


@cache.kept
def _parts(view: View, wanted: TaskFilter) -> tuple[str, str]:
    keep = wanted.words
    return rows.parts(
        view,
        _KIND,
        _whatever_state(view, wanted),
        keep,
        note=lambda taken: _note(view, taken),
        table=lambda taken: listing(view, taken, keep),
    )


def _note(view: View, taken: int) -> str:
    done = words.completion(measured.ratio(measured.of_plan(view), "completion"))
    return f"{words.shown(taken, len(cache_rows.tasks(view)))} · {row_words.WORST_FIRST} · {done}"


def _filters(view: View) -> TaskFilter:
    return TaskFilter(
        search=query.search(SEARCH),
        dimension=query.pick(links.DIMENSION, words.DIMENSION, _dimensions(view)),
        unit=query.pick(links.UNIT, words.UNIT, _unit_names(view)),
        kind=query.pick(KIND, words.KIND, _kinds(view)),
        mark=query.pick(links.MARK, words.MARK, words.MARKS),
        state=query.known(links.STATE, words.STATE, set(TaskState)),
    )


@cache.kept
def _dimensions(view: View) -> Mapping[str, str]:
    present = sorted({dimension_code(row["dimension"]) for row in cache_rows.tasks(view)})
    return {code: dimension_name(code) for code in present}


@cache.kept
def _kinds(view: View) -> Mapping[str, str]:
    present = {str(row["deadline_kind"]) for row in cache_rows.tasks(view)}
    return {kind: labels.DEADLINE_KINDS[kind] for kind in DeadlineKind if kind.value in present}


@cache.kept
def _unit_names(view: View) -> Mapping[str, str]:
    names = cache.unit_names(view)
    units = {unit for found in _answering(view).values() for unit in found}
    return {unit: names.get(unit, unit) for unit in sorted(units, key=lambda code: names.get(code, code)) if unit}


def listing(view: View, tasks: Sequence[Row], keep: Mapping[str, str] | None = None) -> str:
    """Return tasks as a table. ``keep`` are filters that the way back from an opened task restores."""
    return table(_COLUMNS, [_line(view, row, keep or {}) for row in tasks], words.TITLE)


def _line(view: View, row: Row, keep: Mapping[str, str]) -> tuple[str, ...]:
    heard = said.heard(row)
    state = said.state(view, row) + (f"<small>{heard}</small>" if heard else "")
    return title(view, row, keep), facts.lead(row), said.deadline(row), state, _told_by(view, row) + result(view, row)


def _told_by(view: View, row: Row) -> str:
    """Say which unit a result is of that stands beside the state of the whole, "" where it is that of the whole."""
    unit = text(row["update_unit"])
    return f"<small>{escape(words.SAID_BY.format(unit=cache.unit_names(view).get(unit, unit)))}</small>" if unit else ""


def title(view: View, row: Row, keep: Mapping[str, str]) -> str:
    """Return the text of a task as the way to it, with its place in the plan."""
    href = address(view, PAGE, **{**keep, links.KEY: str(row["key"])})
    place = " · ".join(part for part in (text(row["number"]), said.dimension(row)) if part)
    return f"{link(href, escape(text(row['content'])), 'papi-open')}<small>{escape(place)}</small>"


def result(view: View, row: Row) -> str:
    """Return what was reported in short: its text, its evidence, and the marks that ask for a second look."""
    content = text(row["result"])
    told = f'<span class="papi-clip">{escape(content)}</span>' if content else row_words.NOTHING
    evidence = facts.evidence_short(row, view.as_of)
    proof = f"<small>{words.EVIDENCE}: {evidence}</small>" if evidence else ""
    return told + proof + marks.copied(row) + said.later(view, row)
