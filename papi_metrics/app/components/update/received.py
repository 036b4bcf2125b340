"""The day on which returns were handed in: one for all that lie on the desk, another for a file that came otherwise."""

from datetime import date

import streamlit as st

from papi_metrics.app.components.update import person, said
from papi_metrics.app.components.update.tray import Item
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import uploads
from papi_metrics.wording import page_update as words

_KEY = "papi-received"
_WIDGET = "papi-received-field"


def of_all() -> date:
    """Return the day of the returns that have none of their own; today where nobody named another."""
    today = person.now().date()
    named: date = st.session_state.get(_KEY, today)
    return min(named, today)


def for_all(view: View) -> None:
    """Draw the day for all returns on the desk."""
    # A widget's own state goes when its page is left.
    st.session_state[_WIDGET] = of_all()
    st.date_input(
        words.RECEIVED_ALL,
        min_value=_first(view.period, of_all()),
        max_value=person.now().date(),
        format="DD/MM/YYYY",
        help=words.RECEIVED_ALL_HELP,
        key=_WIDGET,
        on_change=_keep,
        width=320,
    )


def _keep() -> None:
    st.session_state[_KEY] = st.session_state[_WIDGET]


def of_file(item: Item, plan: Plan, period: Period) -> date:
    """Draw the day of one file, that of all at first, and keep another one on the file."""
    day = of_all()
    chosen = field(f"{item.mark}-{plan.id}-{day:%Y%m%d}", period, item.received_on or day)
    item.received_on = None if chosen == day else chosen
    return chosen


def field(mark: str, period: Period, begin: date) -> date:
    """Draw the day on which a return was handed in, ``begin`` at first; ``mark`` tells its field apart."""
    return st.date_input(
        words.RECEIVED,
        begin,
        min_value=_first(period, begin),
        max_value=person.now().date(),
        format="DD/MM/YYYY",
        help=words.RECEIVED_HELP,
        key=f"papi-into-received-{mark}-{period.code}",
        width=160,
    )


def in_time(plan: Plan, period: Period, received_on: date) -> None:
    """Say what the day means for the units of the return, before it is saved."""
    days, due = plan.calendar.days_late(period, received_on), plan.calendar.due_on(period)
    if days is None or due is None:
        return
    backlog = uploads.is_backlog(plan, period, received_on)
    st.html(said.line(words.in_time(days, due, backlog=backlog), "late" if days else "good"))


def _first(period: Period, chosen: date) -> date:
    """The first day that can be chosen."""
    return min(period.previous.start, chosen)
