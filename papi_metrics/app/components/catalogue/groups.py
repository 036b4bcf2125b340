"""Groups of units: a task given to a group counts for each of its members."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.drawn import drawn
from papi_metrics.app.components.catalogue.units import alias_lines, chosen, dropping, save_made
from papi_metrics.app.components.label import marked
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.update import said
from papi_metrics.model.plan import Organisation
from papi_metrics.model.text import clean
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.services import settings
from papi_metrics.wording import page_catalogue as words

_WIDTHS = (13, 27, 32, 28)


def show(org: Organisation) -> None:
    """Draw the groups at the left, the form of one at the right."""
    units = stored.units(org.id)
    names = {unit.code: unit.name for unit in units}
    groups = [unit for unit in units if unit.kind is UnitKind.GROUP]
    left, right = st.columns((3, 2), gap="small")
    with left, st.container(key="papi-card-groups"):
        columns = [Column(title, width=width) for title, width in zip(words.GROUP_COLUMNS, _WIDTHS, strict=True)]
        title = words.GROUPS.format(org=org.name)
        lines = [_line(group, names) for group in groups]
        body = table(columns, lines, title) if lines else lists.empty(words.NO_GROUPS)
        hint = f'<p class="papi-muted">{words.GROUPS_HINT}</p>'
        st.html(f'<div class="papi">{lists.head(title)}{hint}{body}</div>')
    with right, st.container(key="papi-card-group"):
        titles = {group.code: group.name for group in groups}
        code = chosen(words.CHOOSE_GROUP, titles, words.NEW_GROUP, "papi-group-chosen")
        _form(org.id, next((group for group in groups if group.code == code), None), names)


def ask(org: Organisation) -> None:
    """Say which groups nobody has named the members of."""
    names = [group.name for group in settings.open_groups(stored.units(org.id))]
    if names:
        st.html(said.line(words.open_groups(names), "late"))


def _line(group: Unit, names: Mapping[str, str]) -> Sequence[str]:
    members = alias_lines([names.get(code, code) for code in group.members]) or f"<b>{words.OPEN_GROUP}</b>"
    return escape(group.code), escape(group.name), members, alias_lines(group.aliases)


def _form(org: str, group: Unit | None, names: Mapping[str, str]) -> None:
    mark = group.code if group else f"new-{len(names)}"
    options = [code for code in names if group is None or code != group.code]
    form = drawn(marked(f"group-{mark}", names), group)
    first = form.seen or Unit("", "", UnitKind.GROUP)
    form.note(first.name, group, org)
    with st.form(form.key, border=False):
        code = st.text_input(
            words.CODE,
            first.code,
            disabled=group is not None,
            placeholder=words.CODE_HINT,
            max_chars=16,
            key=f"{form.key}-code",
        )
        name = st.text_input(words.GROUP_NAME, first.name, max_chars=150, key=f"{form.key}-name")
        members = st.multiselect(
            words.MEMBERS,
            options,
            default=[code for code in first.members if code in options],
            format_func=lambda code: names.get(code, code),
            placeholder=words.CHOOSE_MEMBERS,
            key=f"{form.key}-members",
        )
        aliases = st.text_area(words.ALIASES, "\n".join(first.aliases), height=90, key=f"{form.key}-aliases")
        sent = st.form_submit_button(words.SAVE, type="primary")
    if sent:
        made = Unit(code.strip().upper(), clean(name), UnitKind.GROUP, settings.names_of(aliases), tuple(members))
        save_made(form, org, made, new=group is None)
    if group is not None:
        dropping(form, org, group, words.DROP_GROUP)
