"""What a page drew, as calls of Streamlit that draw it again. Used by the benchmark and by ``scripts/ready.py``."""

import gc
import json
import os
import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element

from papi_metrics.app import theme

DATA = "PAPI_BENCH_DRAWN"
"""The environment variable that names the pickled parts: page → list of parts."""

_SIDEBAR = 1


@dataclass(slots=True)
class Part:
    """One call: ``st.<call>(**values)``, then what stands inside it. ``call`` "" is only a place."""

    call: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    inside: dict[int, "Part"] = field(default_factory=dict)


def parts_of(drawn: Iterable[tuple[Sequence[int], Delta]]) -> list[Part]:
    """Return what a page drew, the sidebar first. What is no chart, table, text or widget is left out."""
    root = Part()
    for path, delta in drawn:
        place = root
        for step in path:
            place = place.inside.setdefault(step, Part())
        key = "-".join(map(str, path))
        if delta.HasField("new_element"):
            place.call, place.values = _element(delta.new_element, key)
        else:
            place.call, place.values = _block(delta.add_block, key)
    # Beside the main part Streamlit keeps a place of its own for style sheets; it finds that place by itself.
    return [root.inside.pop(_SIDEBAR, Part()), *root.inside.values()]


def run() -> None:
    """Run the app of the ready pages: Streamlit's navigation over as many files, the same icon, and nothing else."""
    st.set_page_config(page_title="Papi", page_icon=theme.ASSETS / "icon.png", layout="wide")
    folder = _data().parent
    st.navigation(
        [st.Page(folder / f"{path}.py", title=path, url_path=path) for path in _pages()], position="hidden"
    ).run()
    _freeze()


def draw(path: str) -> None:
    """Draw one page."""
    sidebar, *others = _pages()[path]
    with st.sidebar:
        _draw_all(sidebar)
    for part in others:
        _draw_all(part)


def write_pages(pages: Mapping[str, Sequence[Part]], folder: Path) -> dict[str, str]:
    """Write the parts and one script a page to ``folder``; return the environment in which ``run`` finds them."""
    data = folder / "drawn.pickle"
    data.write_bytes(pickle.dumps(dict(pages)))
    for path in pages:
        (folder / f"{path}.py").write_text(f"from tests.bench import drawing\n\ndrawing.draw({path!r})\n", "utf-8")
    return {DATA: str(data)}


def _draw_all(part: Part) -> None:
    columns = [each for each in part.inside.values() if each.call == "column"]
    places = iter(st.columns([each.values["weight"] for each in columns]) if columns else ())
    for each in part.inside.values():
        if each.call == "column":
            with next(places):
                _draw_all(each)
        elif each.inside:
            with getattr(st, each.call or "container")(**each.values):
                _draw_all(each)
        elif each.call:
            getattr(st, each.call)(**each.values)


def _block(block: Block, key: str) -> tuple[str, dict[str, Any]]:
    if block.HasField("column"):
        return "column", {"weight": block.column.weight}
    if block.HasField("form"):
        return "form", {"key": f"form-{key}"}
    row = block.flex_container.direction == Block.FlexContainer.Direction.HORIZONTAL
    return "container", {"horizontal": row, "key": f"block-{key}" if block.id else None}


def _element(element: Element, key: str) -> tuple[str, dict[str, Any]]:
    kind = element.WhichOneof("type") or ""
    part = getattr(element, kind)
    match kind:
        case "html":
            return kind, {"body": part.body, "unsafe_allow_javascript": part.unsafe_allow_javascript}
        case "selectbox" | "multiselect":
            return kind, {"label": part.label, "options": list(part.options), "key": key, **_change(part)}
        case "date_input":
            return kind, {"label": part.label, "format": "DD/MM/YYYY", "key": key, **_change(part)}
        case "text_input" | "text_area" | "number_input" | "file_uploader":
            return kind, {"label": part.label, "key": key, **_change(part)}
        case "button" if part.is_form_submitter:
            return "form_submit_button", {"label": part.label, "key": key}
        case "button":
            return kind, {"label": part.label, "key": key, "type": part.type, "help": part.help or None}
        case "download_button":
            return kind, {"label": part.label, "data": b"", "key": key}
        case "button_group":
            return "segmented_control", {
                "label": part.label,
                "options": [option.content for option in part.options],
                "key": key,
            }
        case "markdown":
            return kind, {"body": part.body}
        case "plotly_chart":
            return kind, {"figure_or_data": json.loads(part.spec), "key": key}
        case "dataframe":
            return kind, {"data": st.dataframe_util.convert_arrow_bytes_to_pandas_df(part.arrow_data.data), "key": key}
        case _:
            return "", {}


def _change(part: Any) -> dict[str, Any]:
    """A callback, as every choice of the product has one; inside a form there can be none."""
    return {} if part.form_id else {"on_change": _nothing}


def _nothing() -> None:
    """What happens on a choice: the ready pages have nothing to choose."""


@cache
def _pages() -> Mapping[str, Sequence[Part]]:
    pages: Mapping[str, Sequence[Part]] = pickle.loads(_data().read_bytes())
    return pages


def _data() -> Path:
    return Path(os.environ[DATA])


@cache
def _freeze() -> None:
    """As the product does: what the first run has imported is not walked by the collector again."""
    gc.collect()
    gc.freeze()
