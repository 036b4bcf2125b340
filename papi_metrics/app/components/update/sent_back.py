"""Returns that were sent back, in the history: what was found, what the sender was told, the file and its answer."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.update import answering, found, mending, settings
from papi_metrics.model.ledger import ImportEntry, Rejection, ScoreEntry
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_history as words
from papi_metrics.wording import page_update as update_words


def line(entry: Rejection, names: Mapping[str, str]) -> str:
    """Return one line of the history; ``names`` are those of plans."""
    said = (
        f"<b>{form.number(entry.no)}</b>",
        f"{update_words.moment(entry.made_at)}<small>{escape(entry.made_by)}</small>",
        f"{escape(names.get(entry.plan, entry.plan))}"
        f"<small>{escape(update_words.period_received(entry.period, entry.received_on))}</small>",
        escape(entry.file_name),
        f"{escape(sender_name(entry.plan, entry.sender))}<small>{found.counts(entry.findings)}</small>",
    )
    return settings.cells(said, revoked=entry.revoked, standing=f"↩ {words.SENT_BACK}")


def sender_name(plan: str, sender: str) -> str:
    """Return the name of the unit whose return it is; the whole department for ""."""
    return cache.names_of_plan(plan).get(sender, sender) if sender else labels.WHOLE_DEPARTMENT


def detail(entry: Rejection) -> None:
    """Draw what was told the sender, the findings, and the files."""
    names = cache.names_of_plan(entry.plan)
    st.html(
        f'<div class="papi"><h3>{words.TOLD}</h3><p class="papi-told">{escape(entry.reason)}</p>'
        f"{found.findings_table(entry.findings, names)}{mending.mends_table(entry.mends)}</div>"
    )
    answering.kept(entry, original(entry), names)


def original(entry: ImportEntry | Rejection | ScoreEntry) -> bytes | None:
    """Draw the button that gives the file back, and return its bytes; None where they were never stored."""
    content = cache.store().file_bytes(entry.sha256)
    if content is None:
        st.html(f'<p class="papi papi-muted">{words.NO_ORIGINAL}</p>')
        return None
    st.download_button(
        words.DOWNLOAD,
        content,
        file_name=entry.file_name,
        mime="application/octet-stream",
        key=f"papi-past-file-{entry.no}",
        on_click="ignore",
        icon=":material/download:",
    )
    return content
