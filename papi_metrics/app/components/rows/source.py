"""From a figure to the cell it was read from, and to the file as it came in."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from html import escape
from typing import cast

import streamlit as st

from papi_metrics.app import cache_rows, mime
from papi_metrics.app.components import lists
from papi_metrics.app.components.label import plain
from papi_metrics.app.components.rows import facts, marks
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, figure
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.wording import rows as words
from papi_metrics.wording.page_entering import ON_THE_PAGE


def cells(row: Row, name: str) -> Mapping[str, str]:
    """Return the cells of a row: field → "sheet!cell"."""
    found = row[name]
    return cast(Mapping[str, str], found) if isinstance(found, Mapping) else {}


def reported(view: View, row: Row, of: str) -> Mapping[str, str]:
    """Return the cells of the report (``of`` "update") or figure ("figure") of a row; what was typed has none."""
    entries, known = row.get(f"{of}_entries"), cache_rows.entries(view)
    typed = {
        field
        for field, number in (entries.items() if isinstance(entries, Mapping) else ())
        if number in known and known[number].typed
    }
    return {field: place for field, place in cells(row, f"{of}_cells").items() if field not in typed}


def beside(said: str, found: Mapping[str, str], *fields: str) -> str:
    """Return ready HTML with the first cell known for ``fields`` under it; "" stays empty."""
    place = next((found[field] for field in fields if field in found), "")
    if not said or not place:
        return said
    return f'{said}<small class="papi-cell" title="{words.SOURCE}">{escape(words.cell(place))}</small>'


def evidence(row: Row, found: Mapping[str, str], as_of: date) -> str:
    """Return the evidence of a row with its cell, or the mark that it is missing."""
    missing = marks.mark(words.NO_EVIDENCE) if row["evidence_missing"] else ""
    return beside(facts.evidence(row, as_of), found, *facts.EVIDENCE) or missing


def entries_of(view: View, row: Row) -> list[ImportEntry]:
    """Return the imports behind a row: that of the plan's words, then those of what was reported."""
    numbers = [figure(row["plan_entry"])]
    said = [found for name in ("update_entries", "figure_entries") if isinstance(found := row.get(name), Mapping)]
    numbers += sorted({int(number) for found in said for number in found.values()})
    known = cache_rows.entries(view)
    return [known[int(number)] for number in numbers if number is not None and int(number) in known]


def files(title: str, found: Iterable[ImportEntry], key: str) -> None:
    """Draw the files behind a row, each with a button that gives back the bytes as they came in."""
    distinct = {entry.sha256: entry for entry in found}
    originals = {sha256: entry for sha256, entry in distinct.items() if not entry.typed}
    with st.container(key=f"papi-card-{key}"):
        if not distinct:
            show(lists.head(title) + lists.empty(words.NO_SOURCE))
            return
        show(lists.head(title) + _list(distinct.values()))
        with st.container(key=f"papi-files-{key}", horizontal=True, gap="small"):
            for sha256, entry in originals.items():
                st.download_button(
                    words.original_file(plain(entry.file_name)),
                    data=partial(cache_rows.file_bytes, entry),
                    file_name=entry.file_name,
                    mime=mime.BY_FORMAT.get(entry.file_format, "application/octet-stream"),
                    key=f"papi-file-{key}-{sha256[:12]}",
                    on_click="ignore",
                    icon=":material/download:",
                )


def _list(found: Iterable[ImportEntry]) -> str:
    return f'<div class="papi-list">{"".join(f"<div>{_line(entry)}</div>" for entry in found)}</div>'


def _line(entry: ImportEntry) -> str:
    shown = f' <span class="papi-flag">{words.ILLUSTRATIVE}</span>' if entry.illustrative else ""
    when = words.entry(entry.no, entry.made_at, entry.made_by, entry.received_on)
    name = ON_THE_PAGE if entry.typed else entry.file_name
    return f"<span>{escape(name)}{shown}</span><small>{escape(when)}</small>"
