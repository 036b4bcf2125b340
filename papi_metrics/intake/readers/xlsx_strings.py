"""The shared strings of a workbook."""

import re
from collections.abc import Sequence

from papi_metrics.intake.readers.text import cell_text, unescape
from papi_metrics.intake.readers.tree import local, new_parser
from papi_metrics.intake.readers.xlsx_text import NotPlainError, plain_xml, resolved
from papi_metrics.model.text import is_clean

_LIST = re.compile(r"\s*<sst(?: [\w:.]+=\"[^\"<>&]*\")*>(.*)</sst>\s*", re.DOTALL)
_KEPT_SPACES = ' xml:space="preserve"'
_ITEM = re.compile(f"<si><t(?:{_KEPT_SPACES})?>([^<]*)</t></si>")
_AT_ONCE = 64
_TAGS = len("<si><t></t></si>")


def read_strings(xml: bytes | None) -> list[str]:
    """Return the shared strings cleaned as cell texts, phonetic hints left out; no part gives []."""
    if xml is None:
        return []
    try:
        return _plain_strings(plain_xml(xml))
    except NotPlainError:
        return _parsed_strings(xml)


def _plain_strings(text: str) -> list[str]:
    """Read a list of texts without fonts and hints; anything else raises NotPlainError."""
    found = _LIST.fullmatch(text)
    if found is None:
        raise NotPlainError
    items: list[str] = _ITEM.findall(found[1])
    told = sum(map(len, items)) + _TAGS * len(items) + len(_KEPT_SPACES) * found[1].count(_KEPT_SPACES)
    if told != len(found[1]):
        raise NotPlainError
    return [text for start in range(0, len(items), _AT_ONCE) for text in _texts(items[start : start + _AT_ONCE])]


def _texts(items: Sequence[str]) -> Sequence[str]:
    """Return items as cell texts. Most are that already, which is told for many at once."""
    # A space composes with no letter, and one too many shows at the seams: the whole is clean if every item is.
    whole = " ".join(items)
    clean = is_clean(whole)
    if clean and "&" not in whole and "_x" not in whole:
        return items
    return [
        item if clean and "&" not in item and "_x" not in item else cell_text(unescape(resolved(item)))
        for item in items
    ]


def _parsed_strings(xml: bytes) -> list[str]:
    strings: list[str] = []
    heard: list[str] = []
    tags: dict[str, str] = {}
    phonetic = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal phonetic
        tag = tags.get(name)
        if tag is None:
            tag = tags[name] = local(name)
        if tag == "t":
            if not phonetic:
                parser.CharacterDataHandler = heard.append
        elif tag in ("si", "r"):
            phonetic = False
        elif tag == "rPh":
            phonetic = True

    def end(name: str) -> None:
        tag = tags[name]
        if tag == "t":
            parser.CharacterDataHandler = None
        elif tag == "si":
            strings.append(cell_text(unescape("".join(heard))))
            heard.clear()

    parser = new_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(xml, True)
    return strings
