"""What stands round every slide: the question, where its figures come from, and the ways to the other slides.

The ways are links: keys of the keyboard go the way of the link that names them (``assets/shell.js``).
"""

from html import escape

from papi_metrics.app import cache, cache_rows, origin, registry
from papi_metrics.app.links import SLIDE, address
from papi_metrics.app.slides.deck import Slide
from papi_metrics.app.view import View
from papi_metrics.wording import form
from papi_metrics.wording import page_slides as words
from papi_metrics.wording import pages as page_words

PAGE = "trinh-chieu"


def head(view: View, shown: Slide) -> str:
    """Return the question and where its figures come from."""
    return (
        f'<header class="papi papi-slide papi-title"><h1>{escape(shown.question)}</h1><p>{_source(view)}</p></header>'
    )


def body(shown: Slide) -> str:
    """Return the answer."""
    return f'<div class="papi papi-slide">{shown.body}</div>'


@cache.kept
def _source(view: View) -> str:
    """Plan, period, as-of date, how sure the figures are."""
    rows = (*cache_rows.tasks(view), *cache_rows.commitments(view))
    flag = f'<span class="papi-flag">{page_words.ILLUSTRATIVE}</span>' if origin.is_illustrative(rows) else ""
    said = (view.title, form.period(view.period), origin.line(view))
    return " · ".join(part for part in (*map(escape, said), flag) if part)


def ways(view: View, slides: tuple[Slide, ...], place: int) -> str:
    """Return the bar at the foot: back, every question, on, to the form, out."""
    last = len(slides) - 1
    before = _way(view, slides, place - 1, "‹ {}", words.PREVIOUS, "ArrowLeft PageUp")
    after = _way(view, slides, place + 1, "{} ›", words.NEXT, "ArrowRight PageDown")
    ends = _hidden(view, slides, 0, "Home") + _hidden(view, slides, last, "End")
    return (
        f'<nav class="papi papi-ways" aria-label="{words.WAYS}">{before}'
        f'<span class="papi-questions">{_questions(view, slides, place)}</span>'
        f'<span class="papi-place">{words.position(place + 1, len(slides))}</span>{after}'
        f"{_to_form(view, slides, place)}{_link(address(view, registry.HOME), words.LEAVE, 'Escape')}{ends}</nav>"
    )


def _way(view: View, slides: tuple[Slide, ...], place: int, sign: str, word: str, keys: str) -> str:
    """``sign`` holds the arrow, which stands alone on a phone."""
    label = sign.format(f'<span class="papi-of-step">{word}</span>')
    if not 0 <= place < len(slides):
        return f'<span class="papi-step papi-muted" aria-disabled="true">{label}</span>'
    return _link(_address(view, slides[place]), label, keys, title=word, classes="papi-step")


def _questions(view: View, slides: tuple[Slide, ...], place: int) -> str:
    first = {shown.of: shown for shown in reversed(slides)}
    order = dict.fromkeys(shown.of for shown in slides)
    return "".join(
        _link(
            _address(view, first[code]), form.number(number), title=words.QUESTIONS[code], here=code == slides[place].of
        )
        for number, code in enumerate(order, start=1)
    )


def _hidden(view: View, slides: tuple[Slide, ...], place: int, key: str) -> str:
    return _link(_address(view, slides[place]), "", key, classes="papi-only-key")


def _to_form(view: View, slides: tuple[Slide, ...], place: int) -> str:
    form_of = next(shown for shown in slides if shown.of == words.NOTED)
    return "" if slides[place].of == words.NOTED else _link(_address(view, form_of), words.DECIDE)


def _address(view: View, shown: Slide) -> str | None:
    return address(view, PAGE, **{SLIDE: shown.code})


def _link(
    href: str | None, label: str, keys: str = "", *, title: str = "", classes: str = "", here: bool = False
) -> str:
    marks = f' aria-keyshortcuts="{keys}"' if keys else ""
    marks += f' title="{escape(title)}" aria-label="{escape(title)}"' if title else ""
    marks += ' aria-current="page"' if here else ""
    # A way for a key alone is none for the eye or for Tab.
    marks += ' tabindex="-1" aria-hidden="true"' if not label else ""
    return f'<a class="papi-go {classes}" href="{escape(href or "")}" target="_self"{marks}>{label}</a>'
