"""Automatic numbering of Word resolved into the printed text: "1.", "1.2", "a)", "-".

A TT column is often nothing but automatic numbers: without this it reads as empty. Rules: ECMA-376 part 1, 17.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.docx_styles import OFF, Styles
from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.tree import child, children, value

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_NUMBER = 100_000
# Bullets come as letters of symbol fonts (U+F0xx, or "o" of Courier New for a ring).
_PLAIN_BULLETS = "-–—+*•·"


@dataclass(frozen=True, slots=True)
class Level:
    """One level: number format code, text with %1 … %9, first number, after which level it starts again."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool


@dataclass(slots=True)
class Numbering:
    """The counters of a document; ``label`` has to be asked once for every paragraph, in document order.

    ``lists`` maps numId to (counter key, levels, starts that override at the first use).
    """

    styles: Styles
    lists: Mapping[str, tuple[str, Mapping[int, Level], Mapping[int, int]]]
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """Return the printed number of ``paragraph``, "" where it has none, and count it."""
        number, level = self._reference(paragraph)
        known = self.lists.get(number)
        if known is None or level not in known[1]:
            return ""
        key, levels, overrides = known
        counters = self._counters.setdefault(key, {})
        if number not in self._used:
            self._used.add(number)
            for at, first in overrides.items():
                counters[at] = first - 1
        self._count(counters, levels, level)
        return _printed(levels, counters, level)

    def _reference(self, paragraph: Element) -> tuple[str, int]:
        """Return (numId, level) of a paragraph, from itself or its style; numId "0" switches numbering off."""
        properties = child(paragraph, "pPr")
        if child(properties, "rPr", "del") is not None:
            return "", 0
        style = self.styles.numbering(value(properties, "pStyle"))
        own = child(properties, "numPr")
        number = value(own, "numId") or value(style, "numId") or ""
        level = value(own, "ilvl") or value(style, "ilvl")
        return number, int(level or 0)

    @staticmethod
    def _count(counters: dict[int, int], levels: Mapping[int, Level], level: int) -> None:
        counters[level] = counters.get(level, levels[level].start - 1) + 1
        for upper in range(level):
            if upper not in counters and upper in levels:
                counters[upper] = levels[upper].start
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            # By default a level starts again after any higher one; 0 means never.
            if restart is None or (restart and level < restart):
                counters.pop(deeper, None)


def read_numbering(package: Package, document: str, styles: Styles) -> Numbering:
    """Return the numbering of the Word file whose main part is ``document``."""
    part = next((part for kind, part in package.relations(document).values() if kind == "numbering"), "")
    root = package.tree(part)
    abstract = {node.get("abstractNumId", ""): node for node in children(root, "abstractNum")}
    lists = {}
    for node in children(root, "num"):
        key = value(node, "abstractNumId") or ""
        levels = _levels(_resolve(abstract, key, styles, root))
        overrides: dict[int, int] = {}
        for override in children(node, "lvlOverride"):
            at = int(override.get("ilvl", "0"))
            levels.update(_levels(override))
            if (first := value(override, "startOverride")) is not None:
                overrides[at] = int(first)
        lists[node.get("numId", "")] = (key, levels, overrides)
    return Numbering(styles, lists)


def _resolve(abstract: Mapping[str, Element], key: str, styles: Styles, root: Element | None) -> Element | None:
    """Follow ``numStyleLink``: a list that only names a numbering style has its levels elsewhere."""
    node = abstract.get(key)
    link = value(node, "numStyleLink")
    if link is None:
        return node
    number = value(styles.numbering(link), "numId")
    for num in children(root, "num"):
        if num.get("numId") == number:
            return abstract.get(value(num, "abstractNumId") or "")
    return node


def _levels(node: Element | None) -> dict[int, Level]:
    found = {}
    for level in children(node, "lvl"):
        legal = child(level, "isLgl")
        restart = value(level, "lvlRestart")
        found[int(level.get("ilvl", "0"))] = Level(
            format=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText") or "",
            start=int(value(level, "start") or 0),
            restart=None if restart is None else int(restart),
            legal=legal is not None and legal.get("val", "1") not in OFF,
        )
    return found


def _printed(levels: Mapping[int, Level], counters: Mapping[int, int], level: int) -> str:
    own = levels[level]
    if own.format == "none":
        return ""
    if own.format == "bullet":
        return own.text if own.text and own.text in _PLAIN_BULLETS else "•"
    text = own.text
    for at in range(level + 1):
        if (mark := f"%{at + 1}") in text and at in levels:
            form = "decimal" if own.legal else levels[at].format
            text = text.replace(mark, format_number(counters.get(at, levels[at].start), form))
    return text.strip()


def format_number(number: int, form: str) -> str:
    """Return ``number`` in a number format of Word (17.18.59); unknown ones print as decimal."""
    if not 0 < number < _MAX_NUMBER:
        return str(number)
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
        return letter.upper() if form == "upperLetter" else letter
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    text = ""
    for size, letters in (*_ROMAN, *_ROMAN_SMALL):
        count, number = divmod(number, size)
        text += letters * count
    return text
