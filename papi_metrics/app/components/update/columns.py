"""Cột chưa rõ: columns whose heading is not known, each with a choice of what it is."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from papi_metrics.app.components.label import marked, plain
from papi_metrics.app.components.update import said, tray
from papi_metrics.app.components.update.tray import Item
from papi_metrics.model.finding import Finding
from papi_metrics.services.columns import Column, RoleTakenError, columns_of, naming
from papi_metrics.wording import columns as words
from papi_metrics.wording import findings as finding_words

_MOST = 12


def draw(item: Item, findings: Sequence[Finding]) -> None:
    """Draw the choices: open where a column has to be named, folded where all that is needed is read.

    The file is read again with what is chosen; a guess is filled in, and taken only with the press of the button.
    """
    every = columns_of(findings, item.mends)
    columns, rest = every[:_MOST], every[_MOST:]
    if not columns:
        return
    asked = any(column.asked for column in columns)
    if not asked and not st.toggle(words.show(len(every)), key=f"papi-columns-open-{item.mark}"):
        return
    # A new reading has other columns and other guesses: its choices are not those of the one before.
    name = marked(f"papi-columns-{item.mark}", (item.mends, columns))
    with st.form(name, border=False, enter_to_submit=False):
        st.html(f'<div class="papi"><h3>{words.TITLE}</h3><p class="papi-muted papi-small">{words.HINT}</p></div>')
        chosen = [(column, _choice(column, f"{name}-{place}") or "") for place, column in enumerate(columns)]
        if rest:
            st.html(f'<p class="papi papi-muted">{words.more(len(rest))}</p>')
        sent = st.form_submit_button(words.READ_AGAIN, icon=":material/refresh:")
    changed = [(column, role) for column, role in chosen if role != column.role]
    if not (sent and changed):
        return
    try:
        mends = naming(item.content, item.name, item.mends, changed)
    except RoleTakenError as fault:
        st.html(said.line(words.taken(fault.place, fault.role), "bad"))
    else:
        tray.mend(item, mends)
        st.rerun()


def _choice(column: Column, key: str) -> str | None:
    """One column: where its heading stands and what stands below it; and the choice."""
    where = " · ".join((", ".join(cell.a1 for cell in column.cells[:3]), column.cells[0].sheet))
    samples = f"{finding_words.EXAMPLE}: {finding_words.quoted(column.samples)}" if column.samples else ""
    options, begin = column.roles, column.role or column.guess
    guess = words.LIKELY.format(role=words.HEADINGS[begin]) if column.guess and not column.role else ""
    told = " · ".join(filter(None, (f"<b>{escape(where)}</b>", escape(samples), escape(guess))))
    st.html(f'<p class="papi papi-mend">{told}</p>')
    return st.selectbox(
        words.is_what(plain(finding_words.column_heading(column.heading, column.cells))),
        options,
        index=options.index(begin) if begin in options else None,
        placeholder=words.CHOOSE,
        format_func=lambda role: words.HEADINGS[role],
        key=key,
        width=420,
    )
