"""Names of units that the catalogue does not know: said once what they mean, understood from then on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import label
from papi_metrics.app.components.update import person, said, saving
from papi_metrics.app.components.update.tray import Destination, Item
from papi_metrics.model.finding import Finding
from papi_metrics.model.unit import Unit
from papi_metrics.services import settings
from papi_metrics.services.importing import Preview
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.wording import page_catalogue as catalogue_words
from papi_metrics.wording import page_names as words

_NEW = ""
_MOST = 12
_ADD = ":material/add:"


def mend(item: Item, place: Destination, shown: Preview) -> None:
    """Draw one line for each unknown name, with the units it may mean, and for each group nobody is known of."""
    unknown = _each_once(shown, "unit_unknown")
    groups = _each_once(shown, "group_open")
    if not unknown and not groups:
        return
    units = saving.units_of(item, place)
    with st.container(key=f"papi-names-{item.mark}"):
        if not place.plan.org:
            st.html(f'<p class="papi papi-muted papi-small">{words.NEW_UNITS_HINT}</p>')
        if unknown:
            st.html(f'<div class="papi"><h3>{words.UNKNOWN_UNITS}</h3><p>{words.UNKNOWN_UNITS_HINT}</p></div>')
            _several(item, place, units, [finding.value for finding in unknown])
        for finding in unknown[:_MOST]:
            _line(item, place, units, finding)
        if groups:
            st.html(f'<div class="papi"><h3>{words.OPEN_GROUPS}</h3><p>{words.OPEN_GROUPS_HINT}</p></div>')
        for finding in groups:
            _group(item, place, units, finding)


def _each_once(shown: Preview, code: str) -> list[Finding]:
    return list({finding.value: finding for finding in shown.findings if finding.code == code}.values())


def _several(item: Item, place: Destination, units: Sequence[Unit], names: Sequence[str]) -> None:
    """Draw the way to add in one go what can only be new, and say what is left to a person."""
    new = settings.several_new(units, names)
    if len(new.addable) > 1:
        if st.button(words.add_several(len(new.addable), len(names)), key=f"papi-names-all-{item.mark}", icon=_ADD):
            _add(item, place, list(new.addable))
        left = words.left_to_a_person(new.alike, new.persons, new.outside)
        if left:
            st.html(f'<p class="papi papi-muted papi-small">{escape(left)}</p>')


def _line(item: Item, place: Destination, units: Sequence[Unit], finding: Finding) -> None:
    names = {unit.code: unit.name for unit in units}
    nearest = [code for code in finding.details.get("nearest", "").split(",") if code in names]
    options = [*nearest, *(code for code in names if code not in nearest), _NEW]
    key, kind = _key(item, finding), settings.kind_of_name(finding.value)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        # Nothing is chosen beforehand: a name that is remembered wrongly is read wrongly in every file to come.
        code = st.selectbox(
            words.IS_UNIT.format(name=label.plain(finding.value)),
            options,
            index=None,
            placeholder=words.CHOOSE_UNIT,
            format_func=lambda code: _shown(names, nearest, code) if code else words.NEW[kind],
            key=f"papi-name-{key}",
        )
        kept = st.button(words.REMEMBER, key=f"papi-name-keep-{key}", disabled=code is None)
    if not kept or code is None:
        return
    if code == _NEW:
        _add(item, place, [finding.value])
    else:
        _remember(item, place, code, finding.value)


def _group(item: Item, place: Destination, units: Sequence[Unit], finding: Finding) -> None:
    """Draw the question who is in a group. Nobody is chosen beforehand: no text says it."""
    names = {unit.code: unit.name for unit in units}
    code, key = finding.details.get("group", ""), _key(item, finding)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        members = st.multiselect(
            words.GROUP_HOLDS.format(name=label.plain(finding.value)),
            [name for name in names if name != code],
            format_func=lambda name: names.get(name, name),
            placeholder=words.CHOOSE_MEMBERS,
            key=label.marked(f"papi-group-{key}", names),
        )
        kept = st.button(words.KEEP_GROUP, key=f"papi-group-keep-{key}", disabled=not members)
    if kept and members:
        _attempt(
            item,
            place,
            lambda units: settings.with_members(units, code, members),
            lambda org, at, who: settings.name_members(cache.store(), org, code, members, made_at=at, made_by=who),
        )


def _key(item: Item, finding: Finding) -> str:
    return f"{item.mark}-{sha256(finding.value.encode()).hexdigest()[:12]}"


def _shown(names: Mapping[str, str], nearest: Sequence[str], code: str) -> str:
    return words.LIKE.format(name=names[code]) if code in nearest else names[code]


def _add(item: Item, place: Destination, names: list[str]) -> None:
    _attempt(
        item,
        place,
        lambda units: settings.with_new_units(units, names),
        lambda org, at, who: settings.add_names(cache.store(), org, names, made_at=at, made_by=who),
    )


def _remember(item: Item, place: Destination, code: str, name: str) -> None:
    _attempt(
        item,
        place,
        lambda units: settings.with_name(units, code, name),
        lambda org, at, who: settings.remember_name(cache.store(), org, code, name, made_at=at, made_by=who),
    )


def _attempt(
    item: Item,
    place: Destination,
    beforehand: Callable[[tuple[Unit, ...]], tuple[Unit, ...]],
    stored: Callable[[str, datetime, str], object],
) -> None:
    """Change the units: in the catalogue, or ``beforehand`` for a department that is only made with its file."""
    try:
        if place.founding and not place.plan.org:
            item.units[place.founding.units] = beforehand(saving.units_of(item, place))
        elif person.named():
            stored(place.plan.org, person.now(), person.name())
        else:
            return
    except SettingRefusedError as fault:
        said.say(catalogue_words.problems(fault.problems), "bad")
    st.rerun()
