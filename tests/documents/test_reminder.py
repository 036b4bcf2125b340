"""The reminder: what each kind of letter says, what it lists, and the texts to paste."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from docx.document import Document

from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.reminder import (
    OwedCommitment,
    OwedTask,
    Reminder,
    message,
    message_to_all,
    reminder_letter,
)
from papi_metrics.model.period import Period
from papi_metrics.model.reminder import Lack
from tests.documents.letters import OFFICE, has, reopened, said, texts

TASKS = (OwedTask("1.1", "Công khai thủ tục", "Quý I/2022"), OwedTask("", "Trồng cây xanh", "Thường xuyên"))
COMMITMENTS = (OwedCommitment("B.I", "3", "Giải ngân vốn", "trên 90%"),)
FAULTS = ("Ô H7: “95 phần” không phải là một con số.", "Ô J9: ngày 31/02/2022 không có trong lịch.")
UNSENT = Reminder(
    office=OFFICE,
    unit="Thanh tra Sở",
    lack=Lack.RETURN,
    plan="Kế hoạch số 14/KH-SKHCN",
    period=Period(2022, 1),
    due=date(2022, 3, 5),
    as_of=date(2022, 3, 14),
    days_late=9,
    receiver="Văn phòng Sở",
    made_at=datetime(2022, 3, 14, 9, 0),  # noqa: DTZ001 - wall time
    tasks=TASKS,
    commitments=COMMITMENTS,
    copies=("Ban Giám đốc (để báo cáo)",),
    issue=Issue(month=3, year=2022),
)
PARTIAL = replace(UNSENT, lack=Lack.ROWS, tasks=TASKS[:1], commitments=())
RETURNED = replace(UNSENT, lack=Lack.CORRECTION, tasks=(), commitments=(), faults=FAULTS, reply_by=date(2022, 3, 18))
LONG = replace(UNSENT, tasks=tuple(OwedTask(f"2.{n}", f"Việc {n}", "Thường xuyên") for n in range(1, 31)))


def letter(reminder: Reminder) -> Document:
    return reopened(reminder_letter(reminder))


def listed(document: Document) -> list[list[list[str]]]:
    """The cells of the tables of rows, without head and signature."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
        if has(table.rows[0], "w:tblHeader")
    ]


@pytest.mark.parametrize(
    ("reminder", "sentences"),
    [
        (
            UNSENT,
            [
                "V/v đôn đốc nộp báo cáo kết quả thực hiện kế hoạch quý I/2022",
                "Thực hiện Kế hoạch số 14/KH-SKHCN, các phòng, đơn vị gửi báo cáo kết quả thực hiện quý I/2022 "
                "về Văn phòng Sở chậm nhất ngày 05/03/2022.",
                "Đến ngày 14/03/2022, Văn phòng Sở chưa nhận được báo cáo quý I/2022 của Thanh tra Sở "
                "(trễ 9 ngày so với thời hạn).",
                "Nội dung chưa có kết quả gồm 2 nhiệm vụ và 1 cam kết, nêu tại bảng dưới đây.",
                "1. Nhiệm vụ chưa có kết quả (2)",
                "2. Cam kết chưa có kết quả (1)",
                "Để kịp thời tổng hợp, Sở Khoa học và Công nghệ đề nghị Thanh tra Sở gửi báo cáo về Văn phòng Sở "
                "ngay sau khi nhận được Công văn này.",
                "- Ban Giám đốc (để báo cáo);",
            ],
        ),
        (
            PARTIAL,
            [
                "V/v đôn đốc bổ sung báo cáo kết quả thực hiện kế hoạch quý I/2022",
                "Đến ngày 14/03/2022, báo cáo quý I/2022 của Thanh tra Sở chưa đủ nội dung "
                "(trễ 9 ngày so với thời hạn).",
                "Nội dung chưa có kết quả gồm 1 nhiệm vụ, nêu tại bảng dưới đây.",
                "Nhiệm vụ chưa có kết quả (1)",
                "Để kịp thời tổng hợp, Sở Khoa học và Công nghệ đề nghị Thanh tra Sở bổ sung kết quả còn thiếu, "
                "gửi báo cáo về Văn phòng Sở ngay sau khi nhận được Công văn này.",
            ],
        ),
        (
            RETURNED,
            [
                "V/v đề nghị hoàn thiện báo cáo kết quả thực hiện kế hoạch quý I/2022",
                "Đến ngày 14/03/2022, báo cáo quý I/2022 của Thanh tra Sở chưa được tiếp nhận vì còn lỗi phải sửa "
                "(trễ 9 ngày so với thời hạn):",
                "- Ô H7: “95 phần” không phải là một con số;",
                "- Ô J9: ngày 31/02/2022 không có trong lịch.",
                "Để kịp thời tổng hợp, Sở Khoa học và Công nghệ đề nghị Thanh tra Sở sửa các lỗi nêu trên, "
                "gửi lại báo cáo về Văn phòng Sở chậm nhất ngày 18/03/2022.",
            ],
        ),
    ],
    ids=["unsent", "partial", "returned"],
)
def test_each_kind_says_what_is_missing_by_when_and_where_to(reminder: Reminder, sentences: list[str]) -> None:
    document = letter(reminder)
    for sentence in sentences:
        said(document, sentence)
    said(document, "Kính gửi: Thanh tra Sở")
    assert any("theo mẫu biểu gửi kèm" in text for text in texts(document))
    assert [text for text in texts(document) if text.endswith("./.")] == [
        "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị Thanh tra Sở phản ánh về Văn phòng Sở "
        "để được hướng dẫn./."
    ]


