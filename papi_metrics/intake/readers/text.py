"""Text of one cell: NFC, no invisible characters, line breaks kept."""

import re
import unicodedata

from papi_metrics.model.text import is_clean

# Carriage return and vertical tab come from Word and old Excel, U+2028/9 from web pages.
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SOFT_HYPHEN = "\u00ad"
_CONTROL = dict.fromkeys([*range(9), *range(14, 32), 127])
# Dashes and curly quotes stand in TCVN3 text too; these letters and marks do not.
_TRUE_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u036f]")


_CAPITAL_FONT = re.compile(r"\.vn.*h", re.IGNORECASE)


def draws_capitals(font: str) -> bool:
    """Whether a font of TCVN3 draws every letter as a capital: .VnTimeH, .VnArialH and their kin."""
    return _CAPITAL_FONT.fullmatch(font.strip()) is not None


def in_capitals(text: str) -> str:
    """Return ``text`` with its bare letters as a font that ``draws_capitals`` shows them.

    The signs of TCVN3 stay: once they are read, the bare capitals beside them tell that they are capitals too. Text
    with true Vietnamese letters was not typed for such a font.
    """
    if _TRUE_VIETNAMESE.search(text):
        return text
    return "".join(letter.upper() if letter.isascii() else letter for letter in text)


_ESCAPED = re.compile(r"_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Return ``text`` of a workbook with its ``_x000D_`` escapes resolved (ECMA-376 part 1, 22.9.2.19).

    Halves of surrogate pairs stay as they are: alone they are no text.
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def cell_text(raw: str) -> str:
    """Return ``raw`` as a cell holds it: each line trimmed with single spaces, outer empty lines dropped.

    The soft hyphen is dropped only beside true Vietnamese letters: in TCVN3 text it **is** the letter "ư".
    """
    if is_clean(raw):
        return raw
    text = raw.translate(_CONTROL).translate(_INVISIBLE)
    if _SOFT_HYPHEN in text and _TRUE_VIETNAMESE.search(text):
        text = text.replace(_SOFT_HYPHEN, "")
    text = unicodedata.normalize("NFC", text)
    lines = _BREAKS.split(text)
    if len(lines) == 1:
        return " ".join(text.split())
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")
