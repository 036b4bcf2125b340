"""Parts as trees that keep what they hold: prefixes, comments, white space, the order of elements."""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from lxml import etree

from papi_metrics.model.finding import UnreadableFileError

Node: TypeAlias = Any

ELEMENT = etree.Element
_LONGEST = 32_767
# A tree takes some fifteen times the memory of its part.
_LARGEST = 32 << 20
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(part: bytes, plain: bool = False) -> Node:
    """Return the root of a part; ``plain`` leaves out comments and CDATA marks.

    Raises UnreadableFileError ``corrupt``, ``unsafe_xml`` or ``too_large``.
    """
    if len(part) > _LARGEST:
        size, limit = f"{len(part) / (1 << 20):.1f}", str(_LARGEST >> 20)
        raise UnreadableFileError("too_large", size_mb=size, limit_mb=limit)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=plain, remove_comments=plain)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError("corrupt", reason="XMLSyntaxError") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFileError("unsafe_xml")
    return root


def serialise(root: Node) -> bytes:
    """Return a tree as a part."""
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def local(node: Node) -> str:
    """Return the name of an element without its namespace."""
    name: str = etree.QName(node).localname
    return name


def namespace(node: Node) -> str:
    """Return the namespace of an element, "" for none."""
    return etree.QName(node).namespace or ""


def made(parent: Node, name: str, /, **attributes: str) -> Node:
    """Append an element in the namespace of ``parent`` and return it."""
    return etree.SubElement(parent, f"{{{namespace(parent)}}}{name}", attributes)


def placed(parent: Node, name: str, order: str, **prefixes: str) -> Node:
    """Return the child ``name`` of ``parent``, made where ``order`` (names set apart by spaces) wants it."""
    found = parent.find(f"{{*}}{name}")
    if found is not None:
        return found
    node = etree.Element(f"{{{namespace(parent)}}}{name}", nsmap={**parent.nsmap, **prefixes})
    names = order.split()
    later = names[names.index(name) + 1 :]
    for child in parent.iterchildren(ELEMENT):
        if any(inner in later for inner in _names(child)):
            child.addprevious(node)
            return node
    parent.append(node)
    return node


def appended(collection: Node, node: Node) -> int:
    """Append ``node`` to a counted collection of a style sheet and return its index."""
    index = len(list(collection.iterchildren(ELEMENT)))
    collection.append(node)
    collection.set("count", str(index + 1))
    return index


def storable(text: str) -> str:
    """Return ``text`` as a workbook can hold it: no control characters, nothing like ``_x000D_``, not endless."""
    return _ESCAPE_LIKE.sub("_x005F_", _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))[:_LONGEST]


def _names(node: Node) -> Sequence[str]:
    """The names an element stands for in a sequence: of alternatives, what they hold."""
    if local(node) != "AlternateContent":
        return (local(node),)
    return [local(inner) for choice in node.iterchildren(ELEMENT) for inner in choice.iterchildren(ELEMENT)]
