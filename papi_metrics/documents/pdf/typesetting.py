"""Setting a document: a layout written in typst, and what it says as data.

Texts reach the layout as JSON and stay texts there: nothing in them is read as markup.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import typst

from papi_metrics.charts.letters import FONTS
from papi_metrics.documents.characters import printable
from papi_metrics.documents.stamp import Stamp
from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.wording import nd30 as words

Data: TypeAlias = Mapping[str, Any]
"""What a layout is given: texts, numbers, lists and mappings of them."""
_LAYOUTS: Final = Path(__file__).parent / "layouts"
_STANDARD: Final = "a-2b"
_LETTER = b"#set page(width: auto, height: auto)\n#sys.inputs.data\n"
_NO_GLYPH = "\N{WHITE SQUARE}"
_EVERY_TYPE_HAS = "\u024f"
"""The last letter of Latin Extended-B: below it, only signs and the letters of Vietnamese need no check."""


def compiled(layout: str, data: Data, made_at: datetime) -> bytes:
    """Return the PDF/A-2b that ``layouts/<layout>.typ`` makes of ``data``: the same bytes for the same arguments.

    ``made_at`` is wall time in Việt Nam, or a moment that knows its zone.

    A letter that no type on this machine has is a white square, as Word shows it: PDF/A must not hold it otherwise.
    """
    told = _cleaned(data, printable)
    try:
        return _pdf(layout, told, made_at)
    except typst.TypstError:
        missing = {ord(letter): _NO_GLYPH for text in _texts(told) for letter in text if not _has_glyph(letter)}
        if not missing:
            raise
        return _pdf(layout, _cleaned(told, lambda text: text.translate(missing)), made_at)


def about(title: str, author: str, stamp: Stamp) -> Data:
    """Return the properties of a file."""
    return {
        "title": title,
        "author": author,
        "description": stamp.line,
        "keywords": stamp.keywords,
        "language": words.LANGUAGE.split("-"),
    }


def _pdf(layout: str, data: Data, made_at: datetime) -> bytes:
    moment = made_at if made_at.tzinfo else made_at.replace(tzinfo=VIET_NAM)
    made = typst.compile(
        str(_LAYOUTS / f"{layout}.typ"),
        root=str(_LAYOUTS),
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=[_STANDARD],
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=int(moment.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Those of the machine are seen as well: Times New Roman is not ours to carry."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[FONTS])


@lru_cache(maxsize=4096)
def _has_glyph(letter: str) -> bool:
    if letter.isspace() or letter <= _EVERY_TYPE_HAS or unicodedata.category(letter) == "Mn":
        return True
    try:
        typst.compile(
            _LETTER, font_paths=_fonts(), format="pdf", pdf_standards=[_STANDARD], sys_inputs={"data": letter}
        )
    except typst.TypstError:
        return False
    return True


def _cleaned(data: Any, clean: Callable[[str], str]) -> Any:
    """Return ``data`` with each of its texts as ``clean`` gives it."""
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, Mapping):
        return {name: _cleaned(part, clean) for name, part in data.items()}
    return [_cleaned(part, clean) for part in data] if isinstance(data, list | tuple) else data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list):
        for part in data.values() if isinstance(data, Mapping) else data:
            yield from _texts(part)
