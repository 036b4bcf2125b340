"""Plan, period and as-of date: the same on every page, in the same place, kept in the session and in the address."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.choice import NAMES, Choice, PlanOption, plan_names, resolve
from papi_metrics.app.components import notice
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording import pages as words

_MEMORY = "papi-view"
_NOW = "papi-now"
_BAD = "papi-view-bad"
_WIDGET = "papi-filter-"


@dataclass(frozen=True, slots=True)
class _Now:
    """What one run of the script shows: found once by the frame, read by every part of the page."""

    view: View
    choice: Choice
    options: tuple[PlanOption, ...]


def begin() -> None:
    """Find out what this run shows; the frame calls it before the page.

    The address comes first, then what this session chose before, then the defaults; the address is then made to
    say it all. Raises StoreError where the store cannot be read.
    """
    version = cache.store().version
    options = cache.plan_options(version)
    if not options:
        st.session_state[_NOW] = None
        return
    choice = _choice(options)
    view = View(
        plan=choice.option.plan.id,
        period=choice.period,
        as_of=choice.as_of,
        version=version,
        org=choice.option.org,
        title=plan_names(options)[choice.option.plan.id],
        has_figures=choice.period in choice.option.periods,
    )
    st.session_state[_NOW] = _Now(view, choice, options)


def current() -> View:
    """Return what the page shows; where there is no plan at all, say so and stop the page."""
    view = optional()
    if view is None:
        notice.no_plan()
        st.stop()
    return view


def optional() -> View | None:
    """Return what the page shows, None where there is no plan yet."""
    now: _Now | None = st.session_state.get(_NOW)
    return now.view if now else None


def _choice(options: tuple[PlanOption, ...]) -> Choice:
    remembered: dict[str, str] = st.session_state.get(_MEMORY, {})
    said = st.query_params.to_dict()
    asked = {name: said[name] for name in NAMES if name in said}
    # Words of the address stand together: a plan without a period means that plan's own latest period.
    choice, bad = resolve(asked or remembered, options)
    if asked and asked != remembered:
        st.session_state[_BAD] = bad
    _remember(choice)
    return choice


def _remember(choice: Choice) -> None:
    st.session_state[_MEMORY] = choice.words
    if not choice.words.items() <= st.query_params.to_dict().items():
        st.query_params.update(choice.words)


def draw() -> None:
    """Draw the three filters; nothing where there is no plan."""
    now: _Now | None = st.session_state.get(_NOW)
    if now is None:
        return
    choice, options = now.choice, now.options
    names = plan_names(options)
    for name, value in (("plan", choice.option.plan.id), ("period", choice.period), ("as_of", choice.as_of)):
        st.session_state[_WIDGET + name] = value
    with st.container(key="papi-filters", horizontal=True, gap="small"):
        st.selectbox(
            words.PLAN,
            list(names),
            format_func=names.__getitem__,
            key=_WIDGET + "plan",
            on_change=_changed,
            args=("plan",),
        )
        st.selectbox(
            words.PERIOD,
            choice.option.choices,
            format_func=form.period,
            key=_WIDGET + "period",
            on_change=_changed,
            args=("period",),
        )
        st.date_input(
            words.AS_OF,
            key=_WIDGET + "as_of",
            min_value=choice.option.first_day,
            max_value=choice.option.last_day,
            format="DD/MM/YYYY",
            on_change=_changed,
            args=("as_of",),
        )


def note() -> str:
    """Return what has to be said of an address that was not understood, once; "" where all is well."""
    bad: list[str] = st.session_state.pop(_BAD, [])
    return words.filter_fallback(bad) if bad else ""


def _changed(name: str) -> None:
    """Take one filter over; those that depend on it go back to their defaults."""
    value = st.session_state[_WIDGET + name]
    if value is None:
        return
    kept = NAMES[: NAMES.index(name)]
    chosen = {word: st.session_state[_MEMORY][word] for word in kept}
    chosen[name] = _word(value)
    choice, _ = resolve(chosen, cache.plan_options())
    _remember(choice)


def _word(value: str | Period | date) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
