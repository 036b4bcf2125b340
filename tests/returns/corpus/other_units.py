"""Rows that only another unit answers for, and units of a group that speak for themselves."""

from typing import Any

from tests.returns.corpus.bases import TTRA_2022, TTRA_2024, VP_2022, VP_2024
from tests.returns.corpus.case import Case, Damage, accept, refuse
from tests.returns.corpus.damage import copied, each, page, put

_OWN = ("32e16bca8a7b", "3.1", "Thực hiện tiếp công dân theo quy định.")
"""The first task of Thanh tra in the plan of 2022, with its key."""


def _pasted(row: int, key: str | None, *, told: bool = True) -> Damage:
    """That task below the rows of another unit."""
    results = {f"G{row}": "Hoàn thành", f"H{row}": 100, f"J{row}": "Đã tiếp 12 lượt công dân", f"K{row}": "5/BC-TTr"}
    own = {f"A{row}": key, f"B{row}": _OWN[1], f"C{row}": _OWN[2], f"E{row}": "Theo tình hình thực tế"}
    day = {f"I{row}": "12/05/2022"}
    return put(**own, **(results | day if told else {}))


def _speaks_for(unit: str) -> Damage:
    def change(sheet: Any) -> None:
        sheet["A9"] = sheet["A9"].value.replace("@VP", f"@{unit}")

    return page(change)


_PLAIN = ("TT", "Nội dung", "Trạng thái", "% hoàn thành", "Ngày hoàn thành", "Kết quả", "Số văn bản minh chứng")
_FIGURES = ("TT", "Cam kết", "Tử số", "Mẫu số")

CASES: tuple[Case, ...] = (
    refuse("don-vi/dan-dong-thanh-tra", VP_2022, _pasted(18, _OWN[0]), "row_of_other_unit C18"),
    refuse(
        "don-vi/dan-dong-thanh-tra-mat-ma",
        VP_2022,
        _pasted(18, None),
        "row_of_other_unit C18",
        notes="keys_lost C18",
    ),
    accept("don-vi/dan-dong-thanh-tra-chua-ghi", VP_2022, _pasted(18, _OWN[0], told=False)),
    refuse(
        "don-vi/dan-dong-va-loi-o",
        VP_2022,
        each(_pasted(18, _OWN[0]), put(H9=150)),
        "row_of_other_unit C18",
        "percent_out_of_range H9",
    ),
    refuse(
        "don-vi/tep-tu-lap-cua-don-vi-khac",
        VP_2022,
        copied(_PLAIN, "BCGHIJK"),
        "row_of_other_unit " + " ".join(f"B{row}" for row in range(2, 12)),
        notes="no_keys",
        sender="TTRA",
    ),
    refuse("don-vi/noi-thay-thanh-tra", VP_2024, _speaks_for("TTRA"), "row_of_other_unit D9"),
    refuse("don-vi/noi-thay-don-vi-khong-co", VP_2024, _speaks_for("ABC"), "row_of_other_unit D9"),
    accept("don-vi/thanh-tra", TTRA_2022),
    accept("don-vi/thanh-tra-cam-ket", TTRA_2024),
    accept("don-vi/ma-mat-don-vi", VP_2024, put(A9="ed9fbcb4c08e")),
)
