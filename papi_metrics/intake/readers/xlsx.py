"""Workbooks of Excel 2007 and later, transitional and strict; macros are never looked at."""

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.raw import RawBook, RawSheet
from papi_metrics.intake.readers.text import cell_text
from papi_metrics.intake.readers.tree import child, children
from papi_metrics.intake.readers.xlsx_plain import read_sheet
from papi_metrics.intake.readers.xlsx_scan import Workbook
from papi_metrics.intake.readers.xlsx_strings import read_strings
from papi_metrics.intake.readers.xlsx_styles import read_capitals, read_styles
from papi_metrics.model.finding import UnreadableFileError


def read_xlsx(package: Package, limits: Limits) -> RawBook:
    """Read every worksheet, hidden ones too; chart, dialog and macro sheets are left out.

    Raises UnreadableFileError ``corrupt``, ``extent_too_large`` or ``too_many_cells``.
    """
    main = package.main_part()
    root = package.tree(main)
    sheets = child(root, "sheets")
    if root is None or sheets is None:
        raise UnreadableFileError("corrupt")
    relations = package.relations(main)
    parts = dict(relations.values())
    properties = child(root, "workbookPr")
    styles = package.tree(parts.get("styles", ""))
    book = Workbook(
        styles=read_styles(styles),
        strings=read_strings(package.part(parts.get("sharedStrings", ""))),
        since_1904=properties is not None and properties.get("date1904") in ("1", "true"),
        capitals=read_capitals(styles),
    )
    read = []
    for node in children(sheets, "sheet"):
        kind, part = relations.get(node.get("id", ""), ("", ""))
        if kind == "worksheet":
            hidden = node.get("state", "visible") != "visible"
            read.append(_read_sheet(package, part, cell_text(node.get("name", "")), hidden, book, limits))
    return RawBook("xlsx", tuple(read))


def _read_sheet(package: Package, part: str, name: str, hidden: bool, book: Workbook, limits: Limits) -> RawSheet:
    xml = package.part(part)
    if xml is None:
        raise UnreadableFileError("corrupt")
    scan = read_sheet(xml, name, book, limits)
    return RawSheet(
        name=name,
        rows=scan.rows,
        bold=False,
        styles=scan.styles,
        errors=scan.errors,
        bare=frozenset(scan.bare),
        merged=tuple(scan.merged),
        hidden=hidden,
        hidden_rows=frozenset(row for row in scan.hidden_rows if row <= scan.rows.last),
    )
