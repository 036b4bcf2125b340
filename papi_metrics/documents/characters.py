"""Which characters a file may hold."""

import re

_NOT_PRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return ``text`` without what neither XML nor a calendar file may hold: control characters, lone surrogates."""
    return _NOT_PRINTABLE.sub("", text)
