"""Columns named by the office: what is read then, what the ledger keeps of it, and what a second reading gives."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx import Document

from papi_metrics.model.cell import CellRef
from papi_metrics.model.log import EventKind
from papi_metrics.model.mend import Mend
from papi_metrics.model.plan import Plan
from papi_metrics.services import columns, looking, plans, uploads
from papi_metrics.services.columns import Column, ColumnUnknownError
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
FOUND = {"C": "lead", "D": "deadline"}


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as one:
        plans.organisation_named(one, QT, made_at=NOW)
        plans.add_plan(one, Plan("a-2025", one.organisations()[0].id, 2025, "PAPI 2025"), made_at=NOW)
        yield one


def named(content: bytes, name: str = "kh.xlsx", roles: dict[str, str] | None = None) -> tuple[Mend, ...]:
    return columns.naming_of(content, name, check_file(content, name).findings, roles or FOUND)


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
        Mend(CellRef("Sheet", 2, 3), "Người lo", "Chủ trì"),
        Mend(CellRef("Sheet", 2, 4), "Xong khi nào", "Thời hạn"),
    )
    number = uploads.save(store, shown(store, content, mends), made_at=NOW, made_by="Lan")
    (entry,) = store.imports("a-2025")
    assert (entry.no, entry.mends) == (number, mends)
    told = [(item.cells[0].a1, item.heading, item.role) for item in columns.named(entry.mends)]
    assert told == [("C2", "Người lo", "lead"), ("D2", "Xong khi nào", "deadline")]
    mended = [event for event in events(store) if event.kind is EventKind.MEND]
    assert [(event.subject, event.old, event.new) for event in mended] == [
        (HEADING_OF_COLUMN, "Người lo", "Chủ trì"),
        (HEADING_OF_COLUMN, "Xong khi nào", "Thời hạn"),
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
    reading = check_file(content, "kh.xlsx", mends=named(content, roles={"D": "ignored"}))
    assert columns.columns_of(reading.findings) == ()
    assert [task.deadline.text for task in reading.tasks] == ["", ""]


def test_a_return_whose_results_are_headed_otherwise_becomes_a_return() -> None:
    content = book(TITLE, (*KNOWN, "Làm được gì"), [(*row, "Đã niêm yết 45 thủ tục") for row in ROWS])
    assert looking.look(content, "b.xlsx").kind is looking.UploadKind.PLAN
    found = looking.look(content, "b.xlsx", named(content, roles={"E": "result"}))
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
    assert named(content, roles={"Sheet!C": "lead", "D": "deadline"}) == named(content)
    for place in ("B", "Sheet2!C"):
        with pytest.raises(ColumnUnknownError) as refused:
            named(content, roles={place: "lead"})
        assert (refused.value.place, refused.value.known) == (place, ("Sheet!C", "Sheet!D"))


def test_two_columns_of_one_header_cannot_be_the_same() -> None:
    first, second = (Column((CellRef("S", 2, number),), "x") for number in (3, 4))
    elsewhere = replace(second, cells=(CellRef("S", 20, 4),))
    assert columns.twice([(first, "lead"), (second, "lead")]) == "lead"
    assert columns.twice([(first, "lead"), (elsewhere, "lead")]) == ""
    assert columns.twice([(first, "ignored"), (second, "ignored")]) == ""
    assert columns.twice([(first, ""), (second, "")]) == ""
