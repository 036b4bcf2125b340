"""Văn bản: how the department issues its letters, and who signs them."""

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.drawn import drawn
from papi_metrics.model.office import Office, Signer
from papi_metrics.model.plan import Organisation
from papi_metrics.model.text import clean
from papi_metrics.services import settings
from papi_metrics.wording import page_catalogue as words
from papi_metrics.wording import page_history as history_words


def show(org: Organisation) -> None:
    """Draw the fields of the letterhead and of the signature."""
    found, is_set = stored.office(org.id)
    with st.container(key="papi-card-office"):
        st.html(f'<div class="papi">{lists.head(words.OFFICE)}<p class="papi-muted">{words.OFFICE_HINT}</p></div>')
        form = drawn(f"office-{org.id}", found)
        form.note(form.seen.name, found, org.id, history_words.MOVED if is_set else words.OFFICE_MOVED)
        seen, signer = form.seen, form.seen.signer
        with st.form(form.key, border=False):
            left, right = st.columns(2, gap="small")
            parent = left.text_input(words.OFFICE_PARENT, seen.parent, max_chars=120, key=f"{form.key}-parent")
            name = left.text_input(words.OFFICE_NAME, seen.name, max_chars=120, key=f"{form.key}-name")
            code = left.text_input(words.OFFICE_CODE, seen.code, max_chars=20, key=f"{form.key}-code")
            drafter = left.text_input(words.OFFICE_DRAFTER, seen.drafter, max_chars=20, key=f"{form.key}-drafter")
            place = right.text_input(words.OFFICE_PLACE, seen.place, max_chars=40, key=f"{form.key}-place")
            post = right.text_input(words.OFFICE_POST, signer.post, max_chars=60, key=f"{form.key}-post")
            person = right.text_input(words.OFFICE_SIGNER, signer.name, max_chars=60, key=f"{form.key}-signer")
            stands_for = right.text_input(
                words.OFFICE_STANDS_FOR, signer.stands_for, max_chars=60, key=f"{form.key}-stands-for"
            )
            sent = st.form_submit_button(words.SAVE, type="primary")
        if sent:
            made = Office(
                parent=clean(parent),
                name=clean(name),
                code=clean(code),
                drafter=clean(drafter),
                place=clean(place),
                signer=Signer(clean(post), clean(person), clean(stands_for)),
            )
            form.save(
                lambda at, who, drawn_from: settings.save_office(
                    cache.store(), org.id, made, made_at=at, made_by=who, seen=drawn_from
                ),
                words.OFFICE_SAVED,
                lambda: {org.id: made},
                {org.id: seen.name},
            )
