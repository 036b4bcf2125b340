"""Where a file goes: an existing plan or a new one, and for returns the period."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from papi_metrics.app import cache, choice
from papi_metrics.app.components.label import marked
from papi_metrics.app.components.update import person, received, said
from papi_metrics.app.components.update.tray import Choice, Destination, Item
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.text import clean
from papi_metrics.services import plans, senders, uploads
from papi_metrics.services.looking import Upload, UploadKind
from papi_metrics.services.uploads import Founding
from papi_metrics.wording import labels
from papi_metrics.wording import page_board as board_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words
from papi_metrics.wording.plan_name import name_of

_NEW = ""


def proposed(item: Item, upload: Upload, view: View | None) -> Destination | None:
    """Return where a file goes: where a person chose, else where it seems to belong.

    None for a return while there is no plan at all. A template of another plan or period than the one that is looked
    at is held against what is looked at, which refuses it, until a person chooses.
    """
    place = _chosen(item) or _by_itself(item, upload, view)
    if place is None or place.period is None:
        return place
    return replace(place, received_on=item.received_on or received.of_all())


def _chosen(item: Item) -> Destination | None:
    plan = cache.store().plan(item.choice.plan) if item.choice else None
    return Destination(plan, item.choice.period, sender=item.choice.sender) if item.choice and plan else None


def _by_itself(item: Item, upload: Upload, view: View | None) -> Destination | None:
    key = (item.plan, view and view.plan, view and view.period, cache.store().version)
    if key not in item.places:
        item.places[key] = _read_off(item, upload, view)
    return item.places[key]


def _read_off(item: Item, upload: Upload, view: View | None) -> Destination | None:
    store, current = cache.store(), view.plan if view else None
    if view and elsewhere(upload, view):
        return _in(plans.plan_of(store, view.plan), upload, view)
    plan = store.plan(item.plan) if item.plan else uploads.proposed_plan(store, upload, current)
    if plan is None and upload.kind.founds:
        year = view.period.year if view else person.now().year
        founding = uploads.proposed_founding(store, upload, current, year)
        return Destination(founding.plan, None, founding)
    plan = plan or (store.plan(current) if current else None)
    return _in(plan, upload, view) if plan else None


def _in(plan: Plan, upload: Upload, view: View | None) -> Destination:
    """Where a file goes within a plan."""
    if not upload.kind.of_period:
        return Destination(plan, None)
    if view and view.plan == plan.id and elsewhere(upload, view):
        period = view.period
    else:
        period = uploads.proposed_period(plan, upload, view.period if view else None)
    is_return = upload.kind is UploadKind.RETURNS
    sender = senders.proposed_sender(cache.store().units(plan.org), upload) if is_return else ""
    return Destination(plan, period, sender=sender)


def elsewhere(upload: Upload, view: View | None) -> tuple[str, Period] | None:
    """Return plan and period of the template a return is, None for those looked at or for no template of one period."""
    template = uploads.template_of(upload)
    return template if view and template != (view.plan, view.period) else None


def say_elsewhere(item: Item, upload: Upload, view: View | None, place: Destination) -> None:
    """Say that a return is a template of another plan or period, and offer to take it in there."""
    template = elsewhere(upload, view)
    if view is None or template is None:
        return
    plan_id, period = template
    plan = cache.store().plan(plan_id)
    is_chosen = (place.plan.id, place.period) == template
    several = plan_id != view.plan
    known = plan_names()
    there, here = (
        return_words.place_name(known.get(name, name) if several else "", when)
        for name, when in (template, (view.plan, view.period))
    )
    offered = plan is not None and period in uploads.periods_of(plan)
    st.html(said.line(return_words.other_template(there, here, chosen=is_chosen, offered=offered), "late"))
    if plan is not None and offered and not is_chosen:
        sender = senders.proposed_sender(cache.store().units(plan.org), upload)
        st.button(
            return_words.TAKE_THERE.format(place=there),
            key=f"papi-there-{item.mark}",
            on_click=_choose_there,
            args=(item, Choice(plan_id, period, sender)),
        )


def _choose_there(item: Item, choice: Choice) -> None:
    item.choice = choice
    item.turn += 1


def choose(item: Item, upload: Upload, view: View | None) -> Destination | None:
    """Draw the choice, filled in with the proposal, and return it; of a return it is kept on the file."""
    first = proposed(item, upload, view)
    if first is None:
        return None
    labels = plan_names() if upload.kind.of_period else plan_labels()
    options = [*labels, *([_NEW] if upload.kind.founds else [])]
    begin = _NEW if first.founding else first.plan.id
    mark = f"{item.mark}-{item.turn}-{view.plan if view else ''}-{view.period.code if view else ''}"
    with st.container(horizontal=True, gap="small", key=f"papi-into-{item.mark}"):
        chosen = st.selectbox(
            words.INTO,
            options,
            index=options.index(begin),
            format_func=lambda plan: labels.get(plan, words.NEW_PLAN),
            key=marked(f"papi-into-plan-{mark}-{item.plan}", labels),
        )
        plan = cache.store().plan(chosen) if chosen else None
        if plan is not None:
            there = first if plan.id == first.plan.id else _in(plan, upload, view)
            place = _within(item, upload, there, f"{mark}-{plan.id}")
    if plan is None:
        founding = first.founding or uploads.proposed_founding(cache.store(), upload, None, first.plan.year)
        founding = _founding(item, founding)
        return Destination(founding.plan, None, founding)
    if place.period and place.received_on and upload.kind is UploadKind.RETURNS:
        received.in_time(plan, place.period, place.received_on)
    if upload.kind.of_period:
        choice, by_itself = Choice(plan.id, place.period, place.sender), _by_itself(item, upload, view)
        unchosen = by_itself and Choice(by_itself.plan.id, by_itself.period, by_itself.sender)
        item.choice = None if choice == unchosen else choice
    return place


def _within(item: Item, upload: Upload, begin: Destination, mark: str) -> Destination:
    """Draw what is to be chosen within a plan: for a file of a period that, whose return it is, and when it came."""
    if not upload.kind.of_period:
        return begin
    period = _period(upload, begin, mark)
    if period is None:
        # The unit is kept beside it: one may come back to a period.
        return Destination(begin.plan, None, sender=begin.sender)
    sender = _sender(begin, mark) if upload.kind is UploadKind.RETURNS else ""
    return Destination(begin.plan, period, received_on=received.of_file(item, begin.plan, period), sender=sender)


def plan_labels() -> Mapping[str, str]:
    """Return the plans to choose from, newest year first: id → name and title."""
    titles = {option.plan.id: option.plan.title for option in cache.plan_options()}
    return {plan: words.plan_label(name, titles[plan]) for plan, name in plan_names().items()}


def plan_names() -> Mapping[str, str]:
    """Return the plans by id, newest year first: "PAPI 2024 · Quảng Trị"."""
    return choice.plan_names(sorted(cache.plan_options(), key=lambda option: -option.plan.year))


def _period(upload: Upload, begin: Destination, mark: str) -> Period | None:
    offered: list[Period | None] = [*uploads.periods_of(begin.plan)]
    if upload.kind is UploadKind.RETURNS:
        offered.append(None)
    closed = cache.store().closed_periods(begin.plan.id)
    return st.selectbox(
        words.PERIOD,
        offered,
        index=offered.index(begin.period),
        format_func=lambda period: (
            board_words.period_choice(period, closed=period in closed) if period else words.AS_PLAN
        ),
        key=f"papi-into-period-{mark}",
        width=220,
    )


def _sender(begin: Destination, mark: str) -> str:
    """Draw the unit whose return it is; another one holds the file against other rows."""
    names = {"": labels.WHOLE_DEPARTMENT}
    names |= {unit.code: unit.name for unit in senders.senders(cache.store().units(begin.plan.org))}
    options = list(names)
    return st.selectbox(
        words.SENDER,
        options,
        index=options.index(begin.sender) if begin.sender in names else 0,
        format_func=lambda code: names[code],
        key=marked(f"papi-into-sender-{mark}", names),
        width=240,
    )


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
    title = st.text_input(
        words.PLAN_TITLE,
        first.title,
        max_chars=400,
        key=f"papi-found-title-{item.mark}",
        placeholder=name_of("", int(year), clean(name)),
    )
    return uploads.founding_of(cache.store(), name, province, int(year), title)
