"""Returns that come as something else than .xlsx, or under a name that is not theirs."""

import csv
import io
from datetime import date
from typing import Any

import docx
from openpyxl import load_workbook

from papi_metrics.model.update import Evidence
from tests.office.libreoffice import saved_as
from tests.returns.corpus.bases import VP_2022, VP_2024
from tests.returns.corpus.case import Case, Spoiling, accept, refuse
from tests.returns.corpus.damage import each, page, put


def _text(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else "" if value is None else str(value)


def _lines(content: bytes) -> list[list[str]]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _csv(delimiter: str, encoding: str) -> Spoiling:
    """As Excel saves the first sheet: "CSV UTF-8" with semicolons, "Unicode Text" with tabs."""

    def spoil(content: bytes) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter).writerows(_lines(content))
        return out.getvalue().encode(encoding)

    return spoil


def _word(content: bytes) -> bytes:
    """The table copied into a Word document, without the hidden column."""
    lines = [line[1:12] for line in _lines(content)[6:]]
    document = docx.Document()
    document.add_paragraph("BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ II/2022")
    table = document.add_table(len(lines), len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _office(to: str) -> Spoiling:
    return lambda content: saved_as(content, "xlsx", to)


_ODD = each(page(lambda sheet: sheet.insert_rows(10)), put(G9="xong rồi nhé", H12=150, I13="31/02/2022"))
_ODD_FOUND = ("status_unreadable G9", "percent_out_of_range H12", "date_impossible I13")
_WITHOUT_TITLE = {row: {"evidence": Evidence(f"{row - 7}/BC-SKHCN", date(2022, 5, row - 6))} for row in range(8, 18)}

CASES: tuple[Case, ...] = (
    accept("dinh-dang/csv-cham-phay", VP_2022, spoil=_csv(";", "utf-8-sig"), file="bao-cao.csv"),
    accept("dinh-dang/csv-phay", VP_2022, spoil=_csv(",", "utf-8"), file="bao-cao.csv"),
    accept("dinh-dang/chu-unicode-tab", VP_2022, spoil=_csv("\t", "utf-16"), file="bao-cao.txt"),
    refuse("dinh-dang/csv-co-loi", VP_2022, _ODD, *_ODD_FOUND, spoil=_csv(";", "utf-8-sig"), file="bao-cao.csv"),
    accept(
        "dinh-dang/word", VP_2022, None, "no_keys", spoil=_word, file="bao-cao.docx", sender="VP", reads=_WITHOUT_TITLE
    ),
    accept("dinh-dang/ten-xls", VP_2022, file="bao-cao.xls"),
    accept("dinh-dang/ten-docx", VP_2022, file="bao-cao.docx"),
    accept("dinh-dang/ten-khong-duoi", VP_2022, file="bao cao quy 2"),
    accept("dinh-dang/ten-la", VP_2022, file="BÁO CÁO (1) – bản cuối.XLSX"),
    accept("dinh-dang/xls", VP_2022, spoil=_office("xls"), file="bao-cao.xls"),
    accept("dinh-dang/ods", VP_2024, spoil=_office("ods"), file="bao-cao.ods"),
    refuse("dinh-dang/xls-co-loi", VP_2022, _ODD, *_ODD_FOUND, spoil=_office("xls"), file="bao-cao.xls"),
)
