"""What the office fills in for each commitment: its index, and the base of a relative target."""

from html import escape

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.attempt import attempt
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
        texts: dict[str, tuple[str, str]] = {}
        with st.form(f"papi-indices-{plan.id}", border=False):
            for item in listed:
                texts[item.key] = _line(item, set_before.get(item.key, CommitmentSetting()))
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            attempt(
                lambda at, who: settings.save_commitments(
                    cache.store(), plan.id, settings.commitment_settings_of(texts), made_at=at, made_by=who
                ),
                words.COMMITMENTS_SAVED,
            )


def _line(item: Keyed[Commitment], setting: CommitmentSetting) -> tuple[str, str]:
    commitment = item.record
    what, index, base = st.columns((6, 2, 2), gap="small", vertical_alignment="center")
    head = " ".join(part for part in (commitment.block, commitment.number) if part)
    what.html(
        f'<div class="papi"><b>{escape(head)}</b> {escape(commitment.content)}'
        f'<small class="papi-muted"> · {escape(commitment.target.text)}</small></div>'
    )
    chosen = commitment.index or _NONE
    options = [*dict.fromkeys((_NONE, *settings.INDICES, chosen))]
    index_name = index.selectbox(
        words.INDEX,
        options,
        index=options.index(chosen),
        format_func=lambda name: name or words.NO_INDEX,
        key=f"papi-index-{item.key}",
    )
    if commitment.target.change is None:
        return index_name, form.number(setting.base) if setting.base is not None else ""
    text = base.text_input(
        words.BASE,
        form.number(setting.base) if setting.base is not None else "",
        placeholder=words.BASE_HINT,
        key=f"papi-base-{item.key}",
        max_chars=30,
    )
    return index_name, text
