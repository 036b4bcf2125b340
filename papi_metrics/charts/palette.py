"""The colours: one tone a meaning, for screen (light and dark), print and documents.

Colour means state and nothing else. A tone has a ``fill`` for areas and an ``ink`` for words: the fills of the
design are too light to be read as text, so each has a darker (in the dark theme a lighter) ink of the same hue.
"""

from dataclasses import dataclass
from enum import StrEnum

LEAST_TEXT_CONTRAST = 4.5
"""Least contrast of text on its ground (WCAG 2.1, 1.4.3)."""

_LIGHT_TEXT = "#FFFFFF"
_DARK_TEXT = "#14202B"


class Tone(StrEnum):
    """What a colour says."""

    GOOD = "good"
    LATE = "late"
    RUNNING = "running"
    SOON = "soon"
    BAD = "bad"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shade:
    """The colours of a tone. ``pattern`` tells areas apart in black and white: none, a dot, or the line that is drawn.

    ``dark_fill`` is set where the fill would glare on a dark ground.
    """

    fill: str
    ink: str
    dark_ink: str
    pattern: str = ""
    dark_fill: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The colours around the data."""

    ground: str
    card: str
    line: str
    track: str
    text: str
    muted: str
    link: str
    side: str
    side_text: str
    side_muted: str
    side_line: str


SHADES: dict[Tone, Shade] = {
    Tone.GOOD: Shade("#2E7D4F", "#28714A", "#6FCF97"),
    Tone.LATE: Shade("#C77D0A", "#8F5600", "#F0B45A", "\\"),
    Tone.RUNNING: Shade("#2F6DB5", "#2A63A6", "#7FB2EE", "."),
    Tone.SOON: Shade("#E5B700", "#755A00", "#F2D25C", "-"),
    Tone.BAD: Shade("#B3261E", "#B3261E", "#FF8F87", "/"),
    Tone.UNKNOWN: Shade("#8A93A0", "#5B6673", "#AEB8C4", "x"),
    Tone.WAITING: Shade("#BFD2E6", "#4A6178", "#A9C4DE", "+", "#3E566E"),
    Tone.NONE: Shade("#D5DAE1", "#5B6673", "#AEB8C4", "|", "#4A5765"),
}

PATTERN_OPACITY = 0.2
"""How much of the colour of texts lies in the pattern over a fill: texts stay readable upon it."""

MARKERS = ("circle", "square", "diamond", "triangle")
"""The marks of lines, in the order of the series: lines of one colour are told apart in black and white."""

LIGHT = Frame(
    ground="#F6F7F9",
    card="#FFFFFF",
    line="#E3E7EC",
    track="#ECEFF3",
    text="#1F2933",
    muted="#5B6673",
    link="#0F5288",
    side="#0F3D5E",
    side_text="#E8F0F6",
    side_muted="#A9C1D4",
    side_line="#2E5A7A",
)

DARK = Frame(
    ground="#11181F",
    card="#1B242E",
    line="#2F3B47",
    track="#2A3541",
    text="#E6EBF0",
    muted="#A9B4C0",
    link="#8CC4F5",
    side="#0B2536",
    side_text="#E8F0F6",
    side_muted="#A9C1D4",
    side_line="#27475E",
)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """Return white or near-black, whichever can be read on ``fill``."""
    return _LIGHT_TEXT if contrast(_LIGHT_TEXT, fill) >= LEAST_TEXT_CONTRAST else _DARK_TEXT


def fill_of(tone: Tone | None, frame: Frame = LIGHT) -> str:
    """Return the colour of an area; None is an area without a state."""
    shade = SHADES[tone or Tone.NONE]
    return shade.dark_fill if frame is DARK and shade.dark_fill else shade.fill


def pattern_colour(fill: str) -> str:
    """Return the colour of the pattern on ``fill`` where it cannot be drawn half transparent."""
    over = text_on(fill)
    pairs = ((int(fill[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * PATTERN_OPACITY):02X}" for low, high in pairs)
