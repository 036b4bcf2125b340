"""One dimension in full: its figures, its tasks, and what the period's report tells of it."""

from html import escape

from papi_metrics.app import cache, cache_rows, measured
from papi_metrics.app.components import lists
from papi_metrics.app.components.dimensions import matrix
from papi_metrics.app.components.rows import marks, source
from papi_metrics.app.components.rows.panel import panel, show
from papi_metrics.app.components.tasks import listing
from papi_metrics.app.links import DIMENSION, address
from papi_metrics.app.task_filter import TaskFilter
from papi_metrics.app.view import View
from papi_metrics.charts.builders import dimension_name
from papi_metrics.charts.frames import Row, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.repetition import Repeats
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_dimensions as words


@cache.kept
def choices(view: View, chosen: str) -> str:
    """Return the dimensions as links, in the order of the matrix."""
    parts = "".join(
        link(
            address(view, matrix.PAGE, **{DIMENSION: category.code}),
            f"{escape(category.name)} <b>{escape(category.total)}</b>",
            "papi-chip papi-on" if category.code == chosen else "papi-chip",
        )
        for category in matrix.spec(view).categories
    )
    return f'<nav class="papi-chips" aria-label="{words.CHOOSE}">{parts}</nav>'


def draw(view: View, code: str) -> None:
    """Draw the dimension ``code``; "0" are the general tasks."""
    show(_tasks(view, code))
    if code != "0":
        _narrative(view, int(code))


@cache.kept
def _tasks(view: View, code: str) -> str:
    number = int(code)
    name = words.full_name(number, labels.FULL_DIMENSIONS[number]) if number else dimension_name(code)
    tasks = listing.filtered(view, TaskFilter(dimension=code))
    body = listing.listing(view, tasks, {DIMENSION: code}) if tasks else lists.empty(words.NO_TASKS)
    head = f'<h2 class="papi-content">{escape(name)}</h2><p class="papi-muted">{escape(_figures(view, code))}</p>'
    return f'<section class="papi-panel">{head}{body}</section>'


def _figures(view: View, code: str) -> str:
    found = measured.of_dimensions(view).get(code, {})
    return words.measures(
        measured.ratio(found, "completion"),
        measured.ratio(found, "reported"),
        measured.ratio(found, "evidenced"),
        measured.number(found, "overdue"),
    )


def _narrative(view: View, number: int) -> None:
    show(_told(view, number))
    told = [entry for entry in cache_rows.entries(view).values() if _tells(view, entry.period, entry.counts.narratives)]
    if any(one.dimension == number for one in cache_rows.narratives(view)):
        source.files(words.NARRATIVE_FILES, [entry for entry in told if not entry.revoked], "narrative")


@cache.kept
def _told(view: View, number: int) -> str:
    paragraphs = [one for one in cache_rows.narratives(view) if one.dimension == number]
    if not paragraphs:
        return panel(words.NARRATIVE, lists.empty(words.NO_NARRATIVE), form.period(view.period))
    found = {text(row["content"]): row for row in cache_rows.copied(view) if row["kind"] == "narrative"}
    held = [found[one.text] for one in paragraphs if one.text in found]
    repeating = [Repeats(of) for row in held if (of := text(row["repeats"]))]
    note = words.marked(repeating, sum(not row["has_fact"] for row in held), len(paragraphs))
    body = "".join(_paragraph(one.text, str(one.cell), found.get(one.text)) for one in paragraphs)
    return panel(words.NARRATIVE, f'<div class="papi-told">{body}</div>', note)


def _tells(view: View, period: str | None, paragraphs: int) -> bool:
    return period == view.period.code and paragraphs > 0


def _paragraph(told: str, cell: str, held: Row | None) -> str:
    signs = marks.copied(held, "share") if held else ""
    return f"<div>{source.beside(f'<p>{escape(told)}</p>{signs}', {'text': cell}, 'text')}</div>"
