"""Columns named by the office: what is read then, what the ledger keeps of it, and what a second reading gives."""

import io
from collections.abc import Iterator, Sequence

import openpyxl
import pytest
from docx import Document

from papi_metrics.model.cell import CellRef
from papi_metrics.model.log import EventKind
from papi_metrics.model.mend import Mend
from papi_metrics.model.plan import Plan
from papi_metrics.services import columns, looking, plans, uploads
from papi_metrics.services.columns import ColumnTwiceError, ColumnUnknownError, RoleTakenError
from papi_metrics.services.importing import Preview, check_file, preview
from papi_metrics.services.log import events
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording.columns import HEADING_OF_COLUMN
from tests.services.books import NOW, QT, book

HEADER = ("TT", "Nội dung công tác", "Người lo", "Xong khi nào")
ROWS = (
    ("1", "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa", "Văn phòng", "Thường xuyên"),
    ("2", "Tổ chức đối thoại với người dân và doanh nghiệp", "Thanh tra", "Quý II/2025"),
)
KNOWN = ("TT", "Nội dung công tác", "Chủ trì", "Thời hạn")
TITLE = "KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM 2025"
FOUND = (("C", "lead"), ("D", "deadline"))


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as one:
        plans.organisation_named(one, QT, made_at=NOW)
        plans.add_plan(one, Plan("a-2025", one.organisations()[0].id, 2025, "PAPI 2025"), made_at=NOW)
        yield one


def named(content: bytes, name: str = "kh.xlsx", roles: Sequence[tuple[str, str]] = FOUND) -> tuple[Mend, ...]:
    return columns.naming_of(content, name, check_file(content, name).findings, roles)


def shown(store: Store, content: bytes, mends: tuple[Mend, ...], name: str = "kh.xlsx") -> Preview:
    return preview(store, plans.plan_of(store, "a-2025"), content, name, delivery=Delivery(mends=mends))


def two_pages() -> bytes:
    """A Word plan whose table was cut into two, its header printed on both pages."""
    document = Document()
    document.add_paragraph(TITLE)
    for row in ROWS:
        table = document.add_table(rows=0, cols=4)
        for values in (HEADER, row):
            for cell, value in zip(table.add_row().cells, values, strict=True):
                cell.text = value
        document.add_paragraph("")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (book(TITLE, HEADER, ROWS), "kh.xlsx"),
        (book(TITLE, HEADER, (ROWS[0], HEADER, ROWS[1])), "kh.xlsx"),
        (two_pages(), "kh.docx"),
        ("\n".join(";".join(row) for row in (HEADER, *ROWS)).encode(), "ke-hoach-2025.csv"),
    ],
    ids=["sheet", "header repeated", "word pages", "csv"],
)
def test_a_named_column_is_read_as_one_headed_so(content: bytes, name: str) -> None:
    assert not check_file(content, name).tasks
    reading = check_file(content, name, mends=named(content, name))
    plain = check_file(book(TITLE, KNOWN, ROWS), "kh.xlsx")
    read = [(task.content, task.lead, task.lead_text, task.deadline) for task in reading.tasks]
    assert read == [(task.content, task.lead, task.lead_text, task.deadline) for task in plain.tasks]
    assert [task.lead for task in reading.tasks] == [("VP",), ("TTRA",)]
    assert not [found for found in reading.findings if found.code.startswith("column_")]


def test_the_import_keeps_the_names_and_its_file_is_read_the_same_again(store: Store) -> None:
    content = book(TITLE, HEADER, ROWS)
    mends = named(content)
    assert mends == (
        Mend(CellRef("Sheet", 2, 3), "Người lo", "Chủ trì", "lead"),
        Mend(CellRef("Sheet", 2, 4), "Xong khi nào", "Thời gian hoàn thành", "deadline"),
    )
    number = uploads.save(store, shown(store, content, mends), made_at=NOW, made_by="Lan")
    (entry,) = store.imports("a-2025")
    assert (entry.no, entry.mends) == (number, mends)
    told = [(item.cells[0].a1, item.heading, item.role) for item in columns.named(entry.mends)]
    assert told == [("C2", "Người lo", "lead"), ("D2", "Xong khi nào", "deadline")]
    mended = [event for event in events(store) if event.kind is EventKind.MEND]
    assert [(event.subject, event.old, event.new) for event in mended] == [
        (HEADING_OF_COLUMN, "Người lo", "Chủ trì"),
        (HEADING_OF_COLUMN, "Xong khi nào", "Thời gian hoàn thành"),
    ]
    ((name, kept, again),) = uploads.originals(store, "a-2025")
    assert (name, kept) == ("kh.xlsx", content)
    assert looking.look(kept, name, again).kind is looking.UploadKind.PLAN
    assert shown(store, kept, again).unchanged
    lost = shown(store, kept, ())
    assert lost.blocked


