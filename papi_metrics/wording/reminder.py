"""The words that remind a unit of its return: the letter, the short message, the list of all units."""

from collections.abc import Mapping, Sequence
from datetime import date

from papi_metrics.model.period import Period
from papi_metrics.model.reminder import Lack
from papi_metrics.wording.form import day, number, period_inside, shortened
from papi_metrics.wording.pages import days_late as late

LETTER = "Công văn"
RECEIVER = "Văn phòng Sở"
TASK_HEADINGS = ("TT", "Nội dung nhiệm vụ", "Thời gian hoàn thành")
COMMITMENT_HEADINGS = ("Khối, TT", "Nội dung cam kết", "Mục tiêu")
APPENDIX_TITLE = "Danh mục nội dung chưa có kết quả báo cáo"
IN_TABLE = "nêu tại bảng dưới đây"
IN_APPENDIX = "nêu tại Phụ lục kèm theo"
HOW = (
    "Báo cáo lập theo mẫu biểu gửi kèm, ghi đủ tình hình thực hiện, kết quả và minh chứng của từng nội dung; "
    "nội dung không phát sinh trong kỳ thì ghi “Không phát sinh”, không để trống."
)
HOW_SHORT = "Báo cáo lập theo mẫu biểu đã gửi; nội dung không phát sinh thì ghi “Không phát sinh”, không để trống."
THANKS = "Trân trọng cảm ơn."
ALL_SENT = "Các đơn vị đã nộp đủ báo cáo."
_MESSAGE_LETTERS = 90

_SUBJECTS: Mapping[Lack, str] = {
    Lack.RETURN: "đôn đốc nộp báo cáo kết quả thực hiện kế hoạch",
    Lack.ROWS: "đôn đốc bổ sung báo cáo kết quả thực hiện kế hoạch",
    Lack.CORRECTION: "đề nghị hoàn thiện báo cáo kết quả thực hiện kế hoạch",
}
_REQUESTS: Mapping[Lack, str] = {
    Lack.RETURN: "gửi báo cáo",
    Lack.ROWS: "bổ sung kết quả còn thiếu, gửi báo cáo",
    Lack.CORRECTION: "sửa các lỗi nêu trên, gửi lại báo cáo",
}
_STANDINGS: Mapping[Lack, str] = {
    Lack.RETURN: "chưa nộp",
    Lack.ROWS: "nộp thiếu",
    Lack.CORRECTION: "phải sửa lại",
}


def subject(lack: Lack, period: Period) -> str:
    """Return what the letter is about, to stand after "V/v"."""
    return f"{_SUBJECTS[lack]} {period_inside(period)}"


def duty(plan: str, period: Period, due: date | None, receiver: str) -> str:
    """Return the sentence that says what every unit had to send; ``due`` None is a plan without a date."""
    by = f"chậm nhất ngày {day(due)}" if due else "theo quy định"
    return (
        f"Thực hiện {plan}, các phòng, đơn vị gửi báo cáo kết quả thực hiện {period_inside(period)} về {receiver} {by}."
    )


def standing(lack: Lack, as_of: date, receiver: str, unit: str, period: Period, days_late: int) -> str:
    """Return how the unit's return stands; ``days_late`` 0 is not yet late."""
    told = {
        Lack.RETURN: f"{receiver} chưa nhận được báo cáo {period_inside(period)} của {unit}",
        Lack.ROWS: f"báo cáo {period_inside(period)} của {unit} chưa đủ nội dung",
        Lack.CORRECTION: f"báo cáo {period_inside(period)} của {unit} chưa được tiếp nhận vì còn lỗi phải sửa",
    }[lack]
    return f"Đến ngày {day(as_of)}, {told}" + (f" ({late(days_late)} so với thời hạn)" if days_late else "")


def rows_owed(tasks: int, commitments: int) -> str:
    """Return "12 nhiệm vụ và 3 cam kết"; a count of 0 is left out."""
    counts = (f"{number(count)} {what}" for count, what in ((tasks, "nhiệm vụ"), (commitments, "cam kết")) if count)
    return " và ".join(counts)


def owed(owed_rows: str, where: str) -> str:
    """Return the sentence that leads to the list of rows without a result."""
    return f"Nội dung chưa có kết quả gồm {owed_rows}, {where}."


