"""The files that a user can take along: one function an offer, in the order in which they stand.

An offer draws its own button. It is handed the view and the report that is chosen; what it makes is made on the click.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import streamlit as st

from papi_metrics.app import cache_rows, mime
from papi_metrics.app.components.reports import contents
from papi_metrics.app.view import View
from papi_metrics.services.reports import ReportKind, report_docx, report_of
from papi_metrics.wording import page_reports as words
from papi_metrics.wording import rows as row_words

Offer: TypeAlias = Callable[[View, ReportKind], None]


def word(view: View, kind: ReportKind) -> None:
    """The report as a Word file, in the form of the decree."""
    _button(
        words.DOCX,
        partial(_docx, view, kind),
        words.report_file(kind, view.plan, view.period, "docx"),
        mime.DOCX,
        "docx",
        primary=True,
    )


def summary(view: View, _kind: ReportKind) -> None:
    """The summary workbook."""
    _button(
        row_words.EXPORT,
        lambda: cache_rows.summary(view, contents.now()),
        row_words.summary_file(view.plan, view.period),
        mime.XLSX,
        "summary",
    )


OF_REPORT: tuple[Offer, ...] = (word,)
"""Files of the report that is chosen."""
OF_PERIOD: tuple[Offer, ...] = (summary,)
"""Files of the period, whichever report is chosen; they need no report."""


def show(view: View, kind: ReportKind, offers: tuple[Offer, ...]) -> None:
    """Draw offers side by side."""
    with st.container(horizontal=True, gap="small"):
        for offer in offers:
            offer(view, kind)


def _docx(view: View, kind: ReportKind) -> bytes:
    return report_docx(report_of(contents.facts(view), kind, contents.now()))


def _button(label: str, make: Callable[[], bytes], name: str, kind: str, mark: str, *, primary: bool = False) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=kind,
        key=f"papi-offer-{mark}",
        on_click="ignore",
        icon=":material/download:",
        type="primary" if primary else "secondary",
    )