def test_the_rows_owed_stand_in_tables_as_the_plan_prints_them() -> None:
    assert listed(letter(UNSENT)) == [
        [
            ["TT", "Nội dung nhiệm vụ", "Thời gian hoàn thành"],
            ["1.1", "Công khai thủ tục", "Quý I/2022"],
            ["", "Trồng cây xanh", "Thường xuyên"],
        ],
        [["Khối, TT", "Nội dung cam kết", "Mục tiêu"], ["B.I, 3", "Giải ngân vốn", "trên 90%"]],
    ]


def test_a_return_with_faults_only_lists_no_rows() -> None:
    document = letter(RETURNED)
    assert listed(document) == []
    assert [text for text in texts(document) if "chưa có kết quả" in text] == []


def test_many_rows_go_into_an_appendix_behind_the_signature() -> None:
    document = letter(LONG)
    told = [" ".join(text.split()) for text in texts(document)]
    assert "Nội dung chưa có kết quả gồm 30 nhiệm vụ và 1 cam kết, nêu tại Phụ lục kèm theo." in told
    assert told.index("Nguyễn Hữu Thắng") < told.index("Phụ lục") < told.index("1. Nhiệm vụ chưa có kết quả (30)")
    assert (
        told[told.index("Phụ lục") + 2]
        == "(Kèm theo Công văn số /SKHCN-VP ngày tháng 3 năm 2022 của Sở Khoa học và Công nghệ)"
    )
    assert len(listed(document)[0]) == 31
    assert len(document.sections) == 2


@pytest.mark.parametrize(
    ("due", "days_late", "reply_by", "asked"),
    [
        (date(2022, 3, 20), 0, None, "chậm nhất ngày 20/03/2022."),
        (date(2022, 3, 5), 9, None, "ngay sau khi nhận được Công văn này."),
        (date(2022, 3, 5), 9, date(2022, 3, 18), "chậm nhất ngày 18/03/2022."),
        (None, 0, None, "ngay sau khi nhận được Công văn này."),
    ],
)
def test_by_when(due: date | None, days_late: int, reply_by: date | None, asked: str) -> None:
    told = texts(letter(replace(UNSENT, due=due, days_late=days_late, reply_by=reply_by)))
    [request] = [text for text in told if text.startswith("Để kịp thời tổng hợp")]
    assert request.endswith(asked)


