"""The board of a year, reminders and the calendar on the command line."""

from datetime import date
from pathlib import Path

import docx
import pytest
from icalendar import Calendar

from tests.command.test_command_line import Call, call
from tests.services.sample_store import sample_to_read

__all__ = ["call"]


@pytest.fixture(scope="module")
def sample() -> Path:
    """A store with the sample. The commands of these tests only read it."""
    return sample_to_read()


def test_the_board_has_one_row_a_unit_and_quarter_with_both_readings(call: Call, sample: Path) -> None:
    answer = call("board", "--store", sample, "--plan", "qt-2022", "--as-of", "2022-06-07", "--json")
    assert answer.code == 0
    rows = {(row["unit"], row["period"]): row for row in answer.json}
    assert rows["BPMC", "2022-Q2"] == {
        "unit": "BPMC",
        "name": "Bộ phận Tiếp nhận và Trả kết quả",
        "receives": False,
        "period": "2022-Q2",
        "state": "missing",
        "due": "2022-06-05",
        "strict_due": "2022-06-04",
        "received": None,
        "days_late": 2,
        "owed": 1,
        "reported": 0,
        "optional": 0,
        "returned": None,
    }
    assert (rows["VP", "2022-Q1"]["state"], rows["VP", "2022-Q1"]["received"]) == ("on_time", "2022-03-04")
    assert {row["unit"] for row in answer.json if row["receives"]} == {"VP"}
    assert rows["VP", "2022-Q3"]["state"] == "not_yet_due"
    assert ("BGD", "2022-Q3") not in rows
    assert [rows["TTRA", "2022-Q3"][name] for name in ("owed", "reported", "optional")] == [2, 0, 2]
    assert call("board", "--store", sample, "--plan", "qt-2022", "--json").code == 2


def test_a_unit_that_owes_something_is_reminded(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "nhac.docx"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q2")
    answer = call("remind", *where, "--unit", "BPMC", "--as-of", "2022-06-07", "--out", out)
    assert (answer.code, answer.err) == (0, "")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "chưa nhận được báo cáo quý II/2022 của Bộ phận Tiếp nhận và Trả kết quả (trễ 2 ngày" in text


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("VP", "Văn phòng Sở là nơi nhận báo cáo quý II/2022"),
        ("TTRA", "Thanh tra Sở không còn thiếu báo cáo quý II/2022"),
        ("XYZ", "Không có đơn vị “XYZ”"),
    ],
)
def test_nobody_is_reminded_of_nothing(call: Call, sample: Path, tmp_path: Path, unit: str, line: str) -> None:
    out = tmp_path / "nhac.docx"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q2")
    answer = call("remind", *where, "--unit", unit, "--out", out)
    assert (answer.code, answer.out, out.exists()) == (2, "", False)
    assert answer.err.startswith(line)
    assert answer.err.count("\n") == 1


def test_the_calendar_holds_both_calendars_and_every_date_of_the_tasks(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "lich.ics"
    assert call("calendar", "--store", sample, "--plan", "qt-2022", "--out", out).code == 0
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    days = {str(event["UID"]): event.decoded("DTSTART") for event in events}
    assert len(days) == len(events)
    assert days["qt-2022/units/2022-Q1@papi-metrics"] == date(2022, 3, 5)
    assert days["qt-2022/office/2022-Q4@papi-metrics"] == date(2022, 12, 14)
    # One task has a quarter, four have the year.
    assert sum("/task/" in stem for stem in days) == 5
