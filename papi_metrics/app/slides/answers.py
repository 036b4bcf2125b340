"""What the slides answer, from the figures and rows of the other pages: each answer as one or more slides of HTML."""

from html import escape
from math import inf

from papi_metrics.app import board, cache, cache_rows, overview
from papi_metrics.app.components import lists
from papi_metrics.app.components.commitments import words as of_commitment
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.listing import worst_first
from papi_metrics.app.links import SLIDE, address
from papi_metrics.app.slides.items import Line, SlideItem, pages
from papi_metrics.app.slides.paging import LINES
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, figure, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.decision import Decision
from papi_metrics.model.period import Period
from papi_metrics.model.state import NOT_MET, CommitmentState, SubmissionState, TaskState
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording import page_slides as words
from papi_metrics.wording import page_units as unit_words
from papi_metrics.wording import pages as page_words

Pages = tuple[str, ...]

_FORM = 2.5
"""Lines that the folded form below a list takes."""


def state(view: View, left_out: tuple[str, ...]) -> Pages:
    """How the plan stands: the figures of Tổng quan, and what there is nothing to say of."""
    unsettled = len(cache_rows.meeting(view).unsettled)
    where = address(view, "trinh-chieu", **{SLIDE: words.CARRIED})
    carried = link(where, escape(decision_words.unsettled(unsettled)), "papi-ink-late") if unsettled else ""
    file = link(address(view, "bao-cao"), words.DECK_FILE, "papi-way")
    notes = "".join(f"<p>{note}</p>" for note in (carried, escape(words.nothing_of(left_out)), file) if note)
    return (f'{board.board(view).cards}<div class="papi-notes">{notes}</div>',)


def dimensions(view: View) -> Pages:
    """Which dimension lags: the bars of Tổng quan."""
    chart = board.board(view).tasks_chart
    return (board.task_bars(view, chart),) if chart.categories else ()


def overdue(view: View) -> Pages:
    """What is overdue, the latest first, with the difficulties that were told."""
    late = [row for row in cache_rows.tasks(view) if row["state"] == TaskState.OVERDUE]
    late.sort(key=lambda row: -count(row["days_late"]))
    return pages(view, [_overdue(view, row) for row in late])


def _overdue(view: View, row: Row) -> SlideItem:
    told = [
        Line(words.told_by(words.DIFFICULTY, name, before), said)
        for name, said, before in _said(view, row, "difficulties")
    ]
    return SlideItem(
        text(row["content"]),
        page_words.days_overdue(count(row["days_late"]), day(row["due"])),
        Tone.BAD,
        _owner(row),
        tuple(told) or (Line(words.DIFFICULTY, words.NO_DIFFICULTY, is_missing=True),),
        text(row["key"]),
    )


def commitments(view: View) -> Pages:
    """Which commitments are missed or at risk, with gap and cause; of one state the farthest from its target first."""
    found = [row for row in cache_rows.commitments(view) if row["state"] in NOT_MET]
    found.sort(key=_attained)
    return pages(view, [_commitment(row) for row in worst_first(found, CommitmentState)])


def _attained(row: Row) -> float:
    """One without a figure has no distance: it stands behind those that have."""
    attained = figure(row["attainment"])
    return inf if attained is None else attained


def _commitment(row: Row) -> SlideItem:
    label = marks.commitment_state(row)
    cause = text(row["cause"])
    lacking = Line(words.CAUSE, words.NO_CAUSE, is_missing=True)
    told = Line(words.CAUSE, cause) if cause else lacking if row["explanation_missing"] else None
    return SlideItem(
        text(row["content"]),
        f"{label.glyph} {label.word}",
        Tone(label.tone),
        _owner(row),
        tuple(line for line in (Line(words.FIGURES, _figures(row)), told) if line),
        text(row["key"]),
    )


def _figures(row: Row) -> str:
    return words.against(of_commitment.target(row), of_commitment.actual(row), of_commitment.gap(row))


def owing(view: View) -> Pages:
    """Which units owe a report or have left rows out; the missing first."""
    found = [row for row in cache_rows.submissions(view) if text(row["unit"]) and _owes(row)]
    names = cache.unit_names(view)
    return pages(view, [_submission(row, names) for row in worst_first(found, SubmissionState)])


def _owes(row: Row) -> bool:
    late = SubmissionState(text(row["state"])) is not SubmissionState.ON_TIME
    return late or count(row["reported"]) < count(row["owed"])