def faults(sentences: Sequence[str]) -> list[str]:
    """Return one line for each fault, as a list whose last line ends the sentence."""
    lines = [f"- {sentence.rstrip(' .;')}" for sentence in sentences]
    return [f"{line};" for line in lines[:-1]] + [f"{line}." for line in lines[-1:]]


def whole_sent_back(received_on: date) -> str:
    """Return why a unit is asked again where only a return of the whole department came and was sent back."""
    return f"Báo cáo chung toàn Sở nhận ngày {day(received_on)} có nội dung của đơn vị đã được trả lại để sửa"


def request(office: str, lack: Lack, unit: str, receiver: str, by: date | None) -> str:
    """Return what is asked for; ``by`` None asks for it at once."""
    when = f"chậm nhất ngày {day(by)}" if by else "ngay sau khi nhận được Công văn này"
    return f"Để kịp thời tổng hợp, {office} đề nghị {unit} {_REQUESTS[lack]} về {receiver} {when}."


def short_request(lack: Lack, unit: str, receiver: str, by: date | None, days_late: int) -> str:
    """Return what a message asks for; ``by`` None asks for it at once where it is late, else at no set time."""
    return f"Đề nghị {unit} {_REQUESTS[lack]} về {receiver} {_at_latest(by, days_late)}".rstrip() + "."


def help_offered(unit: str, receiver: str) -> str:
    """Return the sentence that ends the letter."""
    return f"Trong quá trình thực hiện, nếu có vướng mắc, đề nghị {unit} phản ánh về {receiver} để được hướng dẫn."


def table_headings(tasks: int, commitments: int) -> tuple[str, str]:
    """Return "1. Nhiệm vụ chưa có kết quả (12)" and the same of commitments; one that stands alone has no number."""
    first, second = ("1. ", "2. ") if tasks and commitments else ("", "")
    return (
        f"{first}Nhiệm vụ chưa có kết quả ({number(tasks)})",
        f"{second}Cam kết chưa có kết quả ({number(commitments)})",
    )


def commitment_number(block: str, printed: str) -> str:
    """Return "B.I, 3"; parts that are not printed are left out."""
    return ", ".join(part for part in (block, printed) if part)


def greeting(unit: str) -> str:
    """Return the line that begins a message."""
    return f"Kính gửi {unit},"


def message_owed(owed_rows: str) -> str:
    """Return the line above the rows of a message."""
    return f"Nội dung chưa có kết quả gồm {owed_rows}:"


def message_row(printed: str, content: str) -> str:
    """Return "- TT 1.1: Tổ chức …", cut to a line that a phone shows."""
    told = shortened(content, _MESSAGE_LETTERS)
    return f"- TT {printed}: {told}" if printed else f"- {told}"


def more_rows(count: int) -> str:
    """Return "- và 25 nội dung khác."."""
    return f"- và {number(count)} nội dung khác."


def list_title(period: Period, as_of: date) -> str:
    """Return the title of the list of all units."""
    return f"Các đơn vị chưa hoàn thành báo cáo {period_inside(period)} (đến ngày {day(as_of)}):"


def list_line(place: int, unit: str, lack: Lack, days_late: int, owed_rows: str, by: date | None) -> str:
    """Return "1. Thanh tra Sở: chưa nộp, trễ 9 ngày; còn 12 nhiệm vụ; gửi chậm nhất ngày 18/03/2022."."""
    when = _at_latest(by, days_late)
    return f"{place}. {unit}: {lacks(lack, days_late, owed_rows)}{f'; gửi {when}' if when else ''}."


def lacks(lack: Lack, days_late: int, owed_rows: str) -> str:
    """Return what is the matter with a unit's return: "chưa nộp, trễ 9 ngày; còn 12 nhiệm vụ"."""
    state = f"{_STANDINGS[lack]}, {late(days_late)}" if days_late else _STANDINGS[lack]
    return f"{state}; còn {owed_rows}" if owed_rows else state


def request_to_all(receiver: str, *, timed: bool) -> str:
    """Return what all units are asked for; ``timed``: times are named above."""
    return f"Đề nghị các đơn vị gửi báo cáo về {receiver}{' đúng thời hạn trên' if timed else ''}."


def _at_latest(by: date | None, days_late: int) -> str:
    if by:
        return f"chậm nhất ngày {day(by)}"
    return "trong ngày" if days_late else ""
