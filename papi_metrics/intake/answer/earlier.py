"""An answer that comes back corrected: the marks it bears are taken out before new ones are put in.

They are told by who signed the comments, whether or not the sheet of errors came back with them. What another person
wrote or coloured stays.
"""

import re
from xml.sax.saxutils import escape

from papi_metrics.intake.answer.boxes import as_text, without_boxes
from papi_metrics.intake.answer.comments import Comments
from papi_metrics.intake.answer.styles import Styles
from papi_metrics.intake.answer.workbook import Workbook
from papi_metrics.intake.answer.worksheet import Worksheet
from papi_metrics.intake.answer.xml import storable
from papi_metrics.intake.grid import Place
from papi_metrics.intake.readers.xlsx_strings import read_strings
from papi_metrics.intake.recognise.errors_sheet import is_errors_title
from papi_metrics.model.cell import column_number

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def earlier_errors_sheet(workbook: Workbook, name: str) -> str | None:
    """Return the part of the sheet of errors that came with the workbook, None where there is none.

    Looked at are the sheets whose name begins with ``name``.
    """
    named = (part for sheet, part in workbook.sheets if sheet.casefold().startswith(name.casefold()))
    return next((part for part in named if is_errors_title(_first_text(workbook, part))), None)


def take_out_marks(workbook: Workbook, styles: Styles, author: str) -> None:
    """Take out what ``author`` said in comments, boxes that are left without a text, and the colours of the cells."""
    package = workbook.package
    signed = escape(storable(author)).encode()
    for _, part in workbook.sheets:
        name = package.related(part, "comments")
        if name is None or signed not in package.part(name):
            continue
        gone, shortened = Comments(package.edit(name), author).take_out()
        sheet = Worksheet(package.part(part))
        drawing = workbook.drawing(part, sheet)
        if drawing is not None:
            package.replace(drawing, without_boxes(as_text(package.part(drawing)), set(map(_place, gone))))
        for cell in sheet.cells({_place(cell) for cell in (*gone, *shortened)}).values():
            cell.set("s", str(styles.plain(int(cell.get("s", "0")))))
        package.replace(part, sheet.part())


def _first_text(workbook: Workbook, part: str) -> str:
    """Return the text of cell A1, "" where it holds none."""
    cell = Worksheet(workbook.package.part(part)).cells([(1, 1)])[1, 1]
    inline = "".join(node.text or "" for node in cell.iterfind(".//{*}t"))
    stored = cell.findtext("{*}v") or ""
    if cell.get("t") != "s" or not stored.isdigit():
        return inline or stored
    strings = workbook.package.related(workbook.part, "sharedStrings")
    texts = read_strings(workbook.package.part(strings)) if strings else []
    return texts[int(stored)] if int(stored) < len(texts) else ""


def _place(cell: str) -> Place:
    """Return the place of ``F12``. Raises ValueError for anything else."""
    address = _ADDRESS.fullmatch(cell)
    if address is None:
        raise ValueError(f"not a cell address: {cell!r}")
    return int(address[2]), column_number(address[1])
