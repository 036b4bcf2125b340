"""Rows sorted, inserted, deleted, hidden, pasted, retyped: each is found by its key, failing that by its content."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.returns.corpus.bases import VP_2022
from tests.returns.corpus.case import Case, Damage, accept, refuse, warn
from tests.returns.corpus.damage import each, page, put, rows

_KEY, _NUMBER, _CONTENT = 0, 1, 2
_ALL = " ".join(f"C{row}" for row in range(8, 18))
_RESULTS = {
    "G18": "Hoàn thành",
    "H18": 100,
    "I18": date(2022, 5, 20),
    "J18": "Đã họp 2 lần, 30 người dự",
    "K18": "99/BC-SKHCN",
}


def _by_content(name: str, *damages: Damage, **more: Any) -> Case:
    """Row 9 has lost its key, and something else besides."""
    return accept(f"dong/{name}", VP_2022, each(put(A9=None), *damages), "keys_lost C9", **more)


def _content(change: Callable[[str], str], row: int = 9) -> Damage:
    def retype(sheet: Any) -> None:
        sheet[f"C{row}"] = change(sheet[f"C{row}"].value)

    return page(retype)


def _without_marks(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _keys_turned(old: list[list[Any]]) -> list[list[Any]]:
    """Sorted without the hidden column: the keys stay where they were."""
    keys = [row[_KEY] for row in old]
    return [[key, *row[1:]] for key, row in zip([*keys[1:], keys[0]], old, strict=True)]


def _repeated_headings(sheet: Any) -> None:
    sheet.insert_rows(12)
    for cell in sheet[7]:
        sheet.cell(12, cell.column).value = cell.value


def _column_numbers(sheet: Any) -> None:
    sheet.insert_rows(8)
    for column in range(2, 18):
        sheet.cell(8, column).value = f"({column - 1})"


def _headings(sheet: Any) -> None:
    sheet.insert_rows(10)
    sheet["C10"] = "Tham gia của người dân ở cấp cơ sở"
    sheet.insert_rows(8)
    sheet["B8"], sheet["C8"] = "I", "Nhiệm vụ chung"


def _foot(sheet: Any) -> None:
    sheet["C19"] = "Tổng cộng: 10 nhiệm vụ"
    sheet["J21"] = "Quảng Trị, ngày 03 tháng 6 năm 2022"
    sheet["C22"], sheet["J22"] = "NGƯỜI LẬP", "CHÁNH VĂN PHÒNG"


def _hide(*hidden: int) -> Damage:
    def change(sheet: Any) -> None:
        for row in hidden:
            sheet.row_dimensions[row].hidden = True

    return page(change)


CASES: tuple[Case, ...] = (
    accept("dong/dao-nguoc", VP_2022, rows(lambda old: old[::-1])),
    accept("dong/sap-theo-noi-dung", VP_2022, rows(lambda old: sorted(old, key=lambda row: str(row[_CONTENT])))),
    accept("dong/sap-bo-cot-a", VP_2022, rows(_keys_turned), f"keys_lost {_ALL}"),
    accept("dong/chen-dong-trong", VP_2022, page(lambda sheet: sheet.insert_rows(10))),
    accept("dong/chen-nhieu-dong-trong", VP_2022, page(lambda sheet: (sheet.insert_rows(10, 3), sheet.insert_rows(8)))),
    accept("dong/chen-dong-nhom", VP_2022, page(_headings)),
    accept("dong/lap-tieu-de", VP_2022, page(_repeated_headings)),
    accept("dong/so-thu-tu-cot", VP_2022, page(_column_numbers)),
    accept("dong/tong-cong-va-chu-ky", VP_2022, page(_foot)),
    accept("dong/xoa-hai-dong", VP_2022, rows(lambda old: old[:3] + old[5:]), reads={11: None, 12: None}),
    accept("dong/chi-con-mot", VP_2022, rows(lambda old: old[:1]), reads=dict.fromkeys(range(9, 18))),
    accept("dong/an", VP_2022, _hide(10, 11, 12), "hidden_rows A10 A11 A12"),
    accept(
        "dong/bo-loc",
        VP_2022,
        each(_hide(8, 15), page(lambda sheet: sheet.auto_filter.add_filter_column(1, ["3"]))),
        "hidden_rows A8 A15",
    ),
    accept("dong/mat-ma-hai-dong", VP_2022, put(A9=None, A10=None), "keys_lost C9 C10"),
    accept("dong/mat-het-ma", VP_2022, put(**{f"A{row}": None for row in range(8, 18)}), f"keys_lost {_ALL}"),
    accept("dong/ma-la", VP_2022, put(A9="abc"), "keys_lost C9"),
    accept(
        "dong/ma-cua-dong-khac",
        VP_2022,
        rows(lambda old: [*old[:2], [old[1][_KEY], *old[2][1:]], *old[3:]]),
        "keys_lost C10",
    ),
    accept("dong/mat-noi-dung-con-ma", VP_2022, put(C9=None)),
    accept("dong/mat-noi-dung-va-tt-con-ma", VP_2022, put(B9=None, C9=None)),
    accept("dong/noi-dung-rut-gon-con-ma", VP_2022, _content(lambda text: text[:40])),
    accept("dong/noi-dung-sua-vai-chu-con-ma", VP_2022, _content(lambda text: text.replace("công tác", "hoạt động"))),
    accept("dong/tt-thanh-ngay", VP_2022, put(B10=date(2022, 2, 1), B11=date(2022, 2, 2))),
    accept("dong/tt-thanh-so", VP_2022, put(B10=1.2, B11=2.2)),
    accept("dong/mat-tt", VP_2022, put(B9=None, B10=None)),
    accept("dong/tron-o-noi-dung", VP_2022, page(lambda sheet: sheet.merge_cells("C9:D9"))),
    accept("dong/tron-o-tt", VP_2022, page(lambda sheet: sheet.merge_cells("B9:B10"))),
    accept("dong/tron-o-linh-vuc", VP_2022, page(lambda sheet: sheet.merge_cells("D12:D13"))),
    _by_content("mat-ma-mat-tt", put(B9=None)),
    _by_content("mat-ma-tt-khac", put(B9="4.1")),
    _by_content("mat-ma-tt-thanh-ngay", put(B9=date(2022, 1, 3))),
    _by_content("mat-ma-gach-dai", _content(lambda text: text.replace("-", "–"))),
    _by_content("mat-ma-to-hop-dau", _content(lambda text: unicodedata.normalize("NFD", text))),
    _by_content("mat-ma-khoang-trang", _content(lambda text: f" {text.replace(' ', '  ')}\u00a0")),
    _by_content("mat-ma-xuong-dong", _content(lambda text: text.replace(" ", "\n", 3))),
    _by_content("mat-ma-chu-hoa", _content(str.upper)),
    _by_content("mat-ma-khong-dau", _content(_without_marks)),
    _by_content("mat-ma-them-cham", _content(lambda text: f"- {text.rstrip('.')};")),
    _by_content(
        "mat-ma-go-sai", _content(lambda text: text.replace("công", "cong").replace("thông", "thong", 1) + " a")
    ),
    _by_content("mat-ma-sua-vai-chu", _content(lambda text: text.replace("công tác", "hoạt động"))),
    refuse("dong/viet-de-noi-dung-con-ma", VP_2022, put(C9="Mua sắm 02 máy tính"), "row_unmatched C9"),
    refuse("dong/mat-ma-noi-dung-la", VP_2022, put(A9=None, C9="Mua sắm 02 máy tính"), "row_unmatched C9"),
    refuse(
        "dong/them-viec-ngoai-ke-hoach",
        VP_2022,
        put(B18="9.1", C18="Tổ chức hội thảo về PAPI", **_RESULTS),
        "row_unmatched C18",
    ),
    accept("dong/them-viec-chua-bao-cao", VP_2022, put(B18="9.1", C18="Tổ chức hội thảo về PAPI", E18="Quý IV/2022")),
    refuse(
        "dong/hai-viec-ngoai-ke-hoach",
        VP_2022,
        each(
            put(B18="9.1", C18="Tổ chức hội thảo về PAPI", **_RESULTS),
            put(B19="9.2", C19="Mua sắm 02 máy tính", G19="Đang thực hiện", H19=50),
        ),
        "row_unmatched C18 C19",
    ),
    refuse("dong/lap-lai", VP_2022, rows(lambda old: [*old, old[1]]), "row_repeated C18"),
    refuse(
        "dong/lap-lai-so-khac",
        VP_2022,
        each(rows(lambda old: [*old, old[1]]), put(H18=100, J18="Đã họp 9 lần")),
        "row_repeated C18",
    ),
    refuse("dong/lap-lai-mat-ma", VP_2022, each(rows(lambda old: [*old, old[1]]), put(A18=None)), "row_repeated C18"),
    refuse("dong/lap-ba-lan", VP_2022, rows(lambda old: [*old, old[1], old[1]]), "row_repeated C18 C19"),
    accept("dong/lap-lai-nhung-trong", VP_2022, rows(lambda old: [*old, old[1][:6]])),
    warn("dong/ket-qua-khong-noi-dung", VP_2022, put(B18="9.1", **_RESULTS), "content_missing B18"),
)
