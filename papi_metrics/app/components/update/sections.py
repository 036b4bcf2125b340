"""The kinds of work of Cập nhật quý, each at its own address: ``viec=…``."""

from collections.abc import Callable
from html import escape

import streamlit as st

from papi_metrics.app import query
from papi_metrics.app.components.update import board, desk, entering, sending
from papi_metrics.app.links import ENTERING, WORK, address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.wording import page_board as board_words
from papi_metrics.wording import page_entering as entering_words
from papi_metrics.wording import page_update as words

_PAGE = "cap-nhat"
_OF_A_PLAN: dict[str, tuple[str, Callable[[View], None]]] = {
    "mau": (words.SENDING, sending.show),
    "tinh-hinh": (board_words.TITLE, board.show),
    ENTERING: (entering_words.TITLE, entering.show),
}
"""Work that needs a plan: word of the address → its name, and what draws it. Without one files are taken in."""


def show(view: View | None) -> None:
    """Draw the choice of work and the work that is chosen."""
    chosen = query.known(WORK, words.WORK, _OF_A_PLAN) if view else ""
    if view is None or chosen not in _OF_A_PLAN:
        if view:
            _bar(view, "")
        desk.show(view)
        return
    _bar(view, chosen)
    _OF_A_PLAN[chosen][1](view)


def _bar(view: View, chosen: str) -> None:
    listed = {"": words.RECEIVING, **{word: name for word, (name, _) in _OF_A_PLAN.items()}}
    parts = "".join(
        link(address(view, _PAGE, **{WORK: word}), escape(name), "papi-chip papi-on" if word == chosen else "papi-chip")
        for word, name in listed.items()
    )
    st.html(f'<div class="papi"><nav class="papi-chips" aria-label="{words.WORK}">{parts}</nav></div>')
