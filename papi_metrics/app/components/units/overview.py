"""All units side by side, the worst first."""

from html import escape

from papi_metrics.app import cache, cache_rows, measured
from papi_metrics.app.components.rows import marks
from papi_metrics.app.components.rows.panel import nothing, panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.links import DUE_SOON, address
from papi_metrics.app.measured import Measures
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, count, day, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.state import SubmissionState, TaskState
from papi_metrics.wording import form
from papi_metrics.wording import page_units as words
from papi_metrics.wording import pages as page_words
from papi_metrics.wording import rows as row_words

PAGE = "don-vi"
_COLUMNS = (
    Column(words.UNIT, width=23),
    Column(words.COMPLETION, figures=True, width=11),
    Column(words.ON_TIME, figures=True, width=11),
    Column(words.OVERDUE, figures=True, width=8),
    Column(words.DUE_SOON, figures=True, width=9),
    Column(words.EVIDENCED, figures=True, width=11),
    Column(words.COMMITMENTS_MET, figures=True, width=11),
    Column(words.SUBMISSION, width=16),
)
_BADNESS = {state.value: place for place, state in enumerate(SubmissionState)}


@cache.kept
def known(view: View) -> frozenset[str]:
    """Return the units that the page can show: those that lead something, and those that owe a report."""
    return frozenset(code for code in (*measured.of_units(view), *submissions(view)) if code)


def submissions(view: View) -> dict[str, Row]:
    """Return what each unit has handed in for the period."""
    return {text(row["unit"]): row for row in cache_rows.submissions(view)}


@cache.kept
def draw(view: View) -> str:
    """Return the table of all units."""
    found, handed_in, names = measured.of_units(view), submissions(view), cache.unit_names(view)
    if not found:
        return nothing(words.NO_UNITS, address(view, "cap-nhat"), page_words.ADD_FILE)

    def badness(code: str) -> tuple[bool, int, int, float, str]:
        share = measured.ratio(found[code], "completion").share
        row = handed_in.get(code)
        late = _BADNESS[str(row["state"])] if row else len(_BADNESS)
        done = 2.0 if share is None else float(share)
        return not code, -measured.number(found[code], "overdue"), late, done, names.get(code, code)

    lines = [_line(view, code, found[code], handed_in.get(code), names) for code in sorted(found, key=badness)]
    return panel(words.OVERVIEW, table(_COLUMNS, lines, words.OVERVIEW), words.OVERVIEW_NOTE)


def _line(view: View, code: str, found: Measures, row: Row | None, names: dict[str, str]) -> tuple[str, ...]:
    name = escape(names.get(code, code) or row_words.LEAD_UNKNOWN)
    late = address(view, "nhiem-vu", unit=code, state=TaskState.OVERDUE)
    soon = address(view, "nhiem-vu", unit=code, mark=DUE_SOON)
    return (
        link(address(view, PAGE, unit=code) if code else None, name, "papi-open"),
        _ratio(view, found, "completion", "nhiem-vu", code),
        _ratio(view, found, "on_time", "nhiem-vu", code),
        _count(measured.number(found, "overdue"), Tone.BAD, late if code else None),
        _count(measured.number(found, "due_soon"), Tone.SOON, soon if code else None),
        _ratio(view, found, "evidenced", "nhiem-vu", code),
        _ratio(view, found, "commitments_met", "cam-ket", code),
        submission(row),
    )


def _ratio(view: View, found: Measures, name: str, page: str, code: str) -> str:
    value = measured.ratio(found, name)
    if value.share is None:
        return f'<span class="papi-muted">{row_words.NOTHING}</span>'
    return link(address(view, page, unit=code) if code else None, escape(words.share(value)), "")


def _count(found: int, tone: Tone, href: str | None) -> str:
    ink = f"papi-ink-{tone}" if found else "papi-muted"
    return link(href if found else None, f"<b>{form.number(found)}</b>", ink)


def submission(row: Row | None) -> str:
    """Return what a unit has handed in: state, day, and how many of its lines."""
    if row is None:
        return f'<span class="papi-muted">{words.NOTHING_OWED}</span>'
    late = count(row["days_late"])
    handed_in = form.day(day(row["first_on"]))
    notes = (
        handed_in,
        page_words.days_late(late) if late else "",
        words.lines_named(count(row["reported"]), count(row["owed"])),
    )
    return marks.state(marks.submission_state(row), " · ".join(note for note in notes if note))
