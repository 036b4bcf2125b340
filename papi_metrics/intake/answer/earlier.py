"""An answer that comes back corrected: the marks it bears are taken out before new ones are put in.

They are told by the name in the comments and by the links of the sheet of errors: either may have been deleted since.
What another person wrote or coloured stays.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from papi_metrics.intake.answer.boxes import as_text, without_boxes
from papi_metrics.intake.answer.comments import Comments
from papi_metrics.intake.answer.styles import Styles
from papi_metrics.intake.answer.workbook import Workbook
from papi_metrics.intake.answer.worksheet import Worksheet
from papi_metrics.intake.answer.xml import parse, storable
from papi_metrics.intake.grid import Place
from papi_metrics.intake.readers.xlsx_strings import read_strings
from papi_metrics.intake.recognise.errors_sheet import is_errors_title
from papi_metrics.model.cell import column_number

_LINK = re.compile(r"#?(?:'((?:[^']|'')*)'|([^'!]*))[!.]\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def earlier_errors_sheet(workbook: Workbook, name: str) -> str | None:
    """Return the part of the sheet of errors that came with the workbook, None where there is none.

    Looked at are the sheets whose name begins with ``name``.
    """
    named = (part for sheet, part in workbook.sheets if sheet.casefold().startswith(name.casefold()))
    return next((part for part in named if is_errors_title(_first_text(workbook, part))), None)


def take_out_marks(workbook: Workbook, styles: Styles, author: str, errors_sheet: str | None) -> None:
    """Take out what ``author`` said in comments, boxes that are left without a text, and the colours of the cells.

    ``errors_sheet`` is the part of the sheet of errors that came with the workbook.
    """
    package = workbook.package
    linked = _linked(workbook, errors_sheet) if errors_sheet else {}
    signed = escape(storable(author)).encode()
    for _, part in workbook.sheets:
        name = package.related(part, "comments")
        commented = name is not None and signed in package.part(name)
        if not commented and part not in linked:
            continue
        sheet = Worksheet(package.part(part))
        marked = set(sheet.shown_at(linked.get(part, ())).values())
        if name is not None and commented:
            gone, shortened = Comments(package.edit(name), author).take_out()
            marked.update(map(_place, (*gone, *shortened)))
            drawing = workbook.drawing(part, sheet)
            if drawing is not None:
                package.replace(drawing, without_boxes(as_text(package.part(drawing)), set(map(_place, gone))))
        for cell in sheet.cells(marked).values():
            cell.set("s", str(styles.plain(int(cell.get("s", "0")))))
        package.replace(part, sheet.part())


def _linked(workbook: Workbook, errors_sheet: str) -> Mapping[str, set[Place]]:
    """Return part → the places to which the sheet of errors leads."""
    parts = dict(workbook.sheets)
    found: dict[str, set[Place]] = {}
    for link in parse(workbook.package.part(errors_sheet)).iterfind("{*}hyperlinks/{*}hyperlink"):
        target = _LINK.fullmatch(link.get("location", ""))
        name = (target[1] or target[2] or "").replace("''", "'") if target else ""
        if target and name in parts:
            found.setdefault(parts[name], set()).add(_place(target[3] + target[4]))
    return found


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
