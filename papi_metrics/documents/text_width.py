"""How wide a bold line of Times New Roman is.

Word, Excel and LibreOffice only know the width of a text when they lay it out; the lines that stand below parts of a
letter head and the heights of rows are measured by the text, so they need it before.
"""

import math
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

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
    return _parts(text) * _part(points)


def balanced(text: str, points: float, room: float) -> tuple[str, ...]:
    """Return ``text`` in as few lines as fit ``room`` mm, cut so that the longest line is as short as can be.

    Only plain spaces are cut at. A word wider than ``room`` is a line of its own; a text without words has no lines.
    """
    words = [word for word in text.split(" ") if word]
    wide = [_parts(word) for word in words]
    fewest = len(_starts(wide, room / _part(points)))
    # The longest line is some run of words; the wider lines may be, the fewer there are.
    limits = sorted(limit for start in range(len(wide)) for limit in accumulate(wide[start:], _joined))
    found = bisect_left(limits, True, key=lambda limit: len(_starts(wide, limit)) <= fewest)
    starts = _starts(wide, limits[found]) if words else []
    return tuple(" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)]))


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


def _starts(wide: Sequence[int], room: float) -> list[int]:
    """Return the words that begin lines filled one after the other, each up to ``room``, in parts as ``wide`` is."""
    starts: list[int] = []
    used = 0
    for place, word in enumerate(wide):
        if starts and _joined(used, word) <= room:
            used = _joined(used, word)
        else:
            starts.append(place)
            used = word
    return starts


def _joined(before: int, word: int) -> int:
    return before + _WIDTHS[" "] + word


def _parts(text: str) -> int:
    """Return the width of one line in thousandths of the type size."""
    return sum(_WIDTHS.get(_bare(letter), _WIDEST) for letter in unicodedata.normalize("NFC", text))


def _part(points: float) -> float:
    """Return a thousandth of the type size in mm."""
    return points / 1000 * _MM_A_POINT


@cache
def _bare(letter: str) -> str:
    """Return a letter without its marks; the horn of ơ and ư is part of the letter."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
