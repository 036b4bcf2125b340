"""The five figures at the top of Tổng quan. Each card opens the rows behind its figure."""

from dataclasses import dataclass
from html import escape

from papi_metrics.app.links import COPIED, NO_EVIDENCE, address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.charts.palette import Tone
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import CommitmentState, TaskState
from papi_metrics.wording import form
from papi_metrics.wording import pages as words


@dataclass(frozen=True, slots=True)
class Figures:
    """What the cards say. ``done_before`` is None where there is no earlier period to compare with.

    ``overdue`` is None where there is no task at all.
    """

    completion: Ratio
    done_before: int | None
    overdue: int | None
    oldest_days: int
    met: Ratio
    missed: int
    reported: Ratio
    evidenced: Ratio
    copied: int


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
    note, tone = "", None
    if figures.done_before is not None:
        moved = figures.completion.numerator - figures.done_before
        note = words.more_than_before(moved) if moved else words.AS_BEFORE
        tone = (Tone.GOOD if moved > 0 else Tone.BAD) if moved else None
    return _card(address(view, "nhiem-vu"), words.COMPLETION, _share(figures.completion, words.TASKS), note, tone)


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
    left = figures.reported.denominator - figures.reported.numerator
    note = words.not_submitted(left) if left else words.ALL_REPORTED
    href = address(view, "don-vi") or address(view, "cap-nhat")
    has_any = figures.reported.share is not None
    tone = Tone.LATE if left else Tone.GOOD
    return _card(href, words.REPORTED, _share(figures.reported), note if has_any else "", tone if has_any else None)


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
