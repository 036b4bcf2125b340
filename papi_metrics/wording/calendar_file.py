"""The words of the calendar file."""

from papi_metrics.model.period import Period
from papi_metrics.wording.form import period_inside, shortened

_SUMMARY_LETTERS = 100


def name(title: str) -> str:
    """Return the name under which a calendar program lists the dates of a plan."""
    return f"Lịch thực hiện {title}"


def units_report(period: Period) -> str:
    """Return the summary of the day by which units send their returns."""
    return f"Hạn các phòng, đơn vị nộp báo cáo {period_inside(period)}"


def office_reports(period: Period) -> str:
    """Return the summary of the day by which the department itself reports."""
    return f"Hạn gửi báo cáo {period_inside(period)} lên cấp trên"


def task_due(number: str, content: str) -> str:
    """Return the summary of the due date of a task; its TT is left out where none is printed."""
    return f"Hạn nhiệm vụ{f' {number}' if number else ''}: {shortened(content, _SUMMARY_LETTERS)}"


def task_details(content: str, lead: str) -> str:
    """Return the whole content of a task and who leads it ("" is not known)."""
    return content + (f"\nChủ trì: {lead}" if lead else "")
