"""The slides there are for a view, in the order of the meeting; those with nothing to say are left out."""

from dataclasses import dataclass

from papi_metrics.app import cache
from papi_metrics.app.slides import answers
from papi_metrics.app.view import View
from papi_metrics.wording import page_slides as words


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``code`` names it in the address, ``of`` the question it answers; ``body`` is ready HTML."""

    code: str
    of: str
    question: str
    body: str


@cache.kept
def deck(view: View) -> tuple[Slide, ...]:
    """Return the slides."""
    found = {
        words.DIMENSIONS: answers.dimensions(view),
        words.OVERDUE: answers.overdue(view),
        words.COMMITMENTS: answers.commitments(view),
        words.OWING: answers.owing(view),
        words.UNPROVEN: answers.unproven(view),
        words.PROPOSALS: answers.proposals(view),
        words.CARRIED: answers.carried(view),
        words.NOTED: answers.noted(view),
    }
    left_out = tuple(code for code, pages in found.items() if not pages)
    every = {words.STATE: answers.state(view, left_out), **found}
    return tuple(
        Slide(
            code if page == 1 else f"{code}-{page}",
            code,
            words.numbered(words.QUESTIONS[code], page, len(pages)),
            body,
        )
        for code, pages in every.items()
        for page, body in enumerate(pages, start=1)
    )


def place_of(slides: tuple[Slide, ...], asked: str) -> int | None:
    """Return which slide ``asked`` names, the first one for ""; a page that is no more is the question's first.

    None where there is no such slide.
    """
    if not asked:
        return 0
    codes = [slide.code for slide in slides]
    question = asked.rstrip("0123456789").rstrip("-")
    return next((codes.index(code) for code in (asked, question) if code in codes), None)
