"""How wide a bold line of Times New Roman is.

Word, Excel and LibreOffice only know the width of a text when they lay it out; the lines that stand below parts of a
letter head and the heights of rows are measured by the text, so they need it before.
"""

import math
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

# Advance widths in thousandths of the type size, without kerning, as Word sets them; marks above and below add nothing.
_LETTERS = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    520: "~",
    554: "ơ",
    555: '"',
    556: "Sbdhknpquđ",
    570: "+<=>",
    581: "^",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W…",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_WIDEST = max(_WIDTHS.values())
_HORN = "\u031b"
_MM_A_POINT = 25.4 / 72


def width(text: str, points: float) -> float:
    """Return the width in mm of one bold line of ``points``; a letter that is not known counts as the widest."""
    return sum(map(_advance, unicodedata.normalize("NFC", text))) * (points / 1000 * _MM_A_POINT)


def balanced(text: str, points: float, room: float) -> tuple[str, ...]:
    """Return ``text`` in as few lines as fit ``room`` mm, cut so that the longest line is as short as can be.

    Only plain spaces are cut at. A word wider than ``room`` is a line of its own; a text without words has no lines.
    """
    words = [word for word in text.split(" ") if word]
    fewest = len(_filled(words, points, room))
    limits = sorted(
        width(" ".join(words[start:end]), points)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    # More room never makes more lines, so the least limit that does is found by halving.
    least = bisect_left(limits, -fewest, key=lambda limit: -len(_filled(words, points, limit)))
    return _filled(words, points, limits[least]) if limits else ()


def line_count(text: str, points: float, room: float) -> int:
    """Return on how many lines of ``room`` mm a text stands in a cell that wraps; a word too wide for a line is cut."""
    return sum(_wrapped(line.split(), points, room) for line in text.split("\n"))


def _wrapped(words: Sequence[str], points: float, room: float) -> int:
    lines, used, space = 1, 0.0, width(" ", points)
    for word in words:
        wide = width(word, points)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        used += wide + (space if used else 0.0)
        if used > room:
            more = math.ceil(used / room) - 1
            lines, used = lines + more, used - more * room
    return lines


def _filled(words: Sequence[str], points: float, room: float) -> tuple[str, ...]:
    """Return lines filled one after the other, each up to ``room`` mm."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, points) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@cache
def _advance(letter: str) -> int:
    """Return the width of a letter without its marks; the horn of ơ and ư is part of the letter."""
    parts = unicodedata.normalize("NFD", letter)
    return _WIDTHS.get(unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0], _WIDEST)