def _submission(row: Row, names: dict[str, str]) -> SlideItem:
    label, late, code = marks.submission_state(row), count(row["days_late"]), text(row["unit"])
    why = ", ".join(part for part in (label.word, page_words.days_late(late) if late else "") if part)
    told = unit_words.reported(count(row["reported"]), count(row["owed"]))
    said = ", ".join((lists.due_note([row]), told))
    return SlideItem(names.get(code, code), f"{label.glyph} {why}", Tone(label.tone), said)


def unproven(view: View) -> Pages:
    """What is reported as done, or has a figure, without evidence; then what is reported in words that stood before."""
    lacking = [row for row in cache_rows.tasks(view) if overview.lacks_evidence(row)]
    copied = [row for row in cache_rows.tasks(view) if overview.repeats(row) and not overview.lacks_evidence(row)]
    figures = [row for row in cache_rows.commitments(view) if overview.lacks_evidence(row)]
    return pages(view, [*map(_unproven, lacking), *map(_unproven_figure, figures), *map(_unproven, copied)])


def _unproven(row: Row) -> SlideItem:
    repeated = overview.repeats(row)
    why = (
        page_words.NO_EVIDENCE if overview.lacks_evidence(row) else "",
        page_words.result_repeats(repeated) if repeated else "",
    )
    result = text(row["result"])
    told = Line(words.RESULT, result or words.NO_RESULT, is_missing=not result)
    reasons = ", ".join(part for part in why if part)
    return SlideItem(text(row["content"]), reasons, Tone.LATE, _owner(row), (told,), text(row["key"]))


def _unproven_figure(row: Row) -> SlideItem:
    told = Line(words.FIGURES, _figures(row))
    return SlideItem(text(row["content"]), page_words.NO_EVIDENCE, Tone.LATE, _owner(row), (told,), text(row["key"]))


def proposals(view: View) -> Pages:
    """What units ask of the meeting in this period, in the order of the plan."""
    found = [
        _proposal(row, name, said)
        for row in cache_rows.tasks(view)
        for name, said, before in _said(view, row, "proposal")
        if before is None
    ]
    return pages(view, found)


def _proposal(row: Row, name: str, said: str) -> SlideItem:
    of_task = Line(words.OF_TASK, text(row["content"]))
    return SlideItem(said, "", Tone.RUNNING, name or _owner(row), (of_task,), text(row["key"]))


def carried(view: View) -> Pages:
    """How the decisions of the last meetings stand, the worst first."""
    return _decisions(view, cache_rows.meeting(view).carried, LINES - _FORM)


def noted(view: View) -> Pages:
    """What this meeting has decided so far, in one list: the form stands above it."""
    found = "".join(_decisions(view, cache_rows.meeting(view).noted, LINES))
    body = found or f'<p class="papi-muted">{decision_words.NONE_NOTED}</p>'
    return (f"<h2>{decision_words.NOTED}</h2>{body}",)


def _decisions(view: View, found: tuple[Decision, ...], room: float) -> Pages:
    names, rows = cache.unit_names(view), cache_rows.contents(view)
    return pages(view, [_decision(view, item, names, rows) for item in found], room)


def _decision(view: View, item: Decision, names: dict[str, str], rows: dict[str, str]) -> SlideItem:
    label = decision_words.STATES[item.state(view.as_of)]
    settled, later = item.is_settled(view.as_of), decision_words.settled_later(item, view.as_of)
    outcome = item.settlement.outcome if item.settlement and settled else ""
    before = "" if item.period == view.period else f", {decision_words.decided_at(item.period)}"
    under = (
        Line(words.REST, rows.get(item.errand.row, "")),
        Line(decision_words.OUTCOME_SHORT, outcome),
        Line(decision_words.LATER, later),
    )
    return SlideItem(
        item.errand.content,
        f"{label.glyph} {decision_words.standing(item, view.as_of)}",
        Tone(label.tone),
        decision_words.task_of(item.errand, names) + before,
        tuple(line for line in under if line.text),
    )


def _owner(row: Row) -> str:
    return text(row["lead_text"]) or page_words.NO_OWNER


def _said(view: View, row: Row, field: str) -> list[tuple[str, str, Period | None]]:
    """What is told of a task in ``field``: who tells it ("" the whole), the text, and of which earlier period it is."""
    names = cache.unit_names(view)
    voices = [part for part in cache_rows.task_units(view) if part["key"] == row["key"]]
    told = dict.fromkeys(
        (text(part["update_unit"]), text(part[field]), text(part["update_period"]))
        for part in (*voices, row)
        if text(part[field])
    )
    return [
        (names.get(unit, unit), said, None if period == view.period.code else Period.parse(period))
        for unit, said, period in told
    ]