def test_a_column_left_aside_on_purpose_is_not_asked_about_again() -> None:
    content = book(TITLE, ("TT", "Nội dung công tác", "Chủ trì", "Mã hồ sơ"), ROWS)
    (asked,) = columns.columns_of(check_file(content, "kh.xlsx").findings)
    assert asked.asked
    reading = check_file(content, "kh.xlsx", mends=named(content, roles=[("D", "ignored")]))
    assert columns.columns_of(reading.findings) == ()
    assert [task.deadline.text for task in reading.tasks] == ["", ""]


def test_a_return_whose_results_are_headed_otherwise_becomes_a_return() -> None:
    content = book(TITLE, (*KNOWN, "Làm được gì"), [(*row, "Đã niêm yết 45 thủ tục") for row in ROWS])
    assert looking.look(content, "b.xlsx").kind is looking.UploadKind.PLAN
    found = looking.look(content, "b.xlsx", named(content, roles=[("E", "result")]))
    assert found.kind is looking.UploadKind.RETURNS
    assert [update.result for update in found.reading.task_updates] == ["Đã niêm yết 45 thủ tục"] * 2


def test_a_name_can_be_changed_and_other_mends_stay() -> None:
    content = book(TITLE, HEADER, (ROWS[0], HEADER, ROWS[1]))
    other = Mend(CellRef("Sheet", 3, 2), ROWS[0][1], "Niêm yết thủ tục")
    mends = (other, *named(content))
    lead, deadline = columns.named(mends)
    assert [cell.a1 for cell in lead.cells] == ["C2", "C4"]
    changed = columns.naming(content, "kh.xlsx", mends, [(lead, "coordinators"), (deadline, "")])
    assert [(mend.cell.a1, mend.new) for mend in changed] == [
        ("B3", "Niêm yết thủ tục"),
        ("C2", "Phối hợp"),
        ("C4", "Phối hợp"),
    ]


def test_a_column_is_called_by_its_letter_with_or_without_its_sheet() -> None:
    content = book(TITLE, HEADER, ROWS)
    assert named(content, roles=[("Sheet!C", "lead"), ("D", "deadline")]) == named(content)
    for place in ("B", "Sheet2!C"):
        with pytest.raises(ColumnUnknownError) as refused:
            named(content, roles=[(place, "lead")])
        assert (refused.value.place, refused.value.known) == (place, ("Sheet!C", "Sheet!D"))


