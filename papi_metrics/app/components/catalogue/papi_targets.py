"""What the plan wants of the official scores of its year: one line a dimension, written as a plan would write it."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.drawn import Drawn, drawn
from papi_metrics.model.plan import Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.services import settings
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording.scores import part_title

_Targets = dict[str, PapiTarget]


def show(plan: Plan) -> None:
    """Draw one field a dimension, all in one form; before any is set, what the plan's own text proposes."""
    targets, proposed = stored.papi_targets(plan.id)
    title = words.PAPI_TARGETS.format(year=plan.year)
    with st.container(key="papi-card-papi-targets"):
        st.html(f'<div class="papi">{lists.head(title)}<p class="papi-muted">{words.PAPI_TARGETS_HINT}</p></div>')
        form = drawn(f"papi-targets-{plan.id}", targets)
        if proposed is not None and not targets:
            _proposal(plan, form, *proposed)
        form.note(title, targets, plan.org)
        texts: dict[str, str] = {}
        with st.form(form.key, border=False):
            columns = st.columns(2, gap="small")
            for place, part in enumerate(settings.PARTS):
                known = form.seen.get(part)
                texts[part] = columns[place * 2 // len(settings.PARTS)].text_input(
                    f"{part}. {part_title(part)}",
                    known.text if known else "",
                    placeholder=words.PAPI_TARGET_HINT,
                    max_chars=120,
                    key=f"{form.key}-{part}",
                )
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            _save(plan, form, lambda: settings.papi_targets_of(texts))


def _proposal(plan: Plan, form: Drawn[_Targets], targets: _Targets, paragraph: str) -> None:
    said = words.PAPI_TARGETS_PROPOSED.format(
        paragraph=paragraph, count=len(targets), target=next(iter(targets.values())).text
    )
    st.html(f'<p class="papi">{escape(said)}</p>')
    if st.button(words.PAPI_TARGETS_TAKE, key=f"papi-targets-take-{plan.id}"):
        _save(plan, form, lambda: targets)


def _save(plan: Plan, form: Drawn[_Targets], wanted: Callable[[], Mapping[str, PapiTarget | None]]) -> None:
    form.save(
        lambda at, who, seen: settings.save_papi_targets(
            cache.store(), plan.id, wanted(), made_at=at, made_by=who, seen=seen
        ),
        words.PAPI_TARGETS_SAVED,
        wanted,
        {part: part_title(part) for part in settings.PARTS},
    )
