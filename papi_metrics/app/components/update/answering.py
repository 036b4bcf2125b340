"""What goes back to the sender of a return: its file with the findings marked, and the record that it was sent back."""

from collections.abc import Callable, Mapping

import streamlit as st

from papi_metrics.app import cache, mime
from papi_metrics.app.components.update import person, said, tray
from papi_metrics.app.components.update.tray import Item
from papi_metrics.model.ledger import ImportEntry, Rejection, SourceFile
from papi_metrics.model.period import Period
from papi_metrics.services import answers, plans
from papi_metrics.services.importing import NotAcceptedError, Preview
from papi_metrics.services.rejecting import send_back
from papi_metrics.services.stores import StoreError
from papi_metrics.wording import answers as answer_words
from papi_metrics.wording import labels
from papi_metrics.wording import page_return as words
from papi_metrics.wording import store as store_words


def draw(item: Item, shown: Preview) -> None:
    """Draw both for a return of a period; one without findings can be sent back too."""
    if shown.period is None:
        return
    names = plans.unit_names(cache.store().units(shown.plan.org))
    with st.container(horizontal=True, gap="small", key=f"papi-answer-{item.mark}"):
        if shown.findings or shown.delivery.mends:
            # The file is made outside of the session, which alone knows who works here.
            who = person.name()
            download(
                item.name,
                lambda: answers.answer(shown, names, made_by=who, made_at=person.now()),
                f"papi-answer-file-{item.mark}",
            )
        if st.button(words.SEND_BACK, key=f"papi-back-{item.mark}", icon=":material/undo:"):
            item.sending_back = not item.sending_back
    if item.sending_back:
        _form(item, shown, names)


def kept(entry: ImportEntry | Rejection, content: bytes | None, names: Mapping[str, str]) -> None:
    """Draw the button for a return of the history, ``content`` its file (None: it was never stored)."""
    findings = entry.findings if isinstance(entry, Rejection) else entry.protocol.findings
    if content is None or entry.period is None or not (findings or entry.mends):
        return
    period = Period.parse(entry.period) if isinstance(entry.period, str) else entry.period
    source = SourceFile(entry.file_name, entry.file_format, content)
    mending = answers.Mending(entry.mends, entry.made_by, entry.made_at)
    download(
        entry.file_name,
        lambda: answers.marked(source, findings, period, names, mending),
        f"papi-past-answer-{entry.no}",
    )


def download(name: str, make: Callable[[], bytes], key: str) -> None:
    """Draw the button that gives the answer to the file ``name``; it is made when it is clicked."""
    st.download_button(
        words.ANSWER,
        data=make,
        file_name=answers.answer_name(name),
        mime=mime.XLSX,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def _form(item: Item, shown: Preview, names: dict[str, str]) -> None:
    if shown.period is None:
        return
    sender = names.get(shown.delivery.sender or "", labels.WHOLE_DEPARTMENT)
    first = answer_words.letter(shown.findings, names, sender, shown.period, len(shown.delivery.mends))
    with st.form(f"papi-back-form-{item.mark}", border=False, enter_to_submit=False):
        st.html(f'<p class="papi papi-muted papi-small">{words.SEND_BACK_HINT}</p>')
        if not first:
            st.html(said.line(words.TELL_WHY, "late"))
        told = st.text_area(
            words.TELL, first, height=200 if first else 100, max_chars=4000, placeholder=words.TELL_HINT
        )
        sent = st.form_submit_button(words.RECORD, icon=":material/check:")
    if not sent or not person.named():
        return
    try:
        number = send_back(cache.store(), shown, told, made_at=person.now(), made_by=person.name())
    except NotAcceptedError:
        st.html(said.line(words.TELL_NEEDED, "bad"))
        return
    except StoreError as fault:
        said.say(store_words.sentence(fault.code, cache.store_path().name), "bad")
    else:
        tray.drop(item)
        said.say(words.SENT_BACK.format(name=item.name, sender=sender, number=number))
    st.rerun()
