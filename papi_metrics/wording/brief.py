"""The words of the one-page brief for the leadership, beside those of the reports."""

from collections.abc import Sequence

from papi_metrics.wording import report

TYPE = "Báo cáo tóm tắt"
PURPOSE = "Tài liệu phục vụ cuộc họp"
DIMENSIONS = "Các nội dung PAPI, nội dung hoàn thành thấp nhất trước"
OVERDUE = "Nhiệm vụ quá hạn"
COMMITMENTS = "Cam kết không đạt hoặc có nguy cơ không đạt"
RETURNS = "Nộp báo cáo"
ASKED = "Đề nghị cuộc họp"

COMPLETION, PROVEN, LATE = "Hoàn thành", "Có minh chứng", "Quá hạn"
MET, REPORTED = "Cam kết đạt", "Đơn vị đã báo cáo"
ROWS_REPORTED = "Nhiệm vụ đã báo cáo"
FIRST_PERIOD, NOTHING_BEFORE = "kỳ đầu tiên có số liệu", "chưa có số liệu kỳ trước"

DIMENSION_HEADINGS = ("Nội dung", "Hoàn thành", "Kỳ trước", "Quá hạn", "Chưa có minh chứng")
OVERDUE_HEADINGS = ("TT", "Nội dung", "Chủ trì", "Hạn", "Quá hạn (ngày)")
COMMITMENT_HEADINGS = ("Cam kết", "Chủ trì", "Mục tiêu", "Kết quả", "Chênh lệch", "Trạng thái", "Giải trình")
EXPLAINED, NOT_EXPLAINED = "Đã có", "Chưa có"
NO_MISSED = "Không có cam kết nào không đạt hoặc có nguy cơ không đạt."
NO_OWING = "Không có đơn vị nào còn thiếu báo cáo."
NOTHING_ASKED = "Không có nội dung cần xin ý kiến."
NONE = "–"


def subject(plan: str, office: str, told: str) -> str:
    """Return what the brief is about."""
    return f"Tình hình thực hiện {plan} trong {told} của {office}"


def before(told: str, completion: str) -> str:
    """Return "quý II/2024: 25/28 (89,3%)"."""
    return f"{told}: {completion}"


def tasks(count: str) -> str:
    """Return "2 nhiệm vụ"."""
    return f"{count} nhiệm vụ"


def not_met(missed: str, at_risk: str) -> str:
    """Return "không đạt 2; có nguy cơ 3"; each text is "" for 0."""
    parts = (f"không đạt {missed}" if missed else "", f"có nguy cơ {at_risk}" if at_risk else "")
    return "; ".join(part for part in parts if part)


def owing(units: list[str]) -> str:
    """Return who still owes a return, or rows of it."""
    return f"Còn thiếu: {'; '.join(units)}."


def owes(unit: str, state: str, days: str) -> str:
    """Return "Thanh tra Sở (chưa nộp, trễ 9 ngày)"; ``days`` "" is not late."""
    return f"{unit} ({state.lower()}{f', trễ {days} ngày' if days else ''})"


def more(count: int, what: str) -> str:
    """Return what of a list has no room on the page."""
    return f"Và {count} mục nữa, xem báo cáo đầy đủ: {what[0].lower()}{what[1:]}."


def ask_overdue(count: str, leads: Sequence[str]) -> str:
    """Return what is asked for late tasks; without a lead nobody is named."""
    named = f" ({'; '.join(leads)})" if leads else ""
    return f"Chỉ đạo hoàn thành {count} nhiệm vụ quá hạn{named}."


def ask_missed(missed: str, at_risk: str) -> str:
    """Return what is asked for commitments that are not met; each text is "" for 0."""
    parts = (
        f"{missed} cam kết không đạt" if missed else "",
        f"{at_risk} cam kết có nguy cơ không đạt" if at_risk else "",
    )
    return f"Cho ý kiến về {' và '.join(part for part in parts if part)}."


def ask_explanation(count: str) -> str:
    """Return what is asked for explanations that are missing."""
    return f"Yêu cầu đơn vị chủ trì giải trình {count} cam kết phải giải trình mà chưa có giải trình."


def ask_returns(units: str, told: str) -> str:
    """Return what is asked of units that have not reported."""
    return f"Đôn đốc {units} đơn vị chưa nộp báo cáo {told}."


def ask_rows(count: str) -> str:
    """Return what is asked for tasks that nobody has reported on, in a plan that names no units."""
    return f"Đôn đốc báo cáo {count} nhiệm vụ chưa báo cáo."


def ask_returns_again(units: str, told: str) -> str:
    """Return what is asked of units whose reports were sent back."""
    return f"Đôn đốc {units} đơn vị nộp lại báo cáo {told} đã trả lại."


def ask_evidence(tasks: str, commitments: str) -> str:
    """Return what is asked for what lacks evidence; a text is "" for 0."""
    return f"Yêu cầu bổ sung minh chứng của {' và '.join(report.proven_of(tasks, commitments))}."


def ask_proposal(text: str, lead: str) -> str:
    """Return a proposal of a unit."""
    by = f" của {lead.rstrip(' .;')}" if lead else ""
    return f"Xem xét đề xuất{by}: {text.rstrip(' .;')}."
