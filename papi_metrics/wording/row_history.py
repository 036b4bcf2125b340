"""The texts of the history of one row: who said what, when, in which file, and what stood before."""

from papi_metrics.model.mend import Mend
from papi_metrics.wording import form
from papi_metrics.wording.page_update import NO_VALUE

HISTORY = "Lịch sử báo cáo"
NO_HISTORY = "Chưa có lần báo cáo nào về mục này."
WHEN = "Ngày nhập"
WHO = "Người nhập"
PERIOD = "Kỳ"
SPEAKER = "Đơn vị"
CHANGES = "Thay đổi"
FILE = "Tệp"
STANDS = "Hiệu lực"
REVOKED = "đã thu hồi"
IN_FORCE = "còn hiệu lực"
NO_CHANGE = "Nhắc lại, không thay đổi gì."


def import_number(number: int) -> str:
    """Return "lần nhập số 14"."""
    return f"lần nhập số {form.number(number)}"


def mended(mend: Mend) -> str:
    """Return "Văn phòng sửa ô Sheet1!C7: “5o%” → “50%”" of a cell that the office read as another text."""
    return f"Văn phòng sửa ô {mend.cell}: {_quoted(mend.old)} → {_quoted(mend.new)}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else NO_VALUE
