"""Pairs of a name and what it says, for a row opened in full."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from papi_metrics.app.components.rows import marks
from papi_metrics.charts.frames import Row, day, text
from papi_metrics.wording import form
from papi_metrics.wording import rows as words

_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)

EVIDENCE = ("evidence_number", "evidence_date", "evidence_issued", "evidence_title", "evidence_link", "evidence")
"""Names under which the cells of evidence are kept."""


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a list of facts; the second of a pair is ready HTML. Pairs without it are left out."""
    found = "".join(f"<dt>{escape(name)}</dt><dd>{said}</dd>" for name, said in pairs if said)
    return f'<dl class="papi-facts">{found}</dl>'


def prose(said: str) -> str:
    """Return a text of a file as it stands, its line breaks kept."""
    return f'<span class="papi-prose">{escape(said)}</span>' if said else ""


def lead(row: Row) -> str:
    """Return the lead as printed."""
    return escape(text(row["lead_text"]) or words.LEAD_UNKNOWN)


def evidence(row: Row, as_of: date) -> str:
    """Return the document that proves a result, marked where it is dated after ``as_of``, "" where none is named."""
    issued = day(row["evidence_issued"])
    named = " ".join(part for part in (text(row["evidence_number"]), words.evidence_day(issued)) if part)
    parts = (
        escape(named) + marks.after(issued, as_of),
        escape(text(row["evidence_title"])),
        _way(text(row["evidence_link"])),
    )
    return "<br>".join(part for part in parts if part)


def evidence_short(row: Row, as_of: date) -> str:
    """Return number and day of the evidence in one line, its title where it has neither; marked as in full."""
    issued = day(row["evidence_issued"])
    named = (text(row["evidence_number"]), form.day(issued))
    short = ", ".join(part for part in named if part)
    return escape(short or text(row["evidence_title"]) or text(row["evidence_link"])) + marks.after(issued, as_of)


def _way(address: str) -> str:
    """Only a web address becomes a link: what files say must not run in the browser."""
    if not _WEB.match(address):
        return escape(address)
    there = f'href="{escape(address)}" title="{escape(address)}" target="_blank" rel="noopener noreferrer"'
    return f'<a class="papi-way" {there}>{words.OPEN_LINK}</a>'
