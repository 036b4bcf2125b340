"""The units of a department: their names, and the names documents give them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.label import plain
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
        st.html(f'<div class="papi">{lists.head(title)}{table(columns, [_line(unit) for unit in alone], title)}</div>')
    with right, st.container(key="papi-card-unit"):
        names = {unit.code: unit.name for unit in alone}
        code = st.selectbox(
            words.CHOOSE_UNIT,
            [*names, _NEW],
            format_func=lambda code: names.get(code, words.NEW_UNIT),
            key="papi-unit-chosen",
        )
        _form(org.id, next((unit for unit in alone if unit.code == code), None), len(units))
        st.html(f'<p class="papi papi-muted papi-small">{words.AFTER_NAMES}</p>')


def dropping(org: str, unit: Unit, label: str) -> None:
    """Draw the way to drop a unit or group: it asks first."""
    key = f"papi-drop-{unit.code}"
    if st.checkbox(words.DROP_SURE.format(name=plain(unit.name)), key=f"{key}-sure") and st.button(label, key=key):
        attempt(
            lambda at, who: settings.drop_unit(cache.store(), org, unit.code, made_at=at, made_by=who),
            words.DROPPED.format(name=unit.name),
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
    with st.form(f"papi-unit-{mark}", border=False):
        code = st.text_input(
            words.CODE, unit.code if unit else "", disabled=unit is not None, placeholder=words.CODE_HINT, max_chars=16
        )
        name = st.text_input(words.NAME, unit.name if unit else "", max_chars=150)
        kind = st.selectbox(
            words.KIND,
            kinds,
            index=kinds.index(unit.kind) if unit else 0,
            format_func=lambda kind: labels.UNIT_KINDS[kind],
        )
        aliases = st.text_area(words.ALIASES, "\n".join(unit.aliases) if unit else "", height=110)
        sent = st.form_submit_button(words.SAVE, type="primary")
    if sent:
        made = Unit(code.strip().upper(), clean(name), kind, settings.names_of(aliases))
        attempt(
            lambda at, who: settings.save_unit(cache.store(), org, made, new=unit is None, made_at=at, made_by=who),
            words.SAVED.format(name=made.name),
        )
    if unit is not None:
        dropping(org, unit, words.DROP)
