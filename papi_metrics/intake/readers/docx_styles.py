"""Paragraph and character styles of a Word file: what they inherit for bold and for numbering."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.tree import child, children, value

OFF = ("0", "false", "off")
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id. ``default`` is the id of the default paragraph style, "" where there is none."""

    nodes: dict[str, Element]
    default: str

    def chain(self, style: str | None) -> list[Element]:
        """Return the style and those it is based on, nearest first; None stands for the default style."""
        found: list[Element] = []
        key = self.default if style is None else style
        while key in self.nodes and len(found) < _MAX_CHAIN:
            found.append(self.nodes[key])
            key = value(found[-1], "basedOn") or ""
        return found

    def bold(self, style: str | None) -> bool | None:
        """Return what the style says about bold, None where it says nothing."""
        for node in self.chain(style):
            if (weight := bold_of(child(node, "rPr"))) is not None:
                return weight
        return None

    def numbering(self, style: str | None) -> Element | None:
        """Return the ``numPr`` the style gives to its paragraphs, or None."""
        for node in self.chain(style):
            if (found := child(node, "pPr", "numPr")) is not None:
                return found
        return None


def bold_of(properties: Element | None) -> bool | None:
    """Return what run properties say about bold, None where they say nothing."""
    node = child(properties, "b")
    return None if node is None else node.get("val", "1") not in OFF


def read_styles(package: Package, document: str) -> Styles:
    """Return the styles of the Word file whose main part is ``document``."""
    part = next((part for kind, part in package.relations(document).values() if kind == "styles"), "")
    nodes: dict[str, Element] = {}
    default = ""
    for node in children(package.tree(part), "style"):
        nodes[node.get("styleId", "")] = node
        if node.get("type") == "paragraph" and node.get("default") in ("1", "true", "on"):
            default = node.get("styleId", "")
    return Styles(nodes, default)
