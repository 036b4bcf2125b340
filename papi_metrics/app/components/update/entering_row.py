"""The form of one row: what the plan asks, and the fields of the template with what stands in them."""

from collections.abc import Mapping
from datetime import date
from html import escape
from itertools import groupby

import streamlit as st

from papi_metrics.app import links
from papi_metrics.app.components.label import plain
from papi_metrics.app.components.rows import facts
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.panel import show as draw
from papi_metrics.app.components.update import entering_check, said, typed
from papi_metrics.model.template import Entry, EntryKind
from papi_metrics.services.entering import FIRST_DAY, LAST_DAY, EntryForm, FormRow, changes
from papi_metrics.wording import form
from papi_metrics.wording import page_entering as words

_DRAWN = "papi-enter-drawn"
_LONGEST = {EntryKind.TEXT: 300, EntryKind.PROSE: 4000}
_FIGURE = 30


def show(filled: EntryForm, row: FormRow, others: str, already: Mapping[str, str], following: str) -> None:
    """Draw the row ``row``; ``already`` is what was typed in it before, ``following`` the key of the next one.

    ``others`` says who else has told something of it, "" for nobody.
    """
    pairs = (
        (words.TARGET, escape(row.target)),
        (words.DEADLINE, escape(row.deadline)),
        (words.BEFORE, facts.prose(row.before)),
        (words.OTHERS, escape(others)),
    )
    content = f'<p class="papi-content">{escape(row.content)}</p>'
    draw(panel(words.place(row.block, row.number, is_task=row.is_task), content + facts.facts(pairs)))
    texts = _drawn(filled, row, {**row.said, **already})
    form_key = f"papi-enter-{typed.mark(filled)}-{row.key}"
    with st.container(key="papi-enter-form"), st.form(form_key, enter_to_submit=False):
        hint = words.TASK_HINT if row.is_task else words.COMMITMENT_HINT
        st.html(f'<p class="papi papi-muted papi-small">{hint}</p>')
        for place, (_, entries) in enumerate(groupby(row.entries, lambda entry: entry.kind is EntryKind.PROSE)):
            with st.container(key=f"papi-enter-line-{place}", horizontal=True, gap="small"):
                for entry in entries:
                    _field(entry, _key(filled, row, entry), texts[entry.name])
        with st.container(horizontal=True, gap="small"):
            take = (filled, row, already, texts)
            st.form_submit_button(words.TAKE_AND_CHECK, type="primary", on_click=_take, args=(*take, ""))
            if following:
                st.form_submit_button(words.TAKE_AND_NEXT, on_click=_take, args=(*take, following))


def _drawn(filled: EntryForm, row: FormRow, texts: Mapping[str, str]) -> Mapping[str, str]:
    """What the form was drawn from first: while it is on the screen others may save, and it would not show that."""
    key = _key(filled, row, row.entries[0])
    kept = st.session_state.get(_DRAWN)
    if kept is None or kept[0] != key or key not in st.session_state:
        kept = st.session_state[_DRAWN] = (key, texts)
    found: Mapping[str, str] = kept[1]
    return found


def _key(filled: EntryForm, row: FormRow, entry: Entry) -> str:
    return f"papi-enter-{typed.mark(filled)}-{row.key}-{entry.name}"


def _field(entry: Entry, key: str, text: str) -> None:
    label, hint = plain(entry.heading), words.HINTS.get(entry.kind)
    match entry.kind:
        case EntryKind.CHOICE:
            options = ["", *entry.choices]
            st.selectbox(
                label, options, options.index(text), key=key, format_func=lambda said: said or words.NOTHING_CHOSEN
            )
        case EntryKind.DAY:
            found = _day(text)
            first, last = min(FIRST_DAY, found or FIRST_DAY), max(LAST_DAY, found or LAST_DAY)
            st.date_input(label, found, first, last, key=key, format="DD/MM/YYYY")
        case EntryKind.PROSE:
            st.text_area(label, text, height=110, max_chars=max(_LONGEST[entry.kind], len(text)), key=key)
        case _:
            longest = max(_LONGEST.get(entry.kind, _FIGURE), len(text))
            st.text_input(label, text, max_chars=longest, key=key, placeholder=hint)


def _day(text: str) -> date | None:
    """The day that ``form.day`` wrote."""
    if not text:
        return None
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def _take(filled: EntryForm, row: FormRow, already: Mapping[str, str], drawn: Mapping[str, str], to: str) -> None:
    """Keep what was typed; ``to`` is the row to go on with, "" where all is to be checked."""
    texts, cleared = dict(already), []
    for entry in row.entries:
        key = _key(filled, row, entry)
        text = _text(st.session_state.get(key))
        if text == drawn[entry.name]:
            continue
        texts.pop(entry.name, None)
        if text:
            texts[entry.name] = text
        elif row.said[entry.name]:
            cleared.append(entry.heading)
            # What stands is shown again, should the form stay.
            st.session_state[key] = _day(row.said[entry.name]) if entry.kind is EntryKind.DAY else row.said[entry.name]
    typed.put(filled, row, texts)
    if cleared:
        said.say(words.cleared(cleared), "late")
    elif not changes(row, texts) and not already:
        said.say(words.NOTHING_TYPED, "late")
    st.session_state.pop(_DRAWN, None)
    if to:
        st.query_params[links.KEY] = to
    elif typed.rows(filled):
        st.query_params[entering_check.STEP] = "1"


def _text(value: object) -> str:
    return form.day(value) if isinstance(value, date) else str(value or "").strip()
