"""A workbook → the same workbook with marked cells and a sheet of errors.

The package is edited, not loaded and saved: no library keeps all that a workbook may hold. Written anew are the
sheets that bear marks, their comments, the style sheet, the workbook part and the lists of parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from papi_metrics.intake.answer.boxes import ShapeIds, as_text, new_drawing, with_boxes
from papi_metrics.intake.answer.comments import Comments, new_comments
from papi_metrics.intake.answer.content import BY_WEIGHT, ErrorSheet, Note, Tone
from papi_metrics.intake.answer.earlier import earlier_errors_sheet, take_out_marks
from papi_metrics.intake.answer.errors import TITLE_ROWS, errors_sheet
from papi_metrics.intake.answer.package import OpenPackage
from papi_metrics.intake.answer.styles import Styles
from papi_metrics.intake.answer.workbook import Workbook, quoted
from papi_metrics.intake.answer.worksheet import Worksheet
from papi_metrics.intake.grid import Place
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.model.cell import CellRef, column_letters
from papi_metrics.model.finding import UnreadableFileError

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"


@dataclass(slots=True)
class _Mark:
    """What one cell gets."""

    tones: set[Tone] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    @property
    def tone(self) -> Tone:
        return min(self.tones, key=BY_WEIGHT.index)

    @property
    def text(self) -> str:
        return "\n\n".join(dict.fromkeys(self.texts))

    def add(self, other: "_Mark") -> None:
        self.tones |= other.tones
        self.texts += other.texts


def marked_workbook(
    data: bytes,
    notes: Sequence[Note],
    sheet: ErrorSheet,
    author: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> bytes:
    """Return an .xlsx or .xlsm with its cells coloured and commented and the sheet of errors as the last one.

    ``author`` signs the comments. Marks of an earlier answer in ``data`` go, and its sheet of errors is written
    anew. Raises UnreadableFileError for bytes that ``reader.read`` would refuse too, ``too_large`` for a
    part beyond what can be edited, and ``corrupt`` for damage that does not hinder reading, such as a picture that
    cannot be unpacked.
    """
    try:
        return _marked(OpenPackage(data, limits), notes, sheet, author)
    except (ValueError, LookupError, TypeError) as error:
        # What stands where a number or an address should.
        raise UnreadableFileError("corrupt", reason=type(error).__name__) from error


def _marked(package: OpenPackage, notes: Sequence[Note], sheet: ErrorSheet, author: str) -> bytes:
    workbook = Workbook(package)
    styles = workbook.styles()
    ids = ShapeIds(as_text(package.part(name)) for name in package.ending(".vml"))
    earlier = earlier_errors_sheet(workbook, sheet.name)
    take_out_marks(workbook, styles, author, earlier)
    marks = _marks(notes)
    for name, of_sheet in marks.items():
        found = workbook.sheet(name)
        if found is not None:
            _Marking(workbook, styles, ids, author).mark(found[1], of_sheet)

    def link(cell: CellRef) -> str | None:
        found = workbook.sheet(cell.sheet)
        return f"{quoted(found[0])}!{cell.a1}" if found else None

    def tone(cell: CellRef) -> Tone | None:
        mark = marks.get(cell.sheet, {}).get((cell.row, cell.column))
        return mark.tone if mark else None

    xml = errors_sheet(workbook.main, sheet, styles, link, tone)
    if earlier is not None:
        package.replace(earlier, xml)
    else:
        workbook.add_sheet(workbook.free_sheet_name(sheet.name), xml, TITLE_ROWS)
    return package.save()


def _marks(notes: Iterable[Note]) -> Mapping[str, dict[Place, _Mark]]:
    marks: dict[str, dict[Place, _Mark]] = {}
    for note in notes:
        for cell in note.cells:
            place = cell.row, cell.column
            marks.setdefault(cell.sheet, {}).setdefault(place, _Mark()).add(_Mark({note.tone}, [note.text]))
    return marks


@dataclass(frozen=True, slots=True)
class _Marking:
    """The way one sheet is marked: colours, comments, their boxes."""

    workbook: Workbook
    styles: Styles
    ids: ShapeIds
    author: str

    def mark(self, part: str, marks: Mapping[Place, _Mark]) -> None:
        """Mark the sheet ``part`` at each place; marks under a merged range go to the cell that shows."""
        sheet = Worksheet(self.workbook.package.part(part))
        shown: dict[Place, _Mark] = {}
        for place, at in sheet.shown_at(marks).items():
            shown.setdefault(at, _Mark()).add(marks[place])
        for place, cell in sheet.cells(shown).items():
            cell.set("s", str(self.styles.tinted(int(cell.get("s", "0")), shown[place].tone)))
        texts = self._comment(part, {place: shown[place].text for place in sorted(shown)})
        self._draw(part, sheet, texts)
        self.workbook.package.replace(part, sheet.part())

    def _comment(self, part: str, texts: Mapping[Place, str]) -> Mapping[Place, str]:
        """Write the comments and return all that each of them says now."""
        workbook, package = self.workbook, self.workbook.package
        name = package.related(part, "comments")
        if name is None:
            name = package.free_name(workbook.folder, "comments", ".xml")
            relation = f"{workbook.relations}/comments"
            package.add(name, new_comments(workbook.main), _COMMENTS_TYPE, part, relation)
        comments = Comments(package.edit(name), self.author)
        return {
            (row, column): comments.write(f"{column_letters(column)}{row}", text)
            for (row, column), text in texts.items()
        }

    def _draw(self, part: str, sheet: Worksheet, texts: Mapping[Place, str]) -> None:
        workbook, package = self.workbook, self.workbook.package
        name = workbook.drawing(part, sheet)
        if name is not None:
            package.replace(name, with_boxes(as_text(package.part(name)), sheet, texts, self.ids))
            return
        drawing = with_boxes(new_drawing(), sheet, texts, self.ids)
        name = package.free_name(f"{workbook.folder}/drawings", "vmlDrawing", ".vml")
        relation = package.add(name, drawing, _DRAWING_TYPE, part, f"{workbook.relations}/vmlDrawing")
        sheet.draw_legacy(workbook.relations, relation)
