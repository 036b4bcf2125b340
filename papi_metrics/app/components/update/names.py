"""Names of units that the catalogue does not know: said once what they mean, understood from then on."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

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
from papi_metrics.wording import page_update as words

_NEW = ""
_MOST = 12


def mend(item: Item, place: Destination, shown: Preview) -> None:
    """Draw one line for each unknown name, with the units it may mean, nearest first."""
    unknown = list({finding.value: finding for finding in shown.findings if finding.code == "unit_unknown"}.values())
    if not unknown:
        return
    units = saving.units_of(item, place)
    with st.container(key=f"papi-names-{item.mark}"):
        st.html(f'<div class="papi"><h3>{words.UNKNOWN_UNITS}</h3><p>{words.UNKNOWN_UNITS_HINT}</p></div>')
        if not place.plan.org:
            st.html(f'<p class="papi papi-muted papi-small">{words.NEW_UNITS_HINT}</p>')
        for finding in unknown[:_MOST]:
            _line(item, place, units, finding)
        if len(unknown) > 1:
            all_of_them = words.ADD_ALL.format(count=len(unknown))
            if st.button(all_of_them, key=f"papi-names-all-{item.mark}", icon=":material/add:"):
                _add(item, place, [finding.value for finding in unknown])


def _line(item: Item, place: Destination, units: Sequence[Unit], finding: Finding) -> None:
    names = {unit.code: unit.name for unit in units}
    nearest = [code for code in finding.details.get("nearest", "").split(",") if code in names]
    options = [*nearest, *(code for code in names if code not in nearest), _NEW]
    key = f"{item.mark}-{sha256(finding.value.encode()).hexdigest()[:12]}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        # Nothing is chosen beforehand: a name that is remembered wrongly is read wrongly in every file to come.
        code = st.selectbox(
            words.IS_UNIT.format(name=label.plain(finding.value)),
            options,
            index=None,
            placeholder=words.CHOOSE_UNIT,
            format_func=lambda code: _shown(names, nearest, code),
            key=f"papi-name-{key}",
        )
        kept = st.button(words.REMEMBER, key=f"papi-name-keep-{key}", disabled=code is None)
    if not kept or code is None:
        return
    if code == _NEW:
        _add(item, place, [finding.value])
    else:
        _remember(item, place, code, finding.value)


def _shown(names: Mapping[str, str], nearest: Sequence[str], code: str) -> str:
    name = names.get(code, words.NEW_UNIT)
    return words.LIKE.format(name=name) if code in nearest else name


def _add(item: Item, place: Destination, names: list[str]) -> None:
    """Make units of the names: in the catalogue, or for a department that is still to be made with its file."""
    if not place.plan.org:
        item.units = settings.with_new_units(saving.units_of(item, place), names)
    elif person.named():
        settings.add_names(cache.store(), place.plan.org, names, made_at=person.now(), made_by=person.name())
    else:
        return
    st.rerun()


def _remember(item: Item, place: Destination, code: str, name: str) -> None:
    try:
        if not place.plan.org:
            item.units = settings.with_name(saving.units_of(item, place), code, name)
        elif person.named():
            org, who = place.plan.org, person.name()
            settings.remember_name(cache.store(), org, code, name, made_at=person.now(), made_by=who)
        else:
            return
    except SettingRefusedError as fault:
        said.say(catalogue_words.problems(fault.problems), "bad")
    st.rerun()
