"""What a form was drawn from. Two people may have the same one open: the later save does not win in silence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, Generic, TypeVar

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.update import said
from papi_metrics.app.components.update.settings import comparison
from papi_metrics.model.change import Change, Setting
from papi_metrics.services import plans
from papi_metrics.services.settings import ChangedMeanwhileError
from papi_metrics.wording import page_history as words

T = TypeVar("T")
_SEEN, _ROUND, _ASKED = "papi-seen-", "papi-round-", "papi-asked-"


@dataclass(frozen=True, slots=True)
class Drawn(Generic[T]):
    """One form: ``seen`` is what it was drawn from, ``key`` begins the keys of its widgets.

    While the form is on the screen both stay, whatever others save: nobody loses what was typed.
    """

    mark: str
    key: str
    seen: T

    def save(
        self,
        act: Callable[[datetime, str, Any], object],
        done: str,
        mine: Callable[[], Mapping[str, Setting | None]],
        titles: Mapping[str, str],
    ) -> None:
        """Run ``act`` with time, person and ``seen``, and say how it went.

        Where somebody else saved the same meanwhile, nothing is saved and both are shown. ``mine`` is what was to be
        saved, by the keys of ChangedMeanwhileError; ``titles`` are names for those.
        """
        try:
            self._run(act, done, self.seen)
        except ChangedMeanwhileError as fault:
            changes = [
                Change(titles.get(key, key), stored, mine().get(key))  # type: ignore[arg-type]
                for key, stored in fault.stored.items()
            ]
            seen = (
                {**self.seen, **fault.stored} if isinstance(self.seen, Mapping) else next(iter(fault.stored.values()))
            )
            st.session_state[_ASKED + self.mark] = _Asked(act, done, seen, changes)
            st.rerun()

    def _run(self, act: Callable[[datetime, str, Any], object], done: str, seen: object) -> None:
        def save(at: datetime, who: str) -> object:
            outcome = act(at, who, seen)
            self._forget()
            return outcome

        attempt(save, done)

    def _forget(self) -> None:
        """Draw the form anew next time, from what stands then."""
        st.session_state.pop(_SEEN + self.mark, None)
        st.session_state.pop(_ASKED + self.mark, None)
        st.session_state[_ROUND + self.mark] = st.session_state.get(_ROUND + self.mark, 0) + 1

    def note(self, name: str, stored: T, org: str, moved: str = words.MOVED) -> None:
        """Draw what there is to be said above the form: that somebody else has saved the same.

        ``org`` is the department whose units the two versions speak of, ``moved`` the sentence for a form that was
        drawn from something else than ``stored``: no more may differ there than the form shows.
        """
        asked: _Asked | None = st.session_state.get(_ASKED + self.mark)
        if asked is None and stored == self.seen:
            return
        if asked is None:
            st.html(said.line(moved.format(name=name), "late"))
        else:
            asked.show(org)
        with st.container(horizontal=True, gap="small"):
            if asked is not None and st.button(words.KEEP_MINE, key=f"{self.key}-mine"):
                self._run(asked.act, asked.done, asked.seen)
            if st.button(words.TAKE_STORED, key=f"{self.key}-stored"):
                self._forget()
                st.rerun()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A save that met what somebody else had saved: what to run again, over ``seen`` by now."""

    act: Callable[[datetime, str, Any], object]
    done: str
    seen: object
    changes: list[Change]

    def show(self, org: str) -> None:
        """Draw both versions, field by field."""
        first = self.changes[0]
        text = words.CONFLICT_GONE if first.before is None else words.CONFLICT
        st.html(said.line(text.format(name=first.name), "bad"))
        listed = words.lines(self.changes, plans.unit_names(cache.store().units(org)))
        st.html(f'<div class="papi">{comparison(listed, words.CONFLICT_COLUMNS, escape(words.CONFLICT_NAME))}</div>')


def drawn(mark: str, stored: T) -> Drawn[T]:
    """Return the form called ``mark``, drawn from ``stored`` unless it is on the screen already."""
    key = f"papi-form-{mark}-{st.session_state.get(_ROUND + mark, 0)}"
    on_screen = any(str(name).startswith(f"{key}-") for name in st.session_state)
    if not on_screen or _SEEN + mark not in st.session_state:
        st.session_state[_SEEN + mark] = stored
    return Drawn(mark, key, st.session_state[_SEEN + mark])
