"""Texts between the tags of a workbook, for the readers that look at them as text: references resolved by hand."""

import re
import sys
from functools import lru_cache

_REFERENCE = re.compile(r"&(?:#x[0-9A-Fa-f]{1,5};|#[0-9]{1,6};|[a-z]{2,4};)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(
    r'\ufeff?<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="\w+")?\s*\?>', re.IGNORECASE
)
_FIRST_PRINTED = 32
_SURROGATES = range(0xD800, 0xE000)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class NotPlainError(Exception):
    """The part is written in another way than Excel and its kin write it; nothing may be wrong with it."""


def plain_xml(part: bytes) -> str:
    """Return a part as text without its declaration. Raises NotPlainError for another encoding than UTF-8."""
    try:
        text = part.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


def resolved(text: str) -> str:
    """Resolve the references XML knows. Raises NotPlainError for any other, and for what no XML may hold."""
    if not text.isprintable() and _FORBIDDEN.search(text):
        raise NotPlainError
    return _REFERENCE.sub(_letter, text) if "&" in text else text


def _letter(match: re.Match[str]) -> str:
    return _resolve(match[0])


@lru_cache(maxsize=2048)
def _resolve(reference: str) -> str:
    """Return the letter of ``&#7879;``, ``&#x1EC7;`` or ``&amp;``: some writers escape every Vietnamese letter."""
    name = reference[1:-1]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
        if code < _FIRST_PRINTED or code in _SURROGATES or code > sys.maxunicode:
            raise NotPlainError
        return chr(code)
    if name not in _NAMED:
        raise NotPlainError
    return _NAMED[name]
