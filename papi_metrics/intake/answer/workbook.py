"""The workbook part: which sheets there are, and one more of them."""

from collections.abc import Sequence

from papi_metrics.intake.answer.package import OpenPackage
from papi_metrics.intake.answer.styles import Styles, new_style_sheet
from papi_metrics.intake.answer.worksheet import Worksheet
from papi_metrics.intake.answer.xml import made, namespace, placed
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.model.finding import UnreadableFileError

_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_LONGEST_NAME = 31
# ECMA-376 part 1, 18.2.27
_ORDER = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
    "definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing "
    "fileRecoveryPr webPublishObjects extLst"
)


class Workbook:
    """The sheets of a package. ``main`` and ``relations`` are its namespaces, transitional or strict.

    Raises UnreadableFileError ``corrupt``.
    """

    def __init__(self, package: OpenPackage) -> None:
        self.package = package
        self.part = package.main_part()
        self.folder = self.part.rpartition("/")[0]
        self._root = package.edit(self.part)
        self.main = namespace(self._root)
        self.relations = _STRICT_RELATIONS if self.main == _STRICT_MAIN else _RELATIONS
        sheets = self._root.find("{*}sheets")
        if sheets is None:
            raise UnreadableFileError("corrupt")
        self._sheets = sheets
        related = package.relations(self.part)
        self._parts: dict[str, tuple[str, str]] = {}
        for node in sheets.iterfind("{*}sheet"):
            kind, part = related.get(node.get(f"{{{self.relations}}}id", ""), ("", ""))
            if kind == "worksheet":
                self._parts.setdefault(cell_text(node.get("name", "")), (node.get("name"), part))

    @property
    def sheets(self) -> Sequence[tuple[str, str]]:
        """The true names and the parts of the worksheets."""
        return tuple(self._parts.values())

    def drawing(self, part: str, sheet: Worksheet) -> str | None:
        """Return the VML drawing of the worksheet in ``part``, None where it has none."""
        node = sheet.legacy_drawing()
        relation = node.get(f"{{{self.relations}}}id", "") if node is not None else ""
        kind, name = self.package.relations(part).get(relation, ("", ""))
        return name if kind == "vmlDrawing" and self.package.has(name) else None

    def sheet(self, name: str) -> tuple[str, str] | None:
        """Return the true name and the part of a worksheet by the name that the reader gave it, or None."""
        return self._parts.get(name)

    def styles(self) -> Styles:
        """Return the style sheet, made where there is none."""
        part = self.package.related(self.part, "styles")
        if part is None:
            part = self.package.free_name(self.folder, "styles", ".xml")
            sheet = new_style_sheet(self.main)
            self.package.add(part, sheet, _TYPE + "styles+xml", self.part, f"{self.relations}/styles")
        return Styles(self.package.edit(part))

    def free_sheet_name(self, wanted: str) -> str:
        """Return ``wanted``, with a number behind it where a sheet has that name; case does not matter."""
        taken = {node.get("name", "").casefold() for node in self._sheets.iterfind("{*}sheet")}
        name, number = wanted[:_LONGEST_NAME], 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = wanted[: _LONGEST_NAME - len(end)] + end
        return name

    def add_sheet(self, name: str, xml: bytes, title_rows: str) -> None:
        """Append a worksheet; ``title_rows`` ("$3:$3") are repeated on every printed page."""
        part = self.package.free_name(f"{self.folder}/worksheets", "sheet", ".xml")
        relation = self.package.add(part, xml, _TYPE + "worksheet+xml", self.part, f"{self.relations}/worksheet")
        nodes = list(self._sheets.iterfind("{*}sheet"))
        number = max((int(node.get("sheetId", "0")) for node in nodes), default=0) + 1
        made(self._sheets, "sheet", **{"name": name, "sheetId": str(number), f"{{{self.relations}}}id": relation})
        names = placed(self._root, "definedNames", _ORDER)
        title = made(names, "definedName", name="_xlnm.Print_Titles", localSheetId=str(len(nodes)))
        title.text = f"{quoted(name)}!{title_rows}"


def quoted(name: str) -> str:
    """Return the name of a sheet as it stands in a reference."""
    return "'" + name.replace("'", "''") + "'"
