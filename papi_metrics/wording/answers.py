"""The words of the workbook that is given back to its sender."""

from papi_metrics.model.period import Period
from papi_metrics.wording import form

SHEET = "Lỗi"
AUTHOR = "Theo dõi PAPI"
HEADINGS = ("Mức", "Sheet", "Mục", "Ô", "Giá trị", "Lỗi", "Cách sửa")
LINK = 3
"""The column that leads to the cell."""
NAME_ENDS = "_can-sua"


def title(period: Period | None) -> str:
    """Return the title of the sheet; by its beginning the reader leaves it out when the file comes back."""
    of = f" {form.period_inside(period)}" if period else ""
    return f"Danh sách điểm cần xem trong tệp{of}"