def rows_book(*sheets: tuple[str, Sequence[Sequence[str | None]]]) -> bytes:
    """A workbook of the given sheets."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def cells_of(mends: Sequence[Mend]) -> list[str]:
    return [str(mend.cell) for mend in mends]


def test_only_headings_are_named_whatever_else_says_the_same() -> None:
    rows = (ROWS[0], (*ROWS[1][:2], "Người lo", "Quý II/2025"))
    content = rows_book(("Kế hoạch", (HEADER, *rows)), ("Danh bạ", (("TT", "Họ tên", "Người lo"), ("1", "Lan", "x"))))
    mends = named(content)
    assert cells_of(mends) == ["Kế hoạch!C1", "Kế hoạch!D1"]
    assert [task.lead_text for task in check_file(content, "kh.xlsx", mends=mends).tasks] == ["Văn phòng", "Người lo"]


def test_a_column_called_with_its_sheet_is_named_on_that_sheet_alone() -> None:
    content = rows_book(("A", (HEADER, ROWS[0])), ("B", ((TITLE,), HEADER, ROWS[1])))
    assert cells_of(named(content)) == ["A!C1", "B!C2", "A!D1", "B!D2"]
    assert cells_of(named(content, roles=[("B!C", "lead")])) == ["B!C2"]


@pytest.mark.parametrize(
    ("roles", "place", "role"),
    [
        ([("C", "lead"), ("D", "lead")], "Sheet!D", "lead"),
        ([("D", "coordinators"), ("C", "coordinators")], "Sheet!C", "coordinators"),
        ([("D", "number")], "Sheet!D", "number"),
    ],
)
def test_a_role_is_given_to_one_column_of_a_table(roles: Sequence[tuple[str, str]], place: str, role: str) -> None:
    with pytest.raises(RoleTakenError) as refused:
        named(book(TITLE, HEADER, ROWS), roles=roles)
    assert (refused.value.place, refused.value.role) == (place, role)


def test_columns_left_aside_and_columns_of_several_tables_may_be_the_same() -> None:
    content = book(TITLE, HEADER, ROWS)
    assert [mend.role for mend in named(content, roles=[("C", "ignored"), ("D", "ignored")])] == ["ignored"] * 2
    other = (HEADER[0], HEADER[1], "Thời hạn", "Ai làm")
    both = rows_book(("A", ((*HEADER[:3], "Thời hạn"), *ROWS)), ("B", (other, (*ROWS[0][:2], *ROWS[0][:1:-1]))))
    assert [mend.role for mend in named(both, roles=[("A!C", "lead"), ("B!D", "lead")])] == ["lead"] * 2


def test_a_named_column_is_not_given_what_another_one_is() -> None:
    content = book(TITLE, (*KNOWN, "Ai giúp"), [(*row, "Thanh tra") for row in ROWS])
    mends = named(content, roles=[("E", "coordinators")])
    (helper,) = columns.named(mends)
    with pytest.raises(RoleTakenError):
        columns.naming(content, "kh.xlsx", mends, [(helper, "lead")])
    swapped = named(book(TITLE, HEADER, ROWS))
    lead, deadline = columns.named(swapped)
    again = columns.naming(book(TITLE, HEADER, ROWS), "kh.xlsx", swapped, [(lead, "deadline"), (deadline, "lead")])
    assert [(mend.cell.a1, mend.role) for mend in again] == [("C2", "deadline"), ("D2", "lead")]


@pytest.mark.parametrize("again", ["C", "Sheet!C"])
def test_a_column_is_named_once_in_a_call(again: str) -> None:
    with pytest.raises(ColumnTwiceError) as refused:
        named(book(TITLE, HEADER, ROWS), roles=[("C", "lead"), (again, "coordinators")])
    assert refused.value.place == "Sheet!C"


def test_two_columns_that_hold_the_same_under_one_heading_are_two() -> None:
    content = book(TITLE, (*KNOWN, "Khác", "Khác"), [(*row, "x7", "x7") for row in ROWS])
    assert [
        [str(cell) for cell in column.cells] for column in columns.columns_of(check_file(content, "k.xlsx").findings)
    ] == [
        ["Sheet!E2"],
        ["Sheet!F2"],
    ]


def test_the_labels_of_a_second_header_row_are_named() -> None:
    upper, lower = ("TT", "Nội dung công tác", "Thực hiện", None), (None, None, *HEADER[2:])
    content = rows_book(
        ("S", (upper, lower, *ROWS, upper, lower, ("3", "Kiểm tra công vụ", "Văn phòng", "Quý III/2025")))
    )
    mends = named(content)
    assert [(mend.cell.a1, mend.old) for mend in mends] == [
        ("C2", "Người lo"),
        ("C6", "Người lo"),
        ("D2", "Xong khi nào"),
        ("D6", "Xong khi nào"),
    ]
    reading = check_file(content, "kh.xlsx", mends=mends)
    assert [task.lead_text for task in reading.tasks] == ["Văn phòng", "Thanh tra", "Văn phòng"]
    assert not {"content_missing", "column_unknown", "column_unread"} & {item.code for item in reading.findings}
    with pytest.raises(RoleTakenError):
        named(content, roles=[("C", "lead"), ("D", "lead")])


def test_columns_that_have_to_be_named_come_first_and_named_ones_last() -> None:
    header, row = (*KNOWN[:3], "Mã", "Xong khi nào"), (*ROWS[0][:3], "x7", "Quý I/2025")
    content = rows_book(("A", ((*KNOWN, "Mã"), (*ROWS[0], "x7"))), ("B", (header, row)))
    mends = named(content, roles=[("B!D", "ignored")])
    listed = columns.columns_of(check_file(content, "kh.xlsx", mends=mends).findings, mends)
    assert [(str(column.cells[0]), column.asked, column.role) for column in listed] == [
        ("B!E1", True, ""),
        ("A!E1", False, ""),
        ("B!D1", False, "ignored"),
    ]


def test_a_cell_that_says_what_a_heading_would_names_no_column(store: Store) -> None:
    content = book(TITLE, HEADER, ROWS)
    cell = Mend(CellRef("Sheet", 3, 3), "Văn phòng", "Chỉ đạo")
    uploads.save(store, shown(store, content, (cell, *named(content))), made_at=NOW, made_by="Lan", reason="thử")
    (entry,) = store.imports("a-2025")
    assert entry.mends == (cell, *named(content))
    assert [column.heading for column in columns.named(entry.mends)] == ["Người lo", "Xong khi nào"]
    told = [(event.place, event.subject) for event in events(store) if event.kind is EventKind.MEND]
    assert told[0] == ("Sheet!C3", "")
    assert {subject for _, subject in told[1:]} == {HEADING_OF_COLUMN}
