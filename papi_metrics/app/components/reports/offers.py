"""The files that a user can take along: what each is and for whom; each is made when it is asked for.

All are made of the same facts, which are read once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

import streamlit as st

from papi_metrics.app import cache_rows, clock, mime
from papi_metrics.app.components.rows import panel
from papi_metrics.app.view import View
from papi_metrics.services.charts import PictureFormat, picture_archive
from papi_metrics.services.decks import deck
from papi_metrics.services.reports import (
    NothingToReportError,
    Report,
    ReportKind,
    brief_of,
    brief_pdf,
    check_told,
    report_docx,
    report_of,
    report_pdf,
)
from papi_metrics.wording import page_reports as words
from papi_metrics.wording import rows as row_words


@dataclass(frozen=True, slots=True)
class Offer:
    """A file: ``mark`` names it among the offers, ``make`` is handed the moment at which it is made."""

    mark: str
    name: str
    mime: str
    icon: str
    make: Callable[[datetime], bytes]


def of_report(view: View, kind: ReportKind) -> tuple[Offer, ...]:
    """Return the files of the report that is chosen, which has something to say."""

    def written(write: Callable[[Report], bytes]) -> Callable[[datetime], bytes]:
        return lambda now: write(report_of(cache_rows.facts(view), kind, now))

    def name(suffix: str) -> str:
        return words.report_file(kind, view.plan, view.period, suffix)

    return (
        Offer("docx", name("docx"), mime.DOCX, "description", written(report_docx)),
        Offer("pdf", name("pdf"), mime.PDF, "picture_as_pdf", written(report_pdf)),
    )


def of_period(view: View) -> tuple[tuple[Offer, ...], str]:
    """Return the files of the period, whichever report is chosen, and why some are left out, "" where none is."""
    read = cache_rows.facts(view)
    summary = Offer(
        "summary",
        row_words.summary_file(view.plan, view.period),
        mime.XLSX,
        "table_view",
        lambda now: cache_rows.summary(view, now),
    )
    try:
        check_told(read)
    except NothingToReportError as fault:
        return (summary,), words.LEFT_OUT[fault.code]
    meeting = (
        Offer(
            "brief",
            words.brief_file(view.plan, view.period),
            mime.PDF,
            "article",
            lambda now: brief_pdf(brief_of(read, now)),
        ),
        Offer("deck", words.deck_file(view.plan, view.period), mime.PPTX, "slideshow", lambda now: deck(read, now)),
    )
    if not read.charts:
        return (*meeting, summary), words.LEFT_OUT["no_charts"]
    return (*meeting, summary, *(_pictures(view, form) for form in PictureFormat)), ""


def show(offers: Sequence[Offer], place: str, why_not: str = "") -> None:
    """Draw offers beside each other, then why others are missing; ``place`` tells the groups of a page apart."""
    with st.container(key=f"papi-offers-{place}"):
        for offer in offers:
            with st.container(key=f"papi-offered-{offer.mark}", gap=None):
                _button(offer)
                panel.show(f'<p class="papi-muted papi-small">{escape(words.OFFER_NOTES[offer.mark])}</p>')
    if why_not:
        panel.show(panel.nothing(why_not))


def _pictures(view: View, form: PictureFormat) -> Offer:
    return Offer(
        form,
        words.pictures_file(view.plan, view.period, form),
        mime.ZIP,
        "image",
        lambda now: picture_archive(cache_rows.facts(view).charts, form, now),
    )


def _button(offer: Offer) -> None:
    st.download_button(
        words.OFFERS[offer.mark],
        data=lambda: offer.make(clock.wall_time()),
        file_name=offer.name,
        mime=offer.mime,
        key=f"papi-offer-{offer.mark}",
        on_click="ignore",
        icon=f":material/{offer.icon}:",
        type="primary" if offer.mark == "docx" else "secondary",
        width="stretch",
    )
