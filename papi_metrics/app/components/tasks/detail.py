"""One task in full: what the plan says, what was reported, how it came about, and the files behind it."""

from collections.abc import Mapping
from html import escape

from papi_metrics.app import cache, cache_rows, links
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows import facts, marks, source, walk
from papi_metrics.app.components.rows.panel import nothing, panel, show
from papi_metrics.app.components.tasks import history, listing
from papi_metrics.app.components.tasks import words as said
from papi_metrics.app.task_filter import TaskFilter
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, day, figure, text
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.period import Period
from papi_metrics.model.update import Status
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_tasks as words
from papi_metrics.wording import pages as page_words
from papi_metrics.wording import rows as row_words

_OPEN_ENDS = ("difficulties", "proposal", "next_steps")


def draw(view: View, key: str, wanted: TaskFilter) -> None:
    """Draw the task ``key``; ``wanted`` is the list from which it was opened."""
    keys = [str(row["key"]) for row in listing.filtered(view, wanted)]
    show(walk.walk(view, listing.PAGE, keys, key, wanted.words))
    row = next((row for row in cache_rows.tasks(view) if row["key"] == key), None)
    if row is None:
        way = links.address(view, listing.PAGE)
        show(nothing(words.NO_TASK, way, words.ALL_TASKS))
        return
    halves = f'<div class="papi-halves">{_reported(view, row)}{_planned(row)}</div>'
    show(f"{_head(view, row)}{halves}{history.history(view, key)}")
    source.files(row_words.SOURCES, source.entries_of(view, row), "task")


def _head(view: View, row: Row) -> str:
    place = " · ".join(
        part for part in (said.dimension(row), words.numbered(text(row["number"]), text(row["section"]))) if part
    )
    flag = f' · <span class="papi-flag">{row_words.ILLUSTRATIVE}</span>' if row["illustrative"] is True else ""
    return (
        f'<section class="papi-panel"><p class="papi-muted">{escape(place)}{flag}</p>'
        f'<h2 class="papi-content">{escape(text(row["content"]))}</h2><p>{said.state(view, row)}</p></section>'
    )


def _planned(row: Row) -> str:
    cells = source.cells(row, "cells")
    kind = labels.DEADLINE_KINDS[DeadlineKind(str(row["deadline_kind"]))]
    pairs = (
        (words.LEAD, source.beside(said.lead(row), cells, "lead")),
        (labels.FIELDS["coordinators"], source.beside(escape(text(row["coordinators_text"])), cells, "coordinators")),
        (words.AS_PRINTED, source.beside(escape(text(row["deadline_text"])), cells, "deadline")),
        (words.KIND, escape(kind)),
        (words.DUE, form.day(day(row["due"])) or words.NO_DUE),
        (words.STRICT_DUE, form.day(day(row["strict_due"]))),
        (row_words.SOURCE, escape(cells.get("content", ""))),
    )
    return panel(words.PLAN_SAYS, facts.facts(pairs))


def _reported(view: View, row: Row) -> str:
    period = text(row["update_period"])
    if not period:
        way = links.address(view, "cap-nhat")
        return panel(words.result_of(view.period), lists.empty(words.NO_RESULT, way, page_words.ADD_FILE))
    cells = source.cells(row, "update_cells")
    status = text(row["status"])
    pairs = (
        (words.STATUS, source.beside(labels.STATUSES[Status(status)] if status else "", cells, "status")),
        (labels.FIELDS["percent"], source.beside(_percent(row), cells, "percent")),
        (labels.FIELDS["done_on"], source.beside(_done_on(view, row), cells, "done_on")),
        (words.RESULT, _result(row, cells)),
        (words.EVIDENCE, _evidence(view, row, cells)),
        *((labels.FIELDS[name], source.beside(facts.prose(text(row[name])), cells, name)) for name in _OPEN_ENDS),
        (row_words.RECEIVED, marks.received_later(row, view.as_of) or form.day(day(row["received_on"]))),
    )
    return panel(words.result_of(Period.parse(period)), facts.facts(pairs), _speaker(view, row))


def _done_on(view: View, row: Row) -> str:
    """The day that counts; failing that, the one that is told."""
    return marks.dated(day(row["done_on"]) or day(row["told_done_on"]), view.as_of)


def _percent(row: Row) -> str:
    found = figure(row["percent"])
    return "" if found is None else words.percent(found)


def _result(row: Row, cells: Mapping[str, str]) -> str:
    told = facts.prose(text(row["result"])) or words.NO_RESULT
    return source.beside(told + marks.copied(row), cells, "result")


def _evidence(view: View, row: Row, cells: Mapping[str, str]) -> str:
    proof = facts.evidence(row, view.as_of)
    missing = marks.mark(row_words.NO_EVIDENCE) if row["evidence_missing"] else ""
    return source.beside(proof, cells, *facts.EVIDENCE) or missing


def _speaker(view: View, row: Row) -> str:
    unit = text(row["update_unit"])
    return cache.unit_names(view).get(unit, unit)
