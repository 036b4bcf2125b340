"""The sheet of errors: a title, headings, a row for each thing to look at, with links to the cells."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from papi_metrics.intake.answer.content import FILLS, ErrorSheet, Tone
from papi_metrics.intake.answer.measure import row_points
from papi_metrics.intake.answer.styles import Styles
from papi_metrics.intake.answer.xml import storable
from papi_metrics.model.cell import CellRef, column_letters

_HEAD_ROW = 3
TITLE_ROWS = f"${_HEAD_ROW}:${_HEAD_ROW}"
_NARROWEST, _WIDEST = 6, 55
_FACE = '<name val="Times New Roman"/><family val="1"/>'
_HEADING_FILL = "E3E7EC"
_LINK_COLOR = "FF0563C1"


def errors_sheet(
    main: str,
    sheet: ErrorSheet,
    styles: Styles,
    link: Callable[[CellRef], str | None],
    tone: Callable[[CellRef], Tone | None],
) -> bytes:
    """Return the part of the sheet in the namespace ``main``.

    ``link`` gives the address that a link to a cell leads to, None where there is no such cell; the text of the
    link has the colour of the cell, ``tone``.
    """
    title = styles.added(f'<b/><sz val="14"/>{_FACE}')
    heading = styles.added(
        f'<b/><sz val="11"/>{_FACE}',
        alignment='<alignment horizontal="center" vertical="center" wrapText="1"/>',
        fill=_HEADING_FILL,
        boxed=True,
    )
    wrapped = '<alignment vertical="top" wrapText="1"/>'
    body = styles.added(f'<sz val="11"/>{_FACE}', alignment=wrapped, boxed=True)
    linked = {
        kind: styles.added(
            f'<u/><sz val="11"/><color rgb="{_LINK_COLOR}"/>{_FACE}',
            alignment=wrapped,
            fill=FILLS[kind] if kind else "",
            boxed=True,
        )
        for kind in (None, *FILLS)
    }
    widths = [_width(heading, [row.texts[at] for row in sheet.rows]) for at, heading in enumerate(sheet.headings)]
    rows = [
        _row(1, [sheet.title], [title], 20),
        _row(
            _HEAD_ROW,
            sheet.headings,
            [heading] * len(sheet.headings),
            row_points(zip(sheet.headings, widths, strict=True)),
        ),
    ]
    links = []
    for number, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        target = link(row.cell) if row.cell is not None else None
        looks = [body] * len(row.texts)
        if row.cell is not None and target is not None:
            looks[sheet.link_column] = linked[tone(row.cell)]
            place = f"{column_letters(sheet.link_column + 1)}{number}"
            links.append(f'<hyperlink ref="{place}" location={quoteattr(target)}/>')
        rows.append(_row(number, row.texts, looks, row_points(zip(row.texts, widths, strict=True))))
    below = _HEAD_ROW + 1
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{_HEAD_ROW}" '
        f'topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="A{below}" sqref="A{below}"/></sheetView></sheetViews>'
        f"<cols>{_columns(widths)}</cols><sheetData>{''.join(rows)}</sheetData>"
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"
    ).encode()


def _row(number: int, texts: Sequence[str], looks: Sequence[int], points: int) -> str:
    cells = (
        f'<c r="{column_letters(column)}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(storable(text))}</t></is></c>"
        if text
        else f'<c r="{column_letters(column)}{number}" s="{look}"/>'
        for column, (text, look) in enumerate(zip(texts, looks, strict=True), 1)
    )
    return f'<row r="{number}" ht="{points}" customHeight="1">{"".join(cells)}</row>'


def _width(heading: str, texts: Sequence[str]) -> float:
    """Return the width that the longest line of a column takes, within bounds: the rest wraps."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    word = max(map(len, heading.split()), default=0)
    return min(max(longest * 1.05 + 2, word * 1.2 + 2, _NARROWEST), _WIDEST)


def _columns(widths: Sequence[float]) -> str:
    return "".join(
        f'<col min="{column}" max="{column}" width="{width:.1f}" customWidth="1"/>'
        for column, width in enumerate(widths, 1)
    )
