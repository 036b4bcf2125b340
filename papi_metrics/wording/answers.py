"""The words of the workbook that is given back to its sender, and of the letter that goes with it."""

from collections.abc import Mapping, Sequence

from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording.finding_lines import Line, lines
from papi_metrics.wording.findings import severity_word

SHEET = "Lỗi"
AUTHOR = "Theo dõi PAPI"
HEADINGS = ("Mức", "Sheet", "Mục", "Ô", "Giá trị", "Lỗi", "Cách sửa")
LINK = 3
"""The column that leads to the cell."""
NAME_ENDS = "_can-sua"
_PLEASE = "Đề nghị sửa và gửi lại Văn phòng."
_MOST = 12


def title(period: Period | None) -> str:
    """Return the title of the sheet; by its beginning the reader leaves it out when the file comes back."""
    of = f" {form.period_inside(period)}" if period else ""
    return f"Danh sách điểm cần xem trong tệp{of}"


def letter(found: Sequence[Finding], unit_names: Mapping[str, str], sender: str, period: Period) -> str:
    """Return what a sender is told with its return: how much is wrong, the errors and warnings, and what to do.

    "" where there is neither: why such a return goes back only a person can say.
    """
    listed = [line for line in lines(found, unit_names) if line.severity is not Severity.INFO]
    of = f"{sender}: báo cáo {form.period_inside(period)}"
    if not listed:
        return ""
    counts = [
        f"{form.number(count)} {severity_word(severity).lower()}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if (count := sum(line.severity is severity for line in listed))
    ]
    points = [_point(place, line) for place, line in enumerate(listed[:_MOST], 1)]
    rest = len(listed) - _MOST
    more = [f"… và {form.number(rest)} điểm khác trong tệp đã đánh dấu."] if rest > 0 else []
    return "\n".join([f"{of} còn {', '.join(counts)}.", *points, *more, _PLEASE])


def _point(place: int, line: Line) -> str:
    where = ", ".join(part for part in (line.sheet, f"ô {line.cells}" if line.cells else "") if part)
    return f"{place}. {where}: {line.problem} {line.fix}" if where else f"{place}. {line.problem} {line.fix}"
