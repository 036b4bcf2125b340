"""The comments part of a sheet: texts by cell. The boxes that show them are in ``boxes``."""

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from papi_metrics.intake.answer.xml import ELEMENT, Node, made, namespace, parse, storable

_FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'
_FOOT = "———"
_GAP = "\n\n"


class Comments:
    """Comments, those of others kept. ``root`` is the tree of the part.

    What ``author`` says stands between two lines, the first with the name: so it is known again whatever was written
    beside it and whatever program has saved the file. LibreOffice, for one, drops the authors of comments.
    """

    def __init__(self, root: Node, author: str) -> None:
        self._author = storable(author)
        self._authors, self._list = (_child(root, name) for name in ("authors", "commentList"))
        self._by_cell = {comment.get("ref"): comment for comment in self._list.iterchildren(ELEMENT)}
        self._id: str | None = None
        self._run = parse(f'<r xmlns="{namespace(root)}">{_FONT}<t xml:space="preserve"/></r>'.encode())
        self._head = f"— {self._author} —"
        self._mine = re.compile(rf"\s*{re.escape(self._head)}.*?(?:{re.escape(_FOOT)}|\Z)", re.DOTALL)

    def write(self, cell: str, text: str) -> str:
        """Put ``text`` at ``cell`` ("F12"), below what stands there: a cell has one comment. Return all it says now."""
        comment = self._by_cell.get(cell)
        if comment is None:
            comment = made(self._list, "comment", ref=cell, authorId=self._author_id(), shapeId="0")
            self._by_cell[cell] = comment
        told = _child(comment, "text")
        _split(told)
        runs = _runs(told)
        run = deepcopy(self._run)
        run.find("{*}t").text = storable(f"{_GAP if runs else ''}{self._head}\n{text}\n{_FOOT}")
        told.insert(told.index(runs[-1]) + 1 if runs else 0, run)
        return _text(_runs(told))

    def take_out(self) -> tuple[list[str], list[str]]:
        """Take out what this author has said.

        Return the cells that have no comment any more, and those whose comment holds only what others have said.
        """
        cut = [cell for cell, comment in self._by_cell.items() if self._cut(_child(comment, "text"))]
        gone = [cell for cell in cut if not "".join(_child(self._by_cell[cell], "text").itertext()).strip()]
        for cell in gone:
            self._list.remove(self._by_cell.pop(cell))
        return gone, [cell for cell in cut if cell in self._by_cell]

    def _cut(self, told: Node) -> bool:
        """Take out what this author has said in a comment; return whether it was anything."""
        if self._head not in "".join(told.itertext()):
            return False
        _split(told)
        runs = _runs(told)
        spans = [match.span() for match in self._mine.finditer(_text(runs))]
        start = 0
        for run in runs:
            text = run.findtext("{*}t") or ""
            kept = "".join(
                letter for at, letter in enumerate(text, start) if not any(first <= at < last for first, last in spans)
            )
            start += len(text)
            if kept:
                run.find("{*}t").text = kept
            else:
                told.remove(run)
        return bool(spans)

    def _author_id(self) -> str:
        if self._id is None:
            names = [node.text for node in self._authors.iterchildren(ELEMENT)]
            if self._author not in names:
                made(self._authors, "author").text = self._author
                names.append(self._author)
            self._id = str(names.index(self._author))
        return self._id


def new_comments(main: str) -> bytes:
    """Return a comments part without comments, in the namespace ``main``."""
    return f'<comments xmlns="{main}"><authors/><commentList/></comments>'.encode()


def _child(node: Node, name: str) -> Node:
    found = node.find(f"{{*}}{name}")
    return made(node, name) if found is None else found


def _runs(told: Node) -> Sequence[Node]:
    return list(told.iterfind("{*}r"))


def _text(runs: Iterable[Node]) -> str:
    return "".join(run.findtext("{*}t") or "" for run in runs)


def _split(told: Node) -> None:
    """Turn a plain text into a run, so that another run can follow it."""
    plain = told.find("{*}t")
    if plain is not None:
        run = made(told, "r")
        told.insert(told.index(plain), run)
        run.append(plain)
