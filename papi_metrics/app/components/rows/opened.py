"""A row opened in full: the ways around it, and its head."""

from collections.abc import Mapping, Sequence
from html import escape

from papi_metrics.app.components.rows import walk
from papi_metrics.app.components.rows.panel import nothing, show
from papi_metrics.app.links import address, entering
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.wording import page_entering as entering_words
from papi_metrics.wording import rows as words


def find(
    view: View, page: str, every: Sequence[Row], key: str, listed: Sequence[Row], keep: Mapping[str, str]
) -> Row | None:
    """Draw the ways from the row ``key`` of ``every`` to its neighbours in the list it was opened from, and return it.

    ``keep`` are the filters of that list. None where there is no such row.
    """
    show(walk.walk(view, page, [str(row["key"]) for row in listed], key, keep))
    return next((row for row in every if row["key"] == key), None)


def missing(view: View, page: str, said: str, label: str) -> None:
    """Draw what stands in place of a row that is not there, with the way to all rows."""
    show(nothing(said, address(view, page), label))


def head(view: View, row: Row, place: str, state: str, unit: str = "") -> str:
    """Return the head of a row: where it stands in the plan, its text, its state (ready HTML), the way to fill it in.

    ``unit`` is the one that speaks of it, "" for the whole of the row.
    """
    way = link(entering(view, text(row["key"]), unit), escape(entering_words.EDIT_ROW), "papi-way")
    flag = f' · <span class="papi-flag">{words.ILLUSTRATIVE}</span>' if row["illustrative"] is True else ""
    return (
        f'<section class="papi-panel"><p class="papi-muted">{escape(place)}{flag}</p>'
        f'<h2 class="papi-content">{escape(text(row["content"]))}</h2><p>{state}</p><p>{way}</p></section>'
    )
