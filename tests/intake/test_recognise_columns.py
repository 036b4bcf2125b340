"""Columns of their own for section, block and dimension, and marks that repeat the cell above."""

from papi_metrics.intake.recognise import Table, recognise
from papi_metrics.intake.recognise.fields import Field
from tests.intake.making import book, grid_from_rows, names

HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
FIRST = ("1", "Xây dựng Kế hoạch năm 2024", "Văn phòng", "Thanh tra", "Quý I/2024")
SECOND = ("2", "Tổ chức tiếp công dân.", "Thanh tra", "Văn phòng", "Thường xuyên")


def tables(
    *rows: tuple[object, ...], merged: tuple[tuple[int, int, int, int], ...] = (), **more: object
) -> tuple[Table, ...]:
    grid = grid_from_rows("Sheet1", rows, merged=merged, **more)  # type: ignore[arg-type]
    return recognise(book(grid), names()).tables


def only(*rows: tuple[object, ...], merged: tuple[tuple[int, int, int, int], ...] = (), **more: object) -> Table:
    (table,) = tables(*rows, merged=merged, **more)
    return table


def test_a_dimension_column_is_read_row_by_row_or_filled_down() -> None:
    header = ("STT", "Nội dung PAPI", "Tên nhiệm vụ", "Đơn vị chủ trì")
    full = only(
        header,
        ("1", "Chung", "a", "x"),
        ("2", "Quản trị môi trường", "b", "x"),
        ("3", "7", "c", "x"),
        ("4", "7", "d", "x"),
    )
    sparse = only(
        header, ("1", "Quản trị môi trường", "a", "x"), ("2", "", "b", "x"), ("3", "Quản trị điện tử", "c", "x")
    )
    assert [record.position.dimension for record in full.records] == [None, 7, 7, 7]
    assert [record.position.section for record in full.records] == ["I", "II", "II", "II"]
    assert [record.position.dimension for record in sparse.records] == [7, 7, 8]


def test_an_empty_cell_in_a_full_dimension_column_is_a_general_task() -> None:
    header = ("STT", "Phần", "Nội dung PAPI", "Tên nhiệm vụ")
    rows = (("1", "I", "", "a"), ("2", "II", "5", "b"), ("3", "II", "5", "c"), ("4", "I", "", "d"))
    table = only(header, *rows)
    assert [(r.position.section, r.position.dimension) for r in table.records] == [
        ("I", None),
        ("II", 5),
        ("II", 5),
        ("I", None),
    ]


def test_blocks_of_commitments_may_stand_in_a_column() -> None:
    header = ("TT", "Phần", "Nội dung cam kết", "Chỉ tiêu", "Chủ trì")
    table = only(
        header, ("1", "A", "a", "100%", "x"), ("1", "B.I", "b", "90%", "x"), ("2", "B.II. Cải thiện", "c", "9%", "x")
    )
    assert [record.position.block for record in table.records] == ["A", "B.I", "B.II"]


def test_ditto_marks_mean_the_cell_above() -> None:
    table = only(HEADER, FIRST, ("2", "Tổ chức hội nghị", "-nt-", "như trên", "nt"))
    second = table.records[1]
    assert (second.text(Field.LEAD), second.text(Field.COORDINATORS)) == ("Văn phòng", "Thanh tra")
    assert second.text(Field.DEADLINE) == "Quý I/2024"


def test_a_heading_of_invisible_characters_names_nothing() -> None:
    (record,) = only((*HEADER, "\u00ad"), (*FIRST, "x")).records
    assert record.text(Field.DEADLINE) == "Quý I/2024"
