"""One task in full: what the plan says, what was reported, how it came about, and the files behind it."""

from collections.abc import Mapping
from html import escape

from papi_metrics.app import cache, cache_rows, links
from papi_metrics.app.components import lists
from papi_metrics.app.components.rows import facts, history, marks, opened, source
from papi_metrics.app.components.rows.panel import panel, show
from papi_metrics.app.components.tasks import listing, parts
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


def draw(view: View, key: str, wanted: TaskFilter) -> None:
    """Draw the task ``key``; ``wanted`` is the list from which it was opened."""
    every, listed = cache_rows.tasks(view), listing.filtered(view, wanted)
    row = opened.find(view, listing.PAGE, every, key, listed, wanted.words)
    if row is None:
        opened.missing(view, listing.PAGE, words.NO_TASK, words.ALL_TASKS)
        return
    of_units = parts.of_units(view, row)
    # The last word of one unit is no word for the whole: it stands among those of the others.
    stands_there = text(row["update_unit"]) in {text(part["unit"]) for part in of_units.all}
    whole = "" if stands_there else _reported(view, row)
    halves = f'<div class="papi-halves">{whole}{_planned(row)}</div>' if whole else _planned(row)
    # Each unit has a way of its own to its form.
    speaker = "" if of_units.all else text(row["update_unit"])
    show(f"{_head(view, row, speaker)}{parts.parts(view, row, of_units)}{halves}{history.history(view, key)}")
    entries = [entry for one in (row, *of_units.all) for entry in source.entries_of(view, one)]
    source.files(row_words.SOURCES, entries, "task")


def _head(view: View, row: Row, speaker: str) -> str:
    numbered = words.numbered(text(row["number"]), text(row["section"]))
    place = " · ".join(part for part in (said.dimension(row), numbered) if part)
    return opened.head(view, row, place, said.state(view, row), speaker)


def _planned(row: Row) -> str:
    cells = source.cells(row, "cells")
    kind = labels.DEADLINE_KINDS[DeadlineKind(str(row["deadline_kind"]))]
    due, following = form.day(day(row["due"])), form.day(day(row["next_due"]))
    pairs = (
        (words.LEAD, source.beside(facts.lead(row), cells, "lead")),
        (labels.FIELDS["coordinators"], source.beside(escape(text(row["coordinators_text"])), cells, "coordinators")),
        (words.AS_PRINTED, source.beside(escape(text(row["deadline_text"])), cells, "deadline")),
        (words.KIND, escape(kind)),
        (words.NEXT_DUE, following) if following else (words.DUE, due or words.NO_DUE),
        (words.STRICT_DUE, form.day(day(row["strict_due"]))),
        (row_words.SOURCE, escape(cells.get("content", ""))),
    )
    return panel(words.PLAN_SAYS, facts.facts(pairs))


def _reported(view: View, row: Row) -> str:
    period = text(row["update_period"])
    if not period:
        way = links.address(view, "cap-nhat")
        return panel(words.result_of(view.period), lists.empty(words.NO_RESULT, way, page_words.ADD_FILE))
    cells = source.reported(view, row, "update")
    status = text(row["status"])
    pairs = (
        (words.STATUS, source.beside(labels.STATUSES[Status(status)] if status else "", cells, "status")),
        (labels.FIELDS["percent"], source.beside(_percent(row), cells, "percent")),
        (labels.FIELDS["done_on"], source.beside(_done_on(view, row), cells, "done_on")),
        (words.RESULT, _result(row, cells)),
        (words.EVIDENCE, source.evidence(row, cells, view.as_of)),
        *((labels.FIELDS[name], source.beside(facts.prose(text(row[name])), cells, name)) for name in parts.OPEN_ENDS),
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


def _speaker(view: View, row: Row) -> str:
    unit = text(row["update_unit"])
    return cache.unit_names(view).get(unit, unit)
