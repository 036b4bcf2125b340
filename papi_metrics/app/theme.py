"""The style sheet and the script of every page, put together once from the palette and the words."""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from papi_metrics.charts.palette import DARK, LIGHT, SHADES, text_on
from papi_metrics.wording import widgets

ASSETS = Path(__file__).parent / "assets"


def put_on() -> None:
    """Send style and script to the page. Both stay the same on every rerun, so the browser takes them once."""
    st.html(_style())
    with st.container(key="papi-script"):
        st.html(_script(), unsafe_allow_javascript=True)


@cache
def _style() -> str:
    return f"<style>{variables()}{''.join(sheets())}</style>"


@cache
def sheets() -> tuple[str, ...]:
    """Return the style sheets: the frame's first, then those of the parts of pages, which may refine it."""
    found = sorted(ASSETS.glob("*.css"), key=lambda path: (path.name != "shell.css", path.name))
    return tuple(path.read_text(encoding="utf-8") for path in found)


@cache
def _script() -> str:
    words = json.dumps({"exact": dict(widgets.EXACT), "patterns": list(widgets.PATTERNS)}, ensure_ascii=False)
    source = (ASSETS / "shell.js").read_text(encoding="utf-8")
    # A closing tag inside a text would end the script.
    return "<script>" + source.replace("__WORDS__", words.replace("</", "<\\/")) + "</script>"


@cache
def variables() -> str:
    """Return the palette as CSS variables, each with its light and its dark value, and the classes of the tones.

    ``light-dark()`` follows the colour scheme Streamlit gives the app, so a switch of theme needs no rerun. Browsers
    of before 2024 do not know it and get the light colours.
    """
    pairs = {name: (getattr(LIGHT, name), getattr(DARK, name)) for name in LIGHT.__dataclass_fields__}
    for tone, shade in SHADES.items():
        dark = shade.dark_fill or shade.fill
        pairs[f"ink-{tone}"] = (shade.ink, shade.dark_ink)
        pairs[f"fill-{tone}"] = (shade.fill, dark)
        pairs[f"on-{tone}"] = (text_on(shade.fill), text_on(dark))
    plain = "".join(f"--papi-{_css(name)}:{light};" for name, (light, _) in pairs.items())
    both = "".join(f"--papi-{_css(name)}:light-dark({light},{dark});" for name, (light, dark) in pairs.items())
    tones = "".join(
        f".papi .papi-{tone}{{background-color:var(--papi-fill-{tone});color:var(--papi-on-{tone})}}"
        f".papi .papi-ink-{tone}{{color:var(--papi-ink-{tone})}}"
        for tone in SHADES
    )
    return f":root{{{plain}}}@supports(color:light-dark(#000,#fff)){{:root{{{both}}}}}{tones}"


def _css(name: str) -> str:
    return name.replace("_", "-")
