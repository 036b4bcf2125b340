"""Short lists on cards: what to ask, who has reported, what moved, and the foot of the page."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from papi_metrics.app.links import address
from papi_metrics.app.overview import Item, Movement
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.state import SubmissionState, TaskState
from papi_metrics.wording import form, labels
from papi_metrics.wording import pages as words


def head(title: str, note: str = "", href: str | None = None) -> str:
    """Return the head of a card: its question, and at the right unit, date or order."""
    right = link(href, escape(note), "") if note else ""
    return f'<div class="papi-head"><h2>{escape(title)}</h2>{right}</div>'


def empty(message: str, href: str | None = None, label: str = "") -> str:
    """Return what stands in a card that has nothing to show, with the way that mends it."""
    way = f"<p>{link(href, escape(label), 'papi-way')}</p>" if href else ""
    return f'<div class="papi-empty">{escape(message)}{way}</div>'


def items(view: View, found: Sequence[Item]) -> str:
    """Return lines that lead to their rows: text and owner at the left, the reason at the right."""
    return f'<div class="papi-list">{"".join(_item(view, item) for item in found)}</div>'


def _item(view: View, item: Item) -> str:
    what = link(address(view, item.page, key=item.key), escape(item.text), "", item.text)
    owner = f"<small>{escape(item.owner)}</small>" if item.owner else ""
    # What is to be asked has somebody to ask, and a dot; news has neither.
    dot = f'<i class="papi-dot papi-{item.tone}"></i>' if item.owner else ""
    why = f'<span class="papi-why papi-ink-{item.tone}">{escape(item.why)}</span>'
    return f'<div>{dot}<div class="papi-what">{what}{owner}</div>{why}</div>'


def submissions(view: View, rows: Sequence[Row], names: Mapping[str, str]) -> str:
    """Return who has reported, the missing first."""
    order = {state: place for place, state in enumerate(SubmissionState)}
    ordered = sorted(rows, key=lambda row: (order[SubmissionState(text(row["state"]))], -count(row["days_late"])))
    return f'<div class="papi-list papi-two">{"".join(_submission(view, row, names) for row in ordered)}</div>'


def _submission(view: View, row: Row, names: Mapping[str, str]) -> str:
    state = SubmissionState(text(row["state"]))
    left = count(row["owed"]) - count(row["reported"])
    in_part = state is SubmissionState.ON_TIME and left > 0
    label = labels.TASK_STATES[TaskState.NOT_REPORTED] if in_part else labels.SUBMISSION_STATES[state]
    word = _submission_word(state, row) + (f", {words.lines_missing(left)}" if in_part else "")
    code = text(row["unit"])
    name = names.get(code, code)
    what = link(address(view, "don-vi", unit=code), escape(name), "", name)
    why = f'<span class="papi-why papi-ink-{label.tone}">{label.glyph} {escape(word)}</span>'
    return f'<div><div class="papi-what">{what}</div>{why}</div>'


def _submission_word(state: SubmissionState, row: Row) -> str:
    if state is SubmissionState.LATE:
        return words.days_late(count(row["days_late"]))
    if state is SubmissionState.ON_TIME:
        return form.day(day(row["first_on"]))
    return labels.submission_state(state, 0, has_due_date=day(row["due"]) is not None).word.lower()


def due_note(rows: Sequence[Row]) -> str:
    """Return the day by which the units of ``rows`` report, or that none is set; "" where nobody owes a report."""
    if not rows:
        return ""
    days = {due for row in rows if (due := day(row["due"]))}
    return words.submission_due(max(days) if days else None)


def changes(view: View, moved: Movement, limit: int) -> str:
    """Return all movements, those after the first ``limit`` folded up under their number, which takes a line too."""
    rest = moved.items[limit:]
    if len(rest) <= 1:
        return items(view, moved.items)
    more = f'<details class="papi-rest"><summary>{words.more_changes(len(rest))}</summary>{items(view, rest)}</details>'
    return items(view, moved.items[:limit]) + more


def foot(version: int, entered_on: date | None, clock: str, file_name: str) -> str:
    """Return the line at the foot of a page: data version, source, how to read on."""
    source = words.entered(entered_on, clock, file_name) if entered_on else ""
    return (
        f'<div class="papi papi-foot"><span>{escape(words.version_line(version, source))}</span>'
        f"<span>{escape(words.CLICK_HINT)}</span></div>"
    )
