"""The comments part of a sheet: texts by cell. The boxes that show them are in ``boxes``."""

from copy import deepcopy

from papi_metrics.intake.answer.xml import ELEMENT, Node, made, namespace, parse, storable

_FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'


class Comments:
    """Comments, those of others kept. ``root`` is the tree of the part."""

    def __init__(self, root: Node, author: str) -> None:
        self._author = storable(author)
        self._authors, self._list = (_child(root, name) for name in ("authors", "commentList"))
        self._by_cell = {comment.get("ref"): comment for comment in self._list.iterchildren(ELEMENT)}
        self._id: str | None = None
        self._run = parse(f'<r xmlns="{namespace(root)}">{_FONT}<t xml:space="preserve"/></r>'.encode())

    def write(self, cell: str, text: str) -> None:
        """Put ``text`` at ``cell`` ("F12"), below what stands there, but not twice: a cell has one comment."""
        comment = self._by_cell.get(cell)
        if comment is None:
            comment = made(self._list, "comment", ref=cell, authorId=self._author_id(), shapeId="0")
            self._by_cell[cell] = comment
        told = _child(comment, "text")
        _split(told)
        runs = list(told.iterfind("{*}r"))
        if any(text in (there.findtext("{*}t") or "") for there in runs):
            return
        run = deepcopy(self._run)
        run.find("{*}t").text = storable(f"\n\n{text}" if runs else text)
        told.insert(told.index(runs[-1]) + 1 if runs else 0, run)

    def take_out(self) -> list[str]:
        """Take out what this author alone has said; return the cells."""
        mine = {
            str(index) for index, name in enumerate(self._authors.iterchildren(ELEMENT)) if name.text == self._author
        }
        cells = [cell for cell, comment in self._by_cell.items() if comment.get("authorId") in mine]
        for cell in cells:
            self._list.remove(self._by_cell.pop(cell))
        return cells

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


def _split(told: Node) -> None:
    """Turn a plain text into a run, so that another run can follow it."""
    plain = told.find("{*}t")
    if plain is not None:
        run = made(told, "r")
        told.insert(told.index(plain), run)
        run.append(plain)
