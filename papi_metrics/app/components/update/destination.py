"""Where a file goes: an existing plan or a new one, and for returns the period."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components.label import marked
from papi_metrics.app.components.update import person, said
from papi_metrics.app.components.update.tray import Destination, Item
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import senders, uploads
from papi_metrics.services.looking import Upload, UploadKind
from papi_metrics.services.uploads import Founding
from papi_metrics.wording import labels
from papi_metrics.wording import page_board as board_words
from papi_metrics.wording import page_update as words
from papi_metrics.wording import pages as page_words

_NEW = ""


def proposed(item: Item, upload: Upload, view: View | None) -> Destination | None:
    """Return where a file goes when nobody chooses; None for a return while there is no plan at all."""
    key = (item.plan, view and view.plan, view and view.period, cache.store().version)
    if key not in item.places:
        item.places[key] = _proposed(item, upload, view)
    return item.places[key]


def _proposed(item: Item, upload: Upload, view: View | None) -> Destination | None:
    store, current = cache.store(), view.plan if view else None
    plan = store.plan(item.plan) if item.plan else uploads.proposed_plan(store, upload, current)
    founding = None
    if plan is None:
        if not upload.kind.founds:
            plan = store.plan(current) if current else None
            if plan is None:
                return None
        else:
            year = view.period.year if view else person.now().year
            founding = uploads.proposed_founding(store, upload, current, year)
            plan = founding.plan
    period = uploads.proposed_period(plan, upload, view.period if view else None) if upload.kind.of_period else None
    received_on = person.now().date() if period else None
    return Destination(plan, period, founding, received_on, _proposed_sender(upload, plan))


def choose(item: Item, upload: Upload, view: View | None) -> Destination | None:
    """Draw the choice, filled in with the proposal, and return it."""
    first = proposed(item, upload, view)
    if first is None:
        return None
    labels = plan_labels()
    options = [*labels, *([_NEW] if upload.kind.founds else [])]
    begin = _NEW if first.founding else first.plan.id
    with st.container(horizontal=True, gap="small", key=f"papi-into-{item.mark}"):
        chosen = st.selectbox(
            words.INTO,
            options,
            index=options.index(begin),
            format_func=lambda plan: labels.get(plan, words.NEW_PLAN),
            key=marked(f"papi-into-plan-{item.mark}-{item.plan}", labels),
        )
        plan = cache.store().plan(chosen) if chosen else None
        period = _period(item, upload, plan, view) if plan and upload.kind.of_period else None
        sender = _sender(item, upload, plan) if plan and period and upload.kind is UploadKind.RETURNS else ""
        received_on = received(f"{item.mark}-{plan.id}", period) if plan and period else None
    if plan is not None:
        if period and received_on and upload.kind is UploadKind.RETURNS:
            in_time(plan, period, received_on)
        return Destination(plan, period, received_on=received_on, sender=sender)
    founding = _founding(
        item, first.founding or uploads.proposed_founding(cache.store(), upload, None, first.plan.year)
    )
    return Destination(founding.plan, None, founding)


def plan_labels() -> Mapping[str, str]:
    """Return the plans to choose from, newest year first: id → name and title."""
    titles = {option.plan.id: option.plan.title for option in cache.plan_options()}
    return {plan: words.plan_label(name, titles[plan]) for plan, name in plan_names().items()}


def plan_names() -> Mapping[str, str]:
    """Return the plans by id, newest year first: "PAPI 2024 · Quảng Trị"."""
    options = sorted(cache.plan_options(), key=lambda option: -option.plan.year)
    several = len({option.org for option in options}) > 1
    return {
        option.plan.id: page_words.plan_name(option.plan.year, (option.place or option.org) if several else "")
        for option in options
    }


def _period(item: Item, upload: Upload, plan: Plan, view: View | None) -> Period | None:
    offered: list[Period | None] = [*uploads.periods_of(plan)]
    if upload.kind is UploadKind.RETURNS:
        offered.append(None)
    begin = uploads.proposed_period(plan, upload, view.period if view else None)
    closed = cache.store().closed_periods(plan.id)
    return st.selectbox(
        words.PERIOD,
        offered,
        index=offered.index(begin),
        format_func=lambda period: (
            board_words.period_choice(period, closed=period in closed) if period else words.AS_PLAN
        ),
        key=f"papi-into-period-{item.mark}-{plan.id}",
        width=220,
    )


def _proposed_sender(upload: Upload, plan: Plan) -> str:
    if upload.kind is not UploadKind.RETURNS:
        return ""
    return senders.proposed_sender(cache.store().units(plan.org), upload)


def _sender(item: Item, upload: Upload, plan: Plan) -> str:
    """Draw the unit whose return it is; another one holds the file against other rows."""
    names = {"": labels.WHOLE_DEPARTMENT}
    names |= {unit.code: unit.name for unit in senders.senders(cache.store().units(plan.org))}
    options = list(names)
    return st.selectbox(
        words.SENDER,
        options,
        index=options.index(_proposed_sender(upload, plan)),
        format_func=lambda code: names[code],
        key=marked(f"papi-into-sender-{item.mark}-{plan.id}", names),
        width=240,
    )


def received(mark: str, period: Period) -> date:
    """Draw the day on which a return was handed in, today at first; ``mark`` tells its field apart."""
    today = person.now().date()
    return st.date_input(
        words.RECEIVED,
        today,
        min_value=min(period.previous.start, today),
        max_value=today,
        format="DD/MM/YYYY",
        help=words.RECEIVED_HELP,
        key=f"papi-into-received-{mark}-{period.code}",
        width=160,
    )


def in_time(plan: Plan, period: Period, received_on: date) -> None:
    """Say what the day means for the units of the return, before it is saved."""
    days, due = uploads.days_late(plan, period, received_on), plan.calendar.due_on(period)
    if days is None or due is None:
        return
    backlog = uploads.is_backlog(plan, period, received_on)
    st.html(said.line(words.in_time(days, due, backlog=backlog), "late" if days else "good"))


def _founding(item: Item, first: Founding) -> Founding:
    """Draw the fields of a new plan, filled in from the file."""
    known = {org.name: org.province for org in cache.store().organisations()}
    options = [*known, _NEW]
    with st.container(horizontal=True, gap="small", key=f"papi-found-{item.mark}"):
        name = st.selectbox(
            words.DEPARTMENT,
            options,
            index=options.index(first.organisation) if first.organisation in known else len(options) - 1,
            format_func=lambda name: name or words.NEW_DEPARTMENT,
            key=f"papi-found-org-{item.mark}",
        )
        province = known.get(name, "")
        if name == _NEW:
            new = first.organisation not in known
            name = st.text_input(
                words.DEPARTMENT_NAME,
                first.organisation if new else "",
                max_chars=120,
                key=f"papi-found-name-{item.mark}",
            )
            province = st.text_input(
                words.PROVINCE,
                first.province if new else "",
                max_chars=40,
                key=f"papi-found-province-{item.mark}",
                width=180,
            )
        year = st.number_input(
            words.PLAN_YEAR, 2000, 2099, first.year, 1, format="%d", key=f"papi-found-year-{item.mark}", width=110
        )
    title = st.text_input(words.PLAN_TITLE, first.title, max_chars=400, key=f"papi-found-title-{item.mark}")
    return uploads.founding_of(cache.store(), name, province, int(year), title)
