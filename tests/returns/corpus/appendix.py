"""The appendix of the plan with columns of results added by hand: no keys, page-cut rows, headings between."""

from datetime import date
from itertools import islice
from typing import Any

from papi_metrics.model.update import Evidence, Status
from papi_metrics.wording import template as words
from tests.returns.corpus.bases import APPENDIX, APPENDIX_HEADER
from tests.returns.corpus.case import Case, Damage, accept, refuse, warn
from tests.returns.corpus.damage import each, merged, page, put
from tests.returns.filling import task_rows


def _odd(name: str, damage: Damage, **more: Any) -> Case:
    return accept(f"phu-luc/{name}", APPENDIX, damage, None, **more)


def _repeated(sheet: Any) -> None:
    """The headings of the results repeated after each page break."""
    for row in (20, 32, 43):
        for column in range(6, 11):
            sheet.cell(row, column).value = sheet.cell(APPENDIX_HEADER, column).value


def _without_letterhead(sheet: Any) -> None:
    for joined in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(joined))
    sheet.delete_rows(1, APPENDIX_HEADER - 1)


def _result(number: int) -> str:
    """The result of the task of that place."""
    return str(next(islice(task_rows(number), number - 1, None))[words.RESULT])


def _only_some(sheet: Any) -> None:
    for row in range(14, sheet.max_row + 1):
        for column in range(6, 11):
            sheet.cell(row, column).value = None


def _only_own(sheet: Any) -> None:
    """The first tasks without the one of the centre."""
    _only_some(sheet)
    for column in range(6, 11):
        sheet.cell(11, column).value = None


_LATER = (15, 16, 17, 19, 22, 23, 25, 26, 27, 28, 30, 31, 34, 35, 36, 38, 39, 40, 42, 45, 46, 47, 49, 50, 52)

CASES: tuple[Case, ...] = (
    _odd("dung", put()),
    _odd("lap-tieu-de-ket-qua", page(_repeated)),
    _odd("bo-phan-dau", page(_without_letterhead)),
    _odd("moi-ghi-vai-dong", page(_only_some), reads=dict.fromkeys(_LATER)),
    _odd("ket-qua-o-phan-noi", put(I19=None, I21="Đăng 20 tin"), reads={19: {"result": "Đăng 20 tin"}}),
    _odd("ten-cot-khac", put(F8="Tình trạng", H8="Ngày hoàn thành thực tế", I8="Kết quả", J8="Minh chứng")),
    _odd("them-ghi-chu", put(K8="Ghi chú", K10="a")),
    _odd("doi-tt", put(A10="1)", A16="1.02")),
    refuse("phu-luc/trang-thai-la", APPENDIX, put(F16="xong rồi nhé"), "status_unreadable F16", notes=None),
    refuse("phu-luc/ty-le-150", APPENDIX, put(G26=150), "percent_out_of_range G26", notes=None),
    refuse("phu-luc/ngay-31-thang-2", APPENDIX, put(H52="31/02/2022"), "date_impossible H52", notes=None),
    warn(
        "phu-luc/thieu-ngay",
        APPENDIX,
        put(H27=None),
        "done_without_date F27",
        notes=None,
        reads={27: {"done_on": None}},
    ),
    warn(
        "phu-luc/thieu-minh-chung",
        APPENDIX,
        put(I30="Đã thực hiện tốt", J30=None),
        "done_without_evidence F30",
        notes=None,
        reads={30: {"result": "Đã thực hiện tốt", "evidence": Evidence()}},
    ),
    warn(
        "phu-luc/ngay-nam-truoc",
        APPENDIX,
        put(H27=date(2021, 5, 2)),
        "date_before_plan H27",
        notes=None,
        reads={27: {"done_on": date(2021, 5, 2)}},
    ),
    warn(
        "phu-luc/ket-qua-gop-hai-dong",
        APPENDIX,
        merged("I16:I17", "J16:J17"),
        "result_merged I17 J17",
        notes=None,
        reads={17: {"result": _result(5), "evidence": Evidence("5/BC-SKHCN")}},
    ),
    warn(
        "phu-luc/gop-moi-cot-ket-qua",
        APPENDIX,
        merged(*(f"{letter}25:{letter}27" for letter in "FGHIJ")),
        "result_merged F26 G26 H26 I26 J26 F27 G27 H27 I27 J27",
        notes=None,
        reads={
            row: {"done_on": date(2022, 5, 10), "result": _result(10), "evidence": Evidence("10/BC-SKHCN")}
            for row in (26, 27)
        },
    ),
    warn(
        "phu-luc/gop-qua-dong-tieu-de",
        APPENDIX,
        merged("I17:I19"),
        "result_merged I19",
        notes=None,
        reads={19: {"result": _result(6)}},
    ),
    refuse(
        "phu-luc/gop-o-co-loi",
        APPENDIX,
        each(put(H16="31/02/2022"), merged("H16:H17")),
        "date_impossible H16 H17",
        "result_merged H17",
        notes=None,
    ),
    _odd("gop-dong-va-phan-noi", merged("F19:F21", "G19:G21", "H19:H21", "I19:I21", "J19:J21")),
    warn("phu-luc/don-vi-la", APPENDIX, put(C16="Văn phòg Sơ"), "unit_unknown C16", notes=None),
    refuse(
        "phu-luc/viec-ngoai-ke-hoach",
        APPENDIX,
        put(A53="8.2", B53="Mua sắm 02 máy tính", C53="Văn phòng", E53="Quý II/2022", F53="Đang thực hiện", G53=50),
        "row_unmatched B53",
        notes=None,
    ),
    refuse(
        "phu-luc/dong-cua-don-vi-khac", APPENDIX, page(_only_some), "row_of_other_unit B11", notes=None, sender="VP"
    ),
    _odd("chi-dong-cua-minh", page(_only_own), sender="VP", reads=dict.fromkeys((*_LATER, 11))),
    refuse("phu-luc/chua-ghi-gi", APPENDIX, page(lambda sheet: sheet.delete_cols(6, 5)), "no_results", notes=None),
    _odd(
        "trang-thai-khac",
        put(F16="Đang thực hiện", G16=40, H16=None),
        reads={16: {"status": Status.IN_PROGRESS, "percent": 40, "done_on": None}},
    ),
)
