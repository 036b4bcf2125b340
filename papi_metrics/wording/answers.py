"""The words of the workbook that is given back to its sender, and of the letter that goes with it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording.finding_lines import Line, lines
from papi_metrics.wording.findings import severity_word
from papi_metrics.wording.page_update import moment

SHEET = "Lỗi"
AUTHOR = "Theo dõi PAPI"
HEADINGS = ("Mức", "Sheet", "Mục", "Ô", "Giá trị", "Lỗi", "Cách sửa")
LINK = 3
"""The column that leads to the cell."""
NAME_ENDS = "_can-sua"
MENDED = "Đã sửa"
MENDED_FIX = "Sửa ô này trong tệp của đơn vị như Văn phòng đã sửa; chưa đúng thì báo lại Văn phòng."
EMPTY = "(ô trống)"
_PLEASE = "Đề nghị sửa và gửi lại Văn phòng."
_MOST = 12
_OLD_LETTERS = 120


def title(period: Period | None) -> str:
    """Return the title of the sheet; by its beginning the reader leaves it out when the file comes back."""
    of = f" {form.period_inside(period)}" if period else ""
    return f"Danh sách điểm cần xem trong tệp{of}"


def mended(mend: Mend, made_by: str, made_at: datetime | None) -> str:
    """Return "Văn phòng đã sửa: 31/02/2022 → 28/02/2022 (Lan, 04/03/2022 16:20)."; what is not known is left out."""
    said = ", ".join(part for part in (made_by, moment(made_at) if made_at else "") if part)
    old, new = form.shortened(mend.old, _OLD_LETTERS) or EMPTY, mend.new or EMPTY
    return f"Văn phòng đã sửa: {old} → {new}{f' ({said})' if said else ''}."


def letter(
    found: Sequence[Finding], unit_names: Mapping[str, str], sender: str, period: Period, mended_cells: int = 0
) -> str:
    """Return what a sender is told with its return: how much is wrong, the errors and warnings, and what to do.

    ``mended_cells`` is how many cells the office has read as other texts. "" where there is nothing of it: why such a
    return goes back only a person can say.
    """
    listed = [line for line in lines(found, unit_names) if line.severity is not Severity.INFO]
    of = f"{sender}: báo cáo {form.period_inside(period)}"
    told = (
        [f"Văn phòng đã sửa {form.number(mended_cells)} ô, tô nền xanh lá trong tệp gửi kèm."] if mended_cells else []
    )
    if not listed:
        return " ".join([f"{of} cần xem lại.", *told, _PLEASE]) if told else ""
    counts = [
        f"{form.number(count)} {severity_word(severity).lower()}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if (count := sum(line.severity is severity for line in listed))
    ]
    points = [_point(place, line) for place, line in enumerate(listed[:_MOST], 1)]
    rest = len(listed) - _MOST
    more = [f"… và {form.number(rest)} điểm khác trong tệp đã đánh dấu."] if rest > 0 else []
    return "\n".join([f"{of} còn {', '.join(counts)}.", *points, *more, *told, _PLEASE])


def _point(place: int, line: Line) -> str:
    where = ", ".join(part for part in (line.sheet, f"ô {line.cells}" if line.cells else "") if part)
    return f"{place}. {where}: {line.problem} {line.request}" if where else f"{place}. {line.problem} {line.request}"
