"""The five figures at the top of Tổng quan. Each card opens the rows behind its figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from papi_metrics.app.links import COPIED, NO_EVIDENCE, address
from papi_metrics.app.overview import Unreported
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import form
from papi_metrics.wording import pages as words


@dataclass(frozen=True, slots=True)
class Figures:
    """What the cards say. ``completion_before`` is None where there is no earlier period to compare with.

    ``overdue`` is None where there is no task at all.
    """

    completion: Ratio
    completion_before: Ratio | None
    overdue: int | None
    oldest_days: int
    met: Ratio
    missed: int
    reported: Ratio
    unreported: Unreported
    evidenced: Ratio
    copied: Sequence[Repeats]


def cards(view: View, figures: Figures) -> str:
    """Return the row of cards."""
    parts = (
        _completion(view, figures),
        _overdue(view, figures),
        _met(view, figures),
        _reported(view, figures),
        _evidenced(view, figures),
    )
    return f'<div class="papi papi-cards">{"".join(parts)}</div>'


def _card(href: str | None, label: str, figure: str, note: str, tone: Tone | None = None) -> str:
    ink = f" papi-ink-{tone}" if tone else " papi-muted"
    inner = f'<small>{escape(label)}</small>{figure}<span class="papi-note{ink}">{escape(note)}</span>'
    return link(href, inner, "papi-card")


def _share(ratio: Ratio, unit: str = "") -> str:
    if ratio.share is None:
        return f'<span class="papi-of">{form.NO_DATA}</span>'
    rest = f"/{form.number(ratio.denominator)}" + (f" {unit}" if unit else "")
    return f'<span class="papi-figure">{form.number(ratio.numerator)}</span><span class="papi-of">{escape(rest)}</span>'


def _completion(view: View, figures: Figures) -> str:
    now, before = figures.completion, figures.completion_before
    note = words.against_before(now, before) if before else ""
    tone = _moved(now, before) if before else None
    return _card(address(view, "nhiem-vu"), words.COMPLETION, _share(now, words.TASKS), note, tone)


def _moved(now: Ratio, before: Ratio) -> Tone | None:
    """The shares say better or worse: more tasks done out of more tasks may be less."""
    if now.share is None or before.share is None or now.share == before.share:
        return None
    return Tone.GOOD if now.share > before.share else Tone.BAD


def _overdue(view: View, figures: Figures) -> str:
    if figures.overdue is None:
        return _card(None, words.OVERDUE, _share(Ratio(0, 0)), "")
    ink = f" papi-ink-{Tone.BAD}" if figures.overdue else ""
    figure = f'<span class="papi-figure{ink}">{form.number(figures.overdue)}</span>'
    note = words.oldest(figures.oldest_days) if figures.overdue else words.NOTHING_OVERDUE
    return _card(address(view, "nhiem-vu", state=TaskState.OVERDUE), words.OVERDUE, figure, note)


def _met(view: View, figures: Figures) -> str:
    note = words.missed(figures.missed) if figures.missed else words.ALL_MET
    if figures.met.share is None and not figures.missed:
        note = ""
    href = address(view, "cam-ket", state=CommitmentState.MISSED if figures.missed else "")
    tone = Tone.BAD if figures.missed else None
    return _card(href, words.COMMITMENTS_MET, _share(figures.met, words.ASSESSABLE), note, tone)


def _reported(view: View, figures: Figures) -> str:
    href = address(view, "don-vi") or address(view, "cap-nhat")
    if figures.reported.share is None:
        return _card(href, words.REPORTED, _share(figures.reported), "")
    left = figures.unreported
    everything = words.ALL_REPORTED if left.has_due else words.ALL_REPORTED_UNDATED
    note = (
        words.unreported(left.missing, left.returned, left.late, left.lines, left.waiting, left.undated) or everything
    )
    return _card(href, words.REPORTED, _share(figures.reported), note, _worst(left))


def _worst(left: Unreported) -> Tone:
    found = (
        (left.missing, Tone.BAD),
        (left.returned, Tone.LATE),
        (left.late, Tone.LATE),
        (left.lines, Tone.UNKNOWN),
        (left.waiting, Tone.WAITING),
        (left.undated, Tone.WAITING),
    )
    return next((tone for amount, tone in found if amount), Tone.GOOD)


def _evidenced(view: View, figures: Figures) -> str:
    left = figures.evidenced.denominator - figures.evidenced.numerator
    if figures.copied:
        note, mark = words.copied(figures.copied), COPIED
    elif left:
        note, mark = words.without_evidence(left), NO_EVIDENCE
    else:
        note, mark = words.ALL_EVIDENCED, ""
    if figures.evidenced.share is None:
        note = ""
    href = address(view, "nhiem-vu", mark=mark)
    return _card(href, words.EVIDENCED, _share(figures.evidenced), note)
