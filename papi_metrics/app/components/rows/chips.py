"""States as links with their counts: what there is, and the filter in one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from papi_metrics.app.links import STATE, address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.wording import form
from papi_metrics.wording import rows as words
from papi_metrics.wording.labels import Label


@dataclass(frozen=True, slots=True)
class Chip:
    """A state that rows have, with how many have it."""

    code: str
    label: Label
    count: int


def chips(view: View, page: str, found: Iterable[Chip], chosen: str, others: Mapping[str, str]) -> str:
    """Return the row of states. The chosen one leads back to all; ``others`` are the page's other filters."""
    rest = {name: said for name, said in others.items() if name != STATE}
    parts = "".join(_chip(view, page, chip, chosen, rest) for chip in found if chip.count or chip.code == chosen)
    return f'<nav class="papi-chips" aria-label="{words.STATE_FILTER}">{parts}</nav>'


def _chip(view: View, page: str, chip: Chip, chosen: str, rest: Mapping[str, str]) -> str:
    on = chip.code == chosen
    href = address(view, page, **{**rest, STATE: "" if on else chip.code})
    inner = (
        f'<span class="papi-ink-{chip.label.tone}" aria-hidden="true">{chip.label.glyph}</span> '
        f"{escape(chip.label.word)} <b>{form.number(chip.count)}</b>"
    )
    return link(href, inner, "papi-chip papi-on" if on else "papi-chip")
