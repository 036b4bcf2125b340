"""Pages without figures: what is missing or went wrong, why, and what mends it."""

from html import escape

import streamlit as st

from papi_metrics.app import links
from papi_metrics.wording import pages as words


def no_plan() -> None:
    """Say that the store holds no plan, with the way to the page that makes one."""
    _show(words.NO_PLAN_TITLE, words.NO_PLAN, _ways())


def fault(code: str, mark: str = "") -> None:
    """Say what went wrong. ``mark`` is what to quote to the person who runs the program."""
    title, happened, to_do = words.FAULTS.get(code) or words.FAULTS["store"]
    paragraphs = (happened, to_do, f"{words.ERROR_MARK}: {mark}" if mark else "")
    _show(title, paragraphs, f'<a class="papi-button" href="" target="_self">{words.RELOAD}</a>')


def _ways() -> str:
    found = ((links.address(None, page), label) for page, label in words.NO_PLAN_OPEN.items())
    return "".join(
        f'<a class="papi-go papi-button{" papi-second" if place else ""}" href="{address}" target="_self">'
        f"{escape(label)}</a>"
        for place, (address, label) in enumerate(found)
        if address
    )


def _show(title: str, paragraphs: tuple[str, ...], ways: str) -> None:
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)
    st.html(f'<div class="papi papi-notice" role="alert"><h1>{escape(title)}</h1>{text}{ways}</div>')
