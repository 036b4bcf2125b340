"""Text and weight of one Word paragraph as it prints: insertions kept, deletions and field codes dropped."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.docx_styles import Styles, bold_of
from papi_metrics.intake.readers.text import draws_capitals, in_capitals
from papi_metrics.intake.readers.tree import child, value

_TRANSPARENT = frozenset(
    ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
)
_FIXED = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def paragraph_text(paragraph: Element) -> str:
    """Return the text of a paragraph; line and page breaks are line breaks."""
    return "".join(_run_text(run) for run in runs(paragraph))


def is_bold(paragraph: Element, styles: Styles) -> bool | None:
    """Whether every run with text is bold; None for a paragraph without text."""
    style = value(paragraph, "pPr", "pStyle")
    of_paragraph = styles.bold(style)
    weights = []
    for run in runs(paragraph):
        if _run_text(run).strip():
            weight = bold_of(child(run, "rPr"))
            if weight is None and (of_run := value(run, "rPr", "rStyle")):
                weight = styles.bold(of_run)
            weights.append(bool(of_paragraph if weight is None else weight))
    return all(weights) if weights else None


def runs(node: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph in order; of alternative contents only the first."""
    for part in node:
        if part.tag == "r":
            yield part
        elif part.tag in _TRANSPARENT:
            yield from runs(part)
        elif part.tag == "AlternateContent" and len(part):
            yield from runs(part[0])


def _run_text(run: Element) -> str:
    if child(run, "rPr", "vanish") is not None:
        return ""
    text = "".join(
        (part.text or "") if part.tag == "t" else _FIXED.get(part.tag, "") for part in run if isinstance(part.tag, str)
    )
    fonts = child(run, "rPr", "rFonts")
    return in_capitals(text) if fonts is not None and draws_capitals(fonts.get("ascii", "")) else text
