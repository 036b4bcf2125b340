"""Items of a slide: what, who, why; a long text is folded up and opens where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from papi_metrics.app.links import KEY, SLIDE, address
from papi_metrics.app.slides.paging import LINES, lines, paged
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.wording import page_slides as words

LONG = 240
"""Letters of a text that are shown before it is folded up."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text under an item, with what it is: "Vướng mắc: …". ``is_missing``: it says that something is not told."""

    label: str
    text: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class SlideItem:
    """One item. ``key`` is the row that a decision on it would belong to, "" for none."""

    text: str
    why: str
    tone: Tone
    owner: str = ""
    under: tuple[Line, ...] = ()
    key: str = ""


def pages(view: View, found: Sequence[SlideItem], room: float = LINES) -> tuple[str, ...]:
    """Return the items by slide, as ready HTML; ``room`` are the lines that they may take."""
    return tuple(_list(view, page) for page in paged(found, _cost, room))


def _cost(item: SlideItem) -> float:
    under = (f"{line.label}: {line.text[:LONG]}" for line in item.under)
    return lines(item.text[:LONG], item.owner or " " * bool(item.key), *under)


def _list(view: View, found: Sequence[SlideItem]) -> str:
    return f'<div class="papi-asked">{"".join(_item(view, item) for item in found)}</div>'


def _item(view: View, item: SlideItem) -> str:
    owner = f"<b>{escape(item.owner)}</b>" if item.owner else ""
    decide = _decide(view, item.key) if item.key else ""
    who = f'<p class="papi-muted">{owner} {decide}</p>' if owner or decide else ""
    return (
        f'<div><i class="papi-dot papi-{item.tone}"></i>'
        f'<div class="papi-told-of"><div>{folded(item.text)}</div>{"".join(map(_under, item.under))}{who}</div>'
        f'<span class="papi-because papi-ink-{item.tone}">{escape(item.why)}</span></div>'
    )


def _decide(view: View, key: str) -> str:
    return link(
        address(view, "trinh-chieu", **{SLIDE: words.NOTED, KEY: key}),
        f"＋ {words.DECIDE}",
        "papi-way",
        words.DECIDE_HINT,
    )


def _under(line: Line) -> str:
    ink = "papi-ink-late" if line.is_missing else "papi-muted"
    return f'<div class="papi-line-under"><span class="{ink}">{escape(line.label)}:</span> {folded(line.text)}</div>'


def folded(text: str) -> str:
    """Return a text, a long one cut at a word with the rest one click away."""
    if len(text) <= LONG:
        return escape(text)
    short = text[:LONG].rsplit(" ", 1)[0]
    return (
        f'<details class="papi-folded"><summary>'
        f'<span class="papi-short">{escape(short)}… <span class="papi-way">{words.READ_ON}</span></span>'
        f'<span class="papi-full">{escape(text)} <span class="papi-way">{words.READ_LESS}</span></span>'
        "</summary></details>"
    )
