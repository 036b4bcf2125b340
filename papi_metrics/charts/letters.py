"""The type that pictures are set in, carried with the program, and how wide a text is in it.

Be Vietnam Pro was drawn for Vietnamese: its stacked marks (Ậ Ữ Ễ) stand clear of letters and lines. It is wider than
Arial and Segoe UI, so that a text measured here fits in those as well where an SVG is opened without it.
"""

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import ImageFont

FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "Be Vietnam Pro"
_FILES = {False: "BeVietnamPro-Regular.ttf", True: "BeVietnamPro-Bold.ttf"}
_MEASURED_AT = 100
SIGNS: Final = "DejaVu Sans Mono"
"""What the marks of states (✓ ✕ △) are set in: the type has none. It comes in typst's wheel."""
_SIGN_WIDTH = 0.602
_NO_LETTER = "\U000f0000"


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / _FILES[bold], _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _width(text: str, bold: bool) -> float:
    parts = runs(text)
    return sum(
        len(part) * _SIGN_WIDTH if is_sign else _font(bold).getlength(part) / _MEASURED_AT for part, is_sign in parts
    )


@lru_cache(maxsize=1024)
def _is_sign(letter: str) -> bool:
    font = _font(False)
    return not letter.isspace() and bytes(font.getmask(letter)) == bytes(font.getmask(_NO_LETTER))


def runs(text: str) -> list[tuple[str, bool]]:
    """Return the parts of ``text`` in order, each with whether it is of signs that the type does not have."""
    return [("".join(run), is_sign) for is_sign, run in groupby(text, _is_sign)]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of type of this size, in the same unit as ``size``."""
    return _width(text, bold) * size


def wrapped(text: str, size: float, room: float, *, bold: bool = False, most: int | None = None) -> list[str]:
    """Break ``text`` into lines of at most ``room``; a word that is wider is broken by letters.

    At most ``most`` lines, the last of them ending in "…" where more was to come.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        *full, rest = _pieces(word, size, room, bold)
        lines += [*full, rest]
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(f"{last}…", size, bold=bold) > room:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], f"{last}…"]


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = [word[:1]]
    for letter in word[1:]:
        if width(pieces[-1] + letter, size, bold=bold) <= room:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
