"""The calendar file, read back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar as ICalendar

from papi_metrics.documents.calendar_file import CalendarEvent, DueTask, calendar_file, plan_events
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Plan

MADE_AT = datetime(2022, 1, 26, 1, 0, tzinfo=UTC)
CALENDAR = Calendar({1: DayOfYear(3, 5), 2: DayOfYear(6, 5), 3: DayOfYear(9, 5), 4: DayOfYear(11, 15)})
PLAN = Plan("qt-2022", "qt", 2022, "Kế hoạch PAPI năm 2022", CALENDAR)
CONTENT = "Rà soát, cắt giảm thủ tục; công khai “một cửa” trên Cổng thông tin điện tử của Sở \\ của tỉnh " * 3
TASK = DueTask("II-3.2-2022Q4", date(2022, 11, 25), "3.2", CONTENT.strip(), "Văn phòng")
OUTER = {Period(2022, 1): date(2022, 3, 17)}


def written(made_at: datetime = MADE_AT, *, task: DueTask = TASK) -> bytes:
    return calendar_file(PLAN.id, PLAN.title, plan_events(PLAN, PLAN.title, OUTER, [task]), made_at)


def read(content: bytes) -> list[Any]:
    return list(ICalendar.from_ical(content).walk("VEVENT"))


def test_every_date_of_the_plan_is_an_all_day_event() -> None:
    assert [(item.start, item.end, str(item["summary"])) for item in read(written())][:5] == [
        (date(2022, 3, 5), date(2022, 3, 6), "Hạn các phòng, đơn vị nộp báo cáo quý I/2022"),
        (date(2022, 3, 17), date(2022, 3, 18), "Hạn gửi báo cáo quý I/2022 lên cấp trên"),
        (date(2022, 6, 5), date(2022, 6, 6), "Hạn các phòng, đơn vị nộp báo cáo quý II/2022"),
        (date(2022, 9, 5), date(2022, 9, 6), "Hạn các phòng, đơn vị nộp báo cáo quý III/2022"),
        (date(2022, 11, 15), date(2022, 11, 16), "Hạn các phòng, đơn vị nộp báo cáo quý IV/2022"),
    ]


def test_a_task_says_what_is_due_and_who_leads() -> None:
    task = read(written())[-1]
    assert str(task["summary"]).startswith("Hạn nhiệm vụ 3.2: Rà soát, cắt giảm thủ tục; công khai")
    assert str(task["summary"]).endswith("…")
    assert str(task["description"]) == f"{TASK.content}\nChủ trì: Văn phòng"
    bare = read(written(task=DueTask("k", date(2022, 11, 25), "", "Công khai")))[-1]
    assert (str(bare["summary"]), str(bare["description"])) == ("Hạn nhiệm vụ: Công khai", "Công khai")


def test_the_alarm_rings_in_the_morning_three_days_before() -> None:
    for event in read(written()):
        [alarm] = event.walk("VALARM")
        rings = datetime.combine(event.start, datetime.min.time()) + alarm.TRIGGER
        assert rings == datetime.combine(event.start - timedelta(days=3), datetime.min.time()) + timedelta(hours=8)
        assert (str(alarm["action"]), str(alarm["description"])) == ("DISPLAY", str(event["summary"]))


def test_a_day_is_not_marked_as_busy() -> None:
    assert {str(event["transp"]) for event in read(written())} == {"TRANSPARENT"}


def test_an_event_keeps_its_uid_when_it_is_written_again_and_when_its_day_moves() -> None:
    moved = DueTask(TASK.key, date(2022, 12, 20), TASK.number, "Nội dung đã sửa")
    first, again = read(written()), read(written(MADE_AT + timedelta(days=30), task=moved))
    uids = [str(event["uid"]) for event in first]
    assert uids == [str(event["uid"]) for event in again]
    assert len(set(uids)) == len(uids) == 6
    assert again[-1].stamp == MADE_AT + timedelta(days=30)


def test_the_same_input_is_the_same_file() -> None:
    assert written() == written()


def test_lines_end_in_crlf_and_are_folded_between_letters() -> None:
    lines = written().split(b"\r\n")
    assert lines.pop() == b""
    assert [line for line in lines if b"\n" in line or b"\r" in line] == []
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")


def test_the_calendar_is_named_after_its_plan() -> None:
    calendar = ICalendar.from_ical(written())
    assert str(calendar["x-wr-calname"]) == "Lịch thực hiện Kế hoạch PAPI năm 2022"
    assert (str(calendar["version"]), str(calendar["uid"])) == ("2.0", "qt-2022@papi-metrics")


def test_a_plan_without_dates_is_an_empty_calendar() -> None:
    assert read(calendar_file("x", "Kế hoạch", plan_events(Plan("x", "x", 2022), "x", {}, []), MADE_AT)) == []


def test_control_characters_do_not_break_the_file() -> None:
    [event] = read(calendar_file("x", "K\x07H", [CalendarEvent("a", date(2022, 3, 5), "x\x00y", "m\x1bn")], MADE_AT))
    assert (str(event["summary"]), str(event["description"])) == ("xy", "mn")


def test_two_events_of_one_stem_are_a_fault() -> None:
    event = CalendarEvent("a", date(2022, 3, 5), "x")
    with pytest.raises(ValueError, match="two events"):
        calendar_file("x", "Kế hoạch", [event, event], MADE_AT)


def test_a_stamp_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="aware"):
        calendar_file("x", "Kế hoạch", [], datetime(2022, 1, 26))  # noqa: DTZ001 - the fault itself
