"""Columns added, moved, renamed and deleted."""

from typing import Any

from papi_metrics.model.update import Evidence
from tests.returns.corpus.bases import VP_2022, VP_2024
from tests.returns.corpus.case import Case, accept, refuse
from tests.returns.corpus.damage import columns, page, put

_ROWS = range(8, 18)


def _insert(column: int, heading: str | None, value: str) -> Any:
    def change(sheet: Any) -> None:
        sheet.insert_cols(column)
        sheet.cell(7, column).value = heading
        for row in _ROWS:
            sheet.cell(row, column).value = value

    return page(change)


CASES: tuple[Case, ...] = (
    accept("cot/them-ben-trai", VP_2022, _insert(1, None, "")),
    accept("cot/them-ben-trai-co-ten", VP_2022, _insert(1, "Ghi chú", "a")),
    accept("cot/them-ghi-chu-o-giua", VP_2022, _insert(7, "Ghi chú", "đã gọi điện")),
    accept("cot/them-cot-la-o-giua", VP_2022, _insert(7, "Người nhập liệu", "Lan"), "column_unread G7"),
    accept("cot/them-cot-la-ben-phai", VP_2022, put(R7="Mã hồ sơ lưu", R8="HS-01"), "column_unread R7"),
    accept("cot/them-cot-la-trong", VP_2022, put(R7="Mã hồ sơ lưu")),
    accept("cot/them-ngoai-bang", VP_2022, put(S9="nhớ hỏi lại", S12="ok")),
    accept("cot/hai-cot-ket-qua", VP_2022, put(R7="Kết quả", R8="Đã họp 2 lần"), "column_doubled R7"),
    accept("cot/dao-thu-tu", VP_2022, columns(lambda old: [old[0], *old[:0:-1]])),
    accept("cot/ma-dong-o-cuoi", VP_2022, columns(lambda old: [*old[1:], old[0]])),
    accept(
        "cot/doi-ten",
        VP_2022,
        put(
            G7="Tình trạng",
            H7="Tiến độ (%)",
            I7="Ngày hoàn thành thực tế",
            J7="Kết quả đạt được",
            K7="Số ký hiệu văn bản",
        ),
    ),
    accept("cot/ten-chu-hoa-xuong-dong", VP_2022, put(G7="TRẠNG\nTHÁI", J7="KẾT QUẢ\nTHỰC HIỆN")),
    accept(
        "cot/ten-sai-chinh-ta",
        VP_2022,
        put(J7="Kết qảu thực hiện"),
        "column_unread J7",
        reads={row: {"result": ""} for row in _ROWS},
    ),
    accept("cot/bo-cac-cot-cuoi", VP_2022, page(lambda sheet: sheet.delete_cols(14, 4))),
    accept(
        "cot/bo-minh-chung",
        VP_2022,
        page(lambda sheet: sheet.delete_cols(11, 4)),
        reads={row: {"evidence": Evidence()} for row in _ROWS},
    ),
    accept("cot/bo-tt", VP_2022, page(lambda sheet: sheet.delete_cols(2))),
    accept("cot/bo-cot-a", VP_2022, page(lambda sheet: sheet.delete_cols(1)), "no_keys", sender="VP"),
    accept(
        "cot/bo-cot-a-cam-ket",
        VP_2024,
        page(lambda sheet: sheet.delete_cols(1)),
        "no_keys",
        sender="VP",
    ),
    accept("cot/hien-cot-a", VP_2022, page(lambda sheet: setattr(sheet.column_dimensions["A"], "hidden", False))),
    accept("cot/dao-tu-mau", VP_2024, columns(lambda old: [*old[:7], old[8], old[7], *old[9:]])),
    refuse("cot/bo-noi-dung", VP_2022, page(lambda sheet: sheet.delete_cols(3)), "no_table"),
    refuse("cot/bo-dong-tieu-de", VP_2022, page(lambda sheet: sheet.delete_rows(7)), "no_table"),
    refuse("cot/bo-moi-cot-ket-qua", VP_2022, page(lambda sheet: sheet.delete_cols(7, 11)), "no_results"),
)
