"""Long tables, most of whose rows are read column by column, hold what the same rows hold one by one."""

from datetime import date

import pytest

from papi_metrics.intake.recognise import Table, recognise
from papi_metrics.intake.recognise.fields import Field
from tests.intake.making import Row, book, grid_from_rows, names

_HEADER = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
_LABELS = ((Field.NUMBER, "number"), (Field.LEAD, "lead"), (Field.DEADLINE, "deadline"))


def _plain(number: int) -> Row:
    return (f"1.{number}", f"Việc thứ {number}.", "Văn phòng", "Thanh tra" if number % 3 else None, "Quý I/2024")


def _table(rows: list[Row], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Table:
    (table,) = recognise(book(grid_from_rows("A", [_HEADER, *rows], merged=merged)), names()).tables
    return table


# What stands in the eleventh row of a table of twenty, and what its records say there: TT, content, lead, time.
_ODD: dict[str, tuple[Row, tuple[str, str, str, str]]] = {
    "one like the others": (("1.11", "Việc.", "Thanh tra", "", "Năm 2024"), ("1.11", "Việc.", "Thanh tra", "Năm 2024")),
    "a date": (("1.11", "Việc.", "Thanh tra", "", date(2024, 3, 5)), ("1.11", "Việc.", "Thanh tra", "05/03/2024")),
    "a number for TT": ((11, "Việc.", "Thanh tra", "", "Năm 2024"), ("11", "Việc.", "Thanh tra", "Năm 2024")),
    "a letter for TT": (("a)", "Việc.", "Thanh tra", "", "Năm 2024"), ("a)", "Việc.", "Thanh tra", "Năm 2024")),
    "a dash for TT": (("-", "Việc.", "Thanh tra", "", "Năm 2024"), ("", "Việc.", "Thanh tra", "Năm 2024")),
    "no TT": (("", "Việc.", "Thanh tra", "", "Năm 2024"), ("", "Việc.", "Thanh tra", "Năm 2024")),
    "no time": (("1.11", "Việc.", "Thanh tra", "", ""), ("1.11", "Việc.", "Thanh tra", "")),
    "the same TT": (("1.10", "Việc.", "Thanh tra", "", "Năm 2024"), ("1.10", "Việc.", "Thanh tra", "Năm 2024")),
    "ditto marks": (("1.11", "Việc.", "nt", "", '"'), ("1.11", "Việc.", "Văn phòng", "Quý I/2024")),
    "lines": (("1.11", "Việc\nto.", "Sở\nThanh tra", "", "2024"), ("1.11", "Việc to.", "Sở Thanh tra", "2024")),
}  # fmt: skip


@pytest.mark.parametrize("case", _ODD)
def test_a_row_among_many_is_read_for_itself(case: str) -> None:
    row, printed = _ODD[case]
    table = _table([*map(_plain, range(1, 11)), row, *map(_plain, range(12, 21))])
    record = table.records[10]
    assert tuple(map(record.text, (Field.NUMBER, Field.CONTENT, Field.LEAD, Field.DEADLINE))) == printed
    assert record.rows == (12,)
    assert [record.text(Field.CONTENT) for record in table.records[11:]] == [
        f"Việc thứ {number}." for number in range(12, 21)
    ]
    assert len(table.records) == 20


def test_the_rest_of_a_row_joins_the_last_one_of_a_stretch() -> None:
    rest: Row = ("", "và phần còn lại.", "", "Phòng Tổ chức", "")
    table = _table([*map(_plain, range(1, 11)), rest, *map(_plain, range(12, 21))])
    assert (len(table.records), table.account.continuations) == (19, 1)
    joined = table.records[9]
    assert joined.text(Field.CONTENT) == "Việc thứ 10. và phần còn lại."
    assert joined.rows == (11, 12)
    assert [record.rows for record in table.records if len(record.rows) > 1] == [(11, 12)]


def test_a_heading_parts_two_stretches() -> None:
    heading: Row = ("7", "Quản trị môi trường", "", "", "")
    table = _table([*map(_plain, range(1, 11)), heading, *map(_plain, range(11, 21))])
    assert [record.position.dimension for record in table.records] == [None] * 10 + [7] * 10


def test_a_cell_merged_down_lends_its_text_within_a_long_table() -> None:
    rows = [*map(_plain, range(1, 11)), ("1.11", "Việc.", "", "Thanh tra", "Năm 2024"), *map(_plain, range(12, 21))]
    table = _table(rows, merged=((11, 3, 12, 3),))
    assert table.records[10].text(Field.LEAD) == "Văn phòng"
    assert table.records[10].cells[Field.LEAD].ref.row == 11


def test_columns_say_what_the_records_say() -> None:
    rows = [*map(_plain, range(1, 11)), ("1.11", "Việc.", "nt", "", date(2024, 3, 5)), *map(_plain, range(12, 21))]
    records = _table(rows).records
    assert list(records) == [records[place] for place in range(len(records))] == [*records[:]]
    assert records[-1].text(Field.NUMBER) == "1.20"
    with pytest.raises(IndexError):
        records[20]
    for name in Field:
        assert list(records.texts(name)) == [record.text(name) for record in records]
        assert list(records.values(name)) == [record.cells.value(name) for record in records]
    assert list(records.typed(Field.DEADLINE)) == [(10, date(2024, 3, 5), "")]
    for refs, record in zip(records.refs(_LABELS), records, strict=True):
        assert refs == {label: record.cells.ref(name) for name, label in _LABELS if name in record.texts}
