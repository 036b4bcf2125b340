"""One workbook of the whole department: its own template, or the sheets of several units put together."""

from typing import Any

from tests.returns.corpus.bases import TOGETHER_2022, TOGETHER_2024, WHOLE_2022, WHOLE_2024, WHOLE_2024_Q3
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import each, put, rows

_TASKS_VP, _TASKS_TTRA = "Nhiệm vụ 1", "Nhiệm vụ 2"
_FIGURES_VP, _FIGURES_TTRA = "Cam kết 1", "Cam kết 2"
_REPORTED_BY_VP = (8, 9, 13, 16, 17, 18, 19, 21)


def _one_below_the_other(book: Any) -> None:
    """The rows of the second sheet pasted below those of the first one."""
    first, second = book.worksheets
    for row in second.iter_rows(min_row=8, values_only=True):
        first.append(row)
    book.remove(second)


def _without_keys(book: Any) -> None:
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, 1).value = None


CASES: tuple[Case, ...] = (
    accept("tong-hop/mau-toan-so", WHOLE_2022),
    accept("tong-hop/mau-toan-so-hai-trang", WHOLE_2024),
    accept("tong-hop/mau-toan-so-dao-nguoc", WHOLE_2022, rows(lambda old: old[::-1])),
    accept("tong-hop/hai-don-vi", TOGETHER_2022),
    accept("tong-hop/hai-don-vi-cung-cam-ket", TOGETHER_2024),
    accept("tong-hop/hai-don-vi-noi-nhau", TOGETHER_2022, _one_below_the_other, reads=None, sender=""),
    accept("tong-hop/hai-don-vi-noi-nhau-cam-ket", TOGETHER_2024, _one_below_the_other, reads=None, sender=""),
    accept("tong-hop/hai-don-vi-mat-ma", TOGETHER_2022, _without_keys, "no_keys"),
    refuse("tong-hop/hai-don-vi-nhap-la-mot", TOGETHER_2022, None, "template_other_unit", sender="VP"),
    refuse(
        "tong-hop/noi-nhau-nhap-la-mot",
        TOGETHER_2022,
        _one_below_the_other,
        "row_of_other_unit C18 C19 C20 C21",
        sender="VP",
        notes="",
    ),
    refuse(
        "tong-hop/hai-don-vi-mat-ma-cam-ket",  # nobody can tell any more which of the two says what
        TOGETHER_2024,
        _without_keys,
        "row_repeated " + " ".join(f"Cam_kết_2!D{row}" for row in (8, 9, 10, 12, 13, 14, 15, 16)),
        notes="no_keys",
    ),
    refuse(
        "tong-hop/loi-o-hai-trang",
        TOGETHER_2022,
        each(put(_TASKS_VP, G9="xong rồi nhé"), put(_TASKS_TTRA, H8=150)),
        "status_unreadable G9",
        f"percent_out_of_range {_TASKS_TTRA.replace(' ', '_')}!H8",
    ),
    refuse(
        "tong-hop/trang-thu-hai-lap-dong",
        TOGETHER_2022,
        each(put(_TASKS_TTRA, A12="752ea61becb8", C12="Việc khác", G12="Đang thực hiện")),
        f"row_unmatched {_TASKS_TTRA.replace(' ', '_')}!C12",
        reads=None,
    ),
    warn(
        "tong-hop/don-vi-da-tu-bao-cao",
        WHOLE_2024_Q3,
        None,
        "units_spoke " + " ".join(f"Cam_kết!D{row}" for row in _REPORTED_BY_VP),
        "final_replaced Cam_kết!L15 Cam_kết!L20",  # the two that Văn phòng alone answers for
    ),
)
