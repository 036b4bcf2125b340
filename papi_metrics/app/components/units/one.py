"""One unit: what it leads, what is due, what it owes, its commitments and its record."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app import cache, cache_rows, measured
from papi_metrics.app.components import decided, lists
from papi_metrics.app.components.commitments import listing as commitments
from papi_metrics.app.components.commitments.listing import CommitmentFilter
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.listing import worst_first
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.tasks import listing as tasks_listing
from papi_metrics.app.components.tasks import words as said
from papi_metrics.app.components.units import overview
from papi_metrics.app.links import UNIT, address
from papi_metrics.app.overview import Item, nearness
from papi_metrics.app.unit_tree import groups_between
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.period import Period
from papi_metrics.model.state import TaskState
from papi_metrics.model.unit import Unit
from papi_metrics.wording import form
from papi_metrics.wording import page_commitments as commitment_words
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording import page_tasks as task_words
from papi_metrics.wording import page_units as words
from papi_metrics.wording import pages as page_words
from papi_metrics.wording import rows as row_words

_COLUMNS = (
    Column(task_words.TASK, width=34),
    Column(words.HOW, width=14),
    Column(task_words.DEADLINE, width=13),
    Column(task_words.STATE, width=14),
    Column(task_words.RESULT, width=25),
)
_RECORD = (
    Column(words.PERIOD, width=20),
    Column(words.DUE_ON, width=20),
    Column(words.HANDED_IN, width=20),
    Column(words.LINES, width=15),
    Column(words.STATE, width=25),
)


@cache.kept
def draw(view: View, code: str) -> str:
    """Return everything about the unit ``code``."""
    tasks = _tasks(view, code)
    return (
        f"{_cards(view, code)}"
        f'<div class="papi-unit"><div class="papi-halves papi-even"><div>{_due(view, tasks)}'
        f"{_owes(view, code, tasks)}</div>{_record(view, code)}</div>"
        f"{_leads(view, code, tasks)}{_commitments(view, code)}{_decisions(view, code)}</div>"
    )


def _tasks(view: View, code: str) -> list[Row]:
    return worst_first((row for row in cache_rows.task_units(view) if row["unit"] == code), TaskState)


def _cards(view: View, code: str) -> str:
    found = measured.of_units(view).get(code, {})
    overdue = measured.number(found, "overdue")
    tasks = address(view, tasks_listing.PAGE, unit=code)
    late = address(view, tasks_listing.PAGE, unit=code, state=TaskState.OVERDUE)
    met = address(view, commitments.PAGE, unit=code)
    parts = (
        _card(tasks, words.COMPLETION, form.ratio(measured.ratio(found, "completion"))),
        _card(late, words.OVERDUE, form.number(overdue), Tone.BAD if overdue else None),
        _card(tasks, words.ON_TIME, form.ratio(measured.ratio(found, "on_time"))),
        _card(tasks, words.EVIDENCED, form.ratio(measured.ratio(found, "evidenced"))),
        _card(met, words.COMMITMENTS_MET, form.ratio(measured.ratio(found, "commitments_met"))),
    )
    return f'<div class="papi-cards">{"".join(parts)}</div>'


def _card(href: str | None, label: str, figure: str, tone: Tone | None = None) -> str:
    ink = f" papi-ink-{tone}" if tone else ""
    ink += " papi-muted" if figure == form.NO_DATA else ""
    value = f'<b class="papi-value{ink}">{escape(figure)}</b>'
    return link(href, f"<small>{escape(label)}</small>{value}", "papi-card papi-low")


def _due(view: View, tasks: Sequence[Row]) -> str:
    found = [row for row in tasks if row["state"] == TaskState.OVERDUE or row["due_soon"]]
    body = lists.items(view, [_due_item(view, row) for row in found])
    return panel(words.DUE, body if found else lists.empty(words.NOTHING_DUE))


def _owes(view: View, code: str, tasks: Sequence[Row]) -> str:
    found = [_item(row, words.OWES_NOW, Tone(marks.task_state(row).tone)) for row in tasks if row["awaited"]]
    found += [_commitment(row) for row in _unreported(view, code)]
    row = overview.submissions(view).get(code)
    note = words.reported(count(row["reported"]), count(row["owed"])) if row else words.NOTHING_OWED
    return panel(words.OWES, lists.items(view, found) if found else lists.empty(words.OWES_NOTHING), note)


def _unreported(view: View, code: str) -> list[Row]:
    mine = commitments.filtered(view, CommitmentFilter(unit=code))
    return [row for row in mine if row["awaited"]]


def _commitment(row: Row) -> Item:
    place = commitment_words.place(text(row["block"]), text(row["number"]))
    return Item(text(row["content"]), words.OWES_NOW, Tone.UNKNOWN, commitments.PAGE, str(row["key"]), place)


def _due_item(view: View, row: Row) -> Item:
    if row["due_soon"]:
        return _item(row, nearness(row), Tone.SOON)
    return _item(row, said.why(view, row), Tone.BAD)


def _item(row: Row, why: str, tone: Tone) -> Item:
    return Item(text(row["content"]), why, tone, tasks_listing.PAGE, str(row["key"]), said.dimension(row))


def _leads(view: View, code: str, tasks: Sequence[Row]) -> str:
    if not tasks:
        return panel(words.LEADS, lists.empty(words.LEADS_NOTHING))
    units = cache_rows.units(view)
    lines = [_line(view, code, row, units) for row in tasks]
    note = f"{form.number(len(tasks))} · {row_words.WORST_FIRST}"
    return panel(words.LEADS, table(_COLUMNS, lines, words.LEADS), note)


def _line(view: View, code: str, row: Row, units: Mapping[str, Unit]) -> tuple[str, ...]:
    return (
        tasks_listing.title(view, row, {UNIT: code}),
        _how(code, row, units),
        said.deadline(row),
        said.state(view, row),
        tasks_listing.result(view, row),
    )


def _how(code: str, row: Row, units: Mapping[str, Unit]) -> str:
    leads = row["lead"]
    groups = groups_between(leads if isinstance(leads, list) else [], code, units)
    names = [units[group].name if group in units else group for group in groups]
    return escape(words.by_group(names) if names else words.DIRECTLY)


def _commitments(view: View, code: str) -> str:
    wanted = CommitmentFilter(unit=code)
    found = commitments.filtered(view, wanted)
    body = commitments.listing(view, found, wanted.words) if found else lists.empty(words.NO_COMMITMENTS)
    return panel(words.COMMITMENTS, body, form.number(len(found)) if found else "")


def _decisions(view: View, code: str) -> str:
    """What meetings gave the unit to do; nothing is drawn where they gave it nothing."""
    meeting = cache_rows.meeting(view)
    found = [item for item in (*meeting.carried, *meeting.noted) if item.errand.unit == code]
    if not found:
        return ""
    return panel(decision_words.DECISIONS, decided.listing(view, found), form.number(len(found)))


def _record(view: View, code: str) -> str:
    found = [row for row in cache_rows.record(view) if row["unit"] == code]
    lines = [_handed_in(row) for row in found]
    body = table(_RECORD, lines, words.RECORD) if lines else lists.empty(words.NO_RECORD)
    return panel(words.RECORD, body, words.RECORD_NOTE)


def _handed_in(row: Row) -> tuple[str, ...]:
    return (
        form.period(Period.parse(text(row["period"]))),
        form.day(day(row["due"])) or words.NO_DUE_DATE,
        form.day(day(row["first_on"])) or row_words.NOTHING,
        words.lines(count(row["reported"]), count(row["owed"])),
        marks.state(marks.submission_state(row), _late(row)),
    )


def _late(row: Row) -> str:
    late = count(row["days_late"])
    return page_words.days_late(late) if late else ""
