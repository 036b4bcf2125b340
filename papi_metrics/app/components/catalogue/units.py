"""The units of a department: their names, and the names documents give them."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.drawn import Drawn, drawn
from papi_metrics.app.components.label import marked, plain
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.model.plan import Organisation
from papi_metrics.model.text import clean
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import settings
from papi_metrics.wording import labels
from papi_metrics.wording import page_catalogue as words

_NEW = ""
_WIDTHS = (12, 30, 16, 42)


def show(org: Organisation) -> None:
    """Draw the units at the left, the form of one at the right."""
    units = stored.units(org.id)
    alone = [unit for unit in units if unit.kind is not UnitKind.GROUP]
    left, right = st.columns((3, 2), gap="small")
    with left, st.container(key="papi-card-units"):
        columns = [Column(title, width=width) for title, width in zip(words.UNIT_COLUMNS, _WIDTHS, strict=True)]
        title = words.UNITS.format(org=org.name)
        body = table(columns, [_line(unit) for unit in alone], title) if alone else lists.empty(words.NO_UNITS)
        st.html(f'<div class="papi">{lists.head(title)}{body}</div>')
    with right, st.container(key="papi-card-unit"):
        names = {unit.code: unit.name for unit in alone}
        code = chosen(words.CHOOSE_UNIT, names, words.NEW_UNIT, "papi-unit-chosen")
        _form(org.id, next((unit for unit in alone if unit.code == code), None), len(units))
        st.html(f'<p class="papi papi-muted papi-small">{words.AFTER_NAMES}</p>')


def chosen(label: str, names: Mapping[str, str], new: str, key: str) -> str:
    """Draw the choice of one unit or group by its name, and return its code; "" is a new one."""
    # With a name changed the box begins anew, at the same unit.
    options, kept = [*names, _NEW], f"{key}-code"
    code = st.selectbox(
        label,
        options,
        index=options.index(st.session_state[kept]) if st.session_state.get(kept) in options else 0,
        format_func=lambda code: names.get(code, new),
        key=marked(key, names),
    )
    st.session_state[kept] = code
    return code


def dropping(form: Drawn[Unit | None], org: str, unit: Unit, label: str) -> None:
    """Draw the way to drop a unit or group: it asks first."""
    key = f"papi-drop-{unit.code}"
    if st.checkbox(words.DROP_SURE.format(name=plain(unit.name)), key=f"{key}-sure") and st.button(label, key=key):
        form.save(
            lambda at, who, seen: settings.drop_unit(cache.store(), org, unit.code, made_at=at, made_by=who, seen=seen),
            words.DROPPED.format(name=unit.name),
            dict,
            {unit.code: unit.name},
        )


def save_made(form: Drawn[Unit | None], org: str, made: Unit, *, new: bool) -> None:
    """Save what a form of a unit or group says."""
    form.save(
        lambda at, who, seen: settings.save_unit(cache.store(), org, made, new=new, made_at=at, made_by=who, seen=seen),
        words.SAVED.format(name=made.name),
        lambda: {made.code: made},
        {made.code: form.seen.name if form.seen else made.name},
    )


def alias_lines(names: Sequence[str]) -> str:
    """Return names one below the other as ready HTML."""
    return "<br>".join(escape(name) for name in names)


def _line(unit: Unit) -> Sequence[str]:
    return escape(unit.code), escape(unit.name), labels.UNIT_KINDS[unit.kind], alias_lines(unit.aliases)


def _form(org: str, unit: Unit | None, count: int) -> None:
    # A form for a new unit is empty again once there is one more.
    mark = unit.code if unit else f"new-{count}"
    kinds: list[UnitKind] = [kind for kind in UnitKind if kind is not UnitKind.GROUP]
    form = drawn(f"unit-{mark}", unit)
    first = form.seen or Unit("", "", kinds[0])
    form.note(first.name, unit, org)
    with st.form(form.key, border=False):
        code = st.text_input(
            words.CODE,
            first.code,
            disabled=unit is not None,
            placeholder=words.CODE_HINT,
            max_chars=16,
            key=f"{form.key}-code",
        )
        name = st.text_input(words.NAME, first.name, max_chars=150, key=f"{form.key}-name")
        kind = st.selectbox(
            words.KIND,
            kinds,
            index=kinds.index(first.kind),
            format_func=lambda kind: labels.UNIT_KINDS[kind],
            key=f"{form.key}-kind",
        )
        aliases = st.text_area(words.ALIASES, "\n".join(first.aliases), height=110, key=f"{form.key}-aliases")
        sent = st.form_submit_button(words.SAVE, type="primary")
    if sent:
        made = Unit(code.strip().upper(), clean(name), kind, settings.names_of(aliases))
        save_made(form, org, made, new=unit is None)
    if unit is not None:
        dropping(form, org, unit, words.DROP)
