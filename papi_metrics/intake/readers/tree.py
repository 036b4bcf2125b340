"""The one door for small XML parts: a tree with local names, without entities, with a bounded depth."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from xml.parsers import expat

from papi_metrics.model.finding import UnreadableFileError

MAX_DEPTH = 250


def new_parser() -> expat.XMLParserType:
    """Return an expat parser that refuses a document type, so that no entity can ever expand."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    return parser


def local(name: str) -> str:
    """Return ``name`` without its namespace prefix: strict and transitional OOXML use the same local names."""
    return name.rpartition(":")[2]


def parse_tree(data: bytes) -> Element:
    """Return the root of ``data``; tags and attributes bear local names.

    Raises UnreadableFileError ``unsafe_xml`` for a document type or too deep nesting, ExpatError for damage.
    """
    root = Element("")
    stack = [root]
    last: Element | None = None

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal last
        if len(stack) > MAX_DEPTH:
            raise UnreadableFileError("unsafe_xml")
        node = Element(local(name), {local(key): value for key, value in attributes.items()})
        stack[-1].append(node)
        stack.append(node)
        last = None

    def end(_name: str) -> None:
        nonlocal last
        last = stack.pop()

    def text(data: str) -> None:
        if last is None:
            stack[-1].text = (stack[-1].text or "") + data
        else:
            last.tail = (last.tail or "") + data

    parser = new_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)
    return root[0]


def children(node: Element | None, *path: str) -> Iterator[Element]:
    """Yield the elements reached from ``node`` over the local names of ``path``."""
    if node is None:
        return
    if not path:
        yield node
        return
    for child in node:
        if child.tag == path[0]:
            yield from children(child, *path[1:])


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first element reached over ``path``, or None."""
    return next(children(node, *path), None)


def value(node: Element | None, *path: str) -> str | None:
    """Return the ``val`` attribute of the element at ``path``, or None."""
    found = child(node, *path)
    return None if found is None else found.get("val")


def _refuse_doctype(*_: object) -> None:
    raise UnreadableFileError("unsafe_xml")