def test_what_is_not_late_and_has_no_due_date_says_neither() -> None:
    told = " ".join(texts(letter(replace(UNSENT, due=None, days_late=0))))
    assert "trễ" not in told and "None" not in told
    assert "về Văn phòng Sở theo quy định." in told


def test_a_message_asks_for_no_day_where_none_is_set() -> None:
    undated = replace(UNSENT, due=None, days_late=0)
    assert "Đề nghị Thanh tra Sở gửi báo cáo về Văn phòng Sở." in message(undated).splitlines()
    listed = message_to_all([undated])
    assert "1. Thanh tra Sở: chưa nộp; còn 2 nhiệm vụ và 1 cam kết." in listed.splitlines()
    assert "Đề nghị các đơn vị gửi báo cáo về Văn phòng Sở." in listed.splitlines()
    assert "trong ngày" not in listed and "đúng thời hạn" not in listed


def test_a_message_is_short_and_says_the_same() -> None:
    assert message(LONG).splitlines() == [
        "Kính gửi Thanh tra Sở,",
        "Đến ngày 14/03/2022, Văn phòng Sở chưa nhận được báo cáo quý I/2022 của Thanh tra Sở "
        "(trễ 9 ngày so với thời hạn).",
        "Nội dung chưa có kết quả gồm 30 nhiệm vụ và 1 cam kết:",
        *(f"- TT 2.{n}: Việc {n}" for n in range(1, 6)),
        "- và 26 nội dung khác.",
        "Đề nghị Thanh tra Sở gửi báo cáo về Văn phòng Sở trong ngày.",
        "Báo cáo lập theo mẫu biểu đã gửi; nội dung không phát sinh thì ghi “Không phát sinh”, không để trống.",
        "Trân trọng cảm ơn.",
    ]


def test_a_message_names_faults_and_cuts_long_contents() -> None:
    long = replace(RETURNED, tasks=(OwedTask("", "Công khai " * 30, ""),), commitments=COMMITMENTS)
    lines = message(long).splitlines()
    assert lines[2:4] == ["- Ô H7: “95 phần” không phải là một con số;", "- Ô J9: ngày 31/02/2022 không có trong lịch."]
    assert lines[5].startswith("- Công khai") and lines[5].endswith("…") and len(lines[5]) <= 92
    assert lines[6] == "- TT B.I, 3: Giải ngân vốn"


def test_all_units_in_one_text() -> None:
    on_time = replace(PARTIAL, unit="Bộ phận một cửa", days_late=0)
    assert message_to_all([UNSENT, on_time, replace(RETURNED, unit="Phòng Kế hoạch - Tài chính")]).splitlines() == [
        "Các đơn vị chưa hoàn thành báo cáo quý I/2022 (đến ngày 14/03/2022):",
        "1. Thanh tra Sở: chưa nộp, trễ 9 ngày; còn 2 nhiệm vụ và 1 cam kết; gửi trong ngày.",
        "2. Bộ phận một cửa: nộp thiếu; còn 1 nhiệm vụ; gửi chậm nhất ngày 05/03/2022.",
        "3. Phòng Kế hoạch - Tài chính: phải sửa lại, trễ 9 ngày; gửi chậm nhất ngày 18/03/2022.",
        "Đề nghị các đơn vị gửi báo cáo về Văn phòng Sở đúng thời hạn trên.",
        "Báo cáo lập theo mẫu biểu đã gửi; nội dung không phát sinh thì ghi “Không phát sinh”, không để trống.",
        "Trân trọng cảm ơn.",
    ]


def test_no_unit_to_remind_is_said() -> None:
    assert message_to_all([]) == "Các đơn vị đã nộp đủ báo cáo."


def test_reminders_of_two_periods_make_no_list() -> None:
    with pytest.raises(ValueError, match="several periods"):
        message_to_all([UNSENT, replace(UNSENT, period=Period(2022, 2))])
