"""A file of another plan, period or unit, or with nothing in it, is said to be that and nothing else."""

from typing import Any

from papi_metrics.model.period import Period
from tests.returns.corpus.bases import (
    DAK_NONG,
    Q1_2022,
    Q3_2022,
    Q3_2024,
    Q4_2022,
    TTRA_2022,
    VP_2022,
    VP_2022_Q1,
    VP_2022_Q3,
    VP_2024,
    WHOLE_2022,
)
from tests.returns.corpus.case import Case, Damage, accept, refuse, warn
from tests.returns.corpus.damage import FIRST, copied, page, put
from tests.returns.filling import Q2_2024

# Slips in cells that nobody is to be troubled with where the whole file is the wrong one.
_SLIPS = put(G9="xong rồi nhé", H10=150, I11="31/02/2022", K12=None)


def _stamped(old: str, new: str) -> Damage:
    def change(sheet: Any) -> None:
        assert old in sheet["A1"].value
        sheet["A1"] = sheet["A1"].value.replace(old, new)

    return page(change)


def _emptied(sheet: Any) -> None:
    for row in sheet.iter_rows(min_row=FIRST, min_col=7):
        for cell in row:
            cell.value = None


def _blanks(sheet: Any) -> None:
    for row in sheet.iter_rows(min_row=FIRST, min_col=7):
        for cell in row:
            cell.value = "  " if cell.column % 2 else "\u00a0"


def _period_two(book: Any) -> None:
    """A second sheet, of another period."""
    copy = book.copy_worksheet(book.worksheets[0])
    copy["A1"] = copy["A1"].value.replace("2022-Q2", "2022-Q1")


_PLAIN = ("TT", "Nội dung", "Trạng thái", "Ngày hoàn thành", "Kết quả")

CASES: tuple[Case, ...] = (
    accept("mau/dung-don-vi", VP_2022, sender="VP"),
    accept("mau/van-phong-nhap-thay", VP_2022, sender=""),
    accept("mau/dau-hieu-hong-con-ma", VP_2022, put(A1="PAPI-MAU|1"), sender="VP"),
    accept("mau/phien-ban-cu", VP_2022, _stamped("MAU|1|", "MAU|0|")),
    refuse("mau/don-vi-khac", VP_2022, None, "template_other_unit", sender="TTRA"),
    refuse("mau/don-vi-khac-co-loi-o", VP_2022, _SLIPS, "template_other_unit", sender="TTRA"),
    refuse("mau/toan-so-nhap-la-don-vi", WHOLE_2022, None, "template_other_unit", sender="VP"),
    refuse("mau/ky-truoc", VP_2022_Q1, None, "template_other_period", period=Period(2022, 2)),
    refuse("mau/ky-truoc-co-loi-o", VP_2022_Q1, _SLIPS, "template_other_period", period=Period(2022, 2)),
    refuse("mau/ky-sau", VP_2022_Q3, None, "template_other_period", period=Period(2022, 2)),
    refuse("mau/chon-nham-ky", VP_2022, None, "template_other_period", period=Q1_2022),
    refuse("mau/ke-hoach-khac", VP_2022, None, "template_other_plan", plan="qt-2024", period=Q2_2024),
    refuse("mau/ke-hoach-khac-co-loi-o", VP_2022, _SLIPS, "template_other_plan", plan="qt-2024", period=Q2_2024),
    refuse("mau/ke-hoach-tinh-khac", VP_2024, None, "template_other_plan", plan="dn-2024", period=Q2_2024),
    refuse("mau/phien-ban-moi", VP_2022, _stamped("MAU|1|", "MAU|2|"), "template_newer"),
    refuse("mau/hai-ky-trong-mot-tep", VP_2022, _period_two, "template_other_period"),
    refuse(
        "mau/sai-ca-ky-lan-don-vi", VP_2022_Q1, None, "template_other_period", period=Period(2022, 2), sender="TTRA"
    ),
    refuse("mau/trong", VP_2022, page(_emptied), "no_results"),
    refuse("mau/toan-khoang-trang", VP_2022, page(_blanks), "no_results"),
    refuse("mau/trong-cam-ket", VP_2024, page(_emptied), "no_results", reads=None),
    refuse("mau/trong-cua-don-vi-khac", VP_2022, page(_emptied), "template_other_unit", sender="TTRA"),
    refuse("mau/ky-da-khoa", VP_2022, _stamped("2022-Q2", "2022-Q4"), "period_closed", period=Q4_2022),
    refuse("mau/ky-da-khoa-va-mau-ky-khac", VP_2022, None, "period_closed", "template_other_period", period=Q4_2022),
    refuse(
        "mau/khong-mau-cua-ke-hoach-khac",
        TTRA_2022,
        copied(_PLAIN, "BCGIJ"),
        "other_plan",
        notes="",
        plan="dn-2024",
        period=Q3_2024,
    ),
    refuse("mau/bao-cao-tinh-khac", DAK_NONG, None, "other_plan", plan="qt-2022", period=Q3_2022),
    warn(
        "mau/ky-ngoai-nam",
        VP_2022,
        copied(_PLAIN, "BCGIJ"),
        "period_mismatch",
        notes="no_keys",
        period=Period(2023, 2),
        sender="VP",
        reads=None,
    ),
)
