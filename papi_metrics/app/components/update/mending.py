"""Sửa ngay tại đây: the cells that findings name, each with a field for what it is to be read as."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from papi_metrics.app.components.label import plain
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import tray
from papi_metrics.app.components.update.tray import Item
from papi_metrics.model.cell import column_letters
from papi_metrics.model.mend import Mend
from papi_metrics.services.columns import named
from papi_metrics.services.importing import Preview
from papi_metrics.services.mending import MendLine, has_lines, mend_lines, mends_of
from papi_metrics.wording import columns as column_words
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import page_return as words
from papi_metrics.wording.columns import HEADINGS

_MOST = 30
_LONG = 90


def draw(item: Item, shown: Preview) -> None:
    """Draw the fields while they are wanted; what is put in is read as if it stood in the file."""
    if not has_lines(shown):
        take_back(item)
        return
    if not st.toggle(words.MEND, key=f"papi-mend-open-{item.mark}"):
        return
    lines = _lines(item, shown)
    offered, rest = lines[:_MOST], lines[_MOST:]
    # A new reading has other cells and other texts: its fields are not those of the one before.
    name = f"papi-mend-{item.mark}-{abs(hash(shown.delivery.mends))}"
    with st.form(name, border=False, enter_to_submit=False):
        st.html(f'<p class="papi papi-muted papi-small">{words.MEND_HINT}</p>')
        texts = [_field(line, f"{name}-{line.cell}") for line in offered]
        if rest:
            st.html(f'<p class="papi papi-muted">{words.more_cells(len(rest))}</p>')
        sent = st.form_submit_button(words.READ_AGAIN, icon=":material/refresh:")
    if sent:
        columns = (mend for mend in item.mends if mend.role)
        tray.mend(item, (*columns, *mends_of(lines, [*texts, *(line.now for line in rest)])))
        st.rerun()
    take_back(item)


def take_back(item: Item) -> None:
    """Draw the way back to the file as it came, where anything in it is read otherwise."""
    if item.mends and st.button(words.UNMEND, type="tertiary", key=f"papi-unmend-{item.mark}"):
        tray.mend(item, ())
        st.rerun()


def mends_table(mends: Sequence[Mend]) -> str:
    """Return the named columns and the mended cells, old → new, as ready HTML; "" where there is none."""
    columns = [
        (
            column_letters(column.cells[0].column),
            ", ".join(dict.fromkeys(escape(cell.sheet) for cell in column.cells)),
            escape(column.heading or words.EMPTY_CELL),
            f"<ins>{escape(HEADINGS[column.role])}</ins>",
        )
        for column in named(mends)
    ]
    cells = [
        (
            mend.cell.a1,
            escape(mend.cell.sheet),
            f"<del>{escape(mend.old or words.EMPTY_CELL)}</del>",
            f"<ins>{escape(mend.new or words.EMPTY_CELL)}</ins>",
        )
        for mend in mends
        if not mend.role
    ]
    return _folded(column_words.named(len(columns)), column_words.NAMED_COLUMNS, columns) + _folded(
        words.mended(len(cells)), words.MEND_COLUMNS, cells
    )


def _folded(head: str, titles: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    if not lines:
        return ""
    columns = [Column(title, width=width) for title, width in zip(titles, (10, 20, 35, 35), strict=True)]
    body = table(columns, lines, head)
    return f'<details class="papi-fold papi-diff" open><summary>{escape(head)}</summary>{body}</details>'


def _lines(item: Item, shown: Preview) -> tuple[MendLine, ...]:
    if item.mending is None or item.mending[0] is not shown:
        item.mending = shown, mend_lines(shown)
    return item.mending[1]


def _field(line: MendLine, key: str) -> str:
    """One cell: where it stands, what the file says, what is wrong; and the field."""
    wrong = "; ".join(dict.fromkeys(finding_words.title(finding.code) for finding in line.findings))
    where = " · ".join(part for part in (line.cell.a1, line.cell.sheet, line.item, wrong) if part)
    text = finding_words.shown(line.text) or words.EMPTY_CELL
    st.html(
        f'<p class="papi papi-mend"><b>{escape(where)}</b><br>'
        f'<span class="papi-muted">{words.IN_FILE}:</span> {escape(text)}</p>'
    )
    draw_field = st.text_area if len(line.text) > _LONG else st.text_input
    label = words.MEND_AT.format(place=plain(line.cell.a1))
    return draw_field(label, line.now, key=key, label_visibility="collapsed")
