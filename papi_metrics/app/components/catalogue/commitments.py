"""What the office fills in for each commitment: its index, and the base of a relative target."""

from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.drawn import drawn
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.plan import Plan
from papi_metrics.services import settings
from papi_metrics.wording import form
from papi_metrics.wording import page_catalogue as words

_NONE = ""


def show(plan: Plan) -> None:
    """Draw one line a commitment, all in one form; only what differs is saved."""
    listed, set_before = stored.commitments(plan.id)
    with st.container(key="papi-card-indices"):
        hint = f'<p class="papi-muted">{words.COMMITMENTS_HINT}</p>'
        if not listed:
            hint = lists.empty(words.NO_COMMITMENTS)
        st.html(f'<div class="papi">{lists.head(words.COMMITMENTS)}{hint}</div>')
        if not listed:
            return
        form = drawn(f"indices-{plan.id}", set_before)
        form.note(words.COMMITMENTS, set_before, plan.org)
        texts: dict[str, tuple[str, str]] = {}
        with st.form(form.key, border=False):
            for item in listed:
                texts[item.key] = _line(item, form.seen.get(item.key, CommitmentSetting()), form.key)
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            form.save(
                lambda at, who, seen: settings.save_commitments(
                    cache.store(),
                    plan.id,
                    settings.commitment_settings_of(texts),
                    made_at=at,
                    made_by=who,
                    seen=seen,
                ),
                words.COMMITMENTS_SAVED,
                lambda: settings.commitment_settings_of(texts),
                {item.key: item.record.content for item in listed},
            )


def _line(item: Keyed[Commitment], setting: CommitmentSetting, form_key: str) -> tuple[str, str]:
    commitment = item.record
    what, index, base = st.columns((6, 2, 2), gap="small", vertical_alignment="center")
    head = " ".join(part for part in (commitment.block, commitment.number) if part)
    what.html(
        f'<div class="papi"><b>{escape(head)}</b> {escape(commitment.content)}'
        f'<small class="papi-muted"> · {escape(commitment.target.text)}</small></div>'
    )
    chosen = setting.index or commitment.index or _NONE
    options = [*dict.fromkeys((_NONE, *settings.INDICES, chosen))]
    index_name = index.selectbox(
        words.INDEX,
        options,
        index=options.index(chosen),
        format_func=lambda name: name or words.NO_INDEX,
        key=f"{form_key}-index-{item.key}",
    )
    if commitment.target.change is None:
        return index_name, form.number(setting.base) if setting.base is not None else ""
    text = base.text_input(
        words.BASE,
        form.number(setting.base) if setting.base is not None else "",
        placeholder=words.BASE_HINT,
        key=f"{form_key}-base-{item.key}",
        max_chars=30,
    )
    return index_name, text
