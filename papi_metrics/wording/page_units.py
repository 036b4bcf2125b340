"""The texts of the page Đơn vị."""

from papi_metrics.model.ratio import Ratio
from papi_metrics.wording import form
from papi_metrics.wording.pages import TITLES

TITLE = TITLES["don-vi"]
UNIT = "Đơn vị"
OVERVIEW = "Các đơn vị chủ trì"
OVERVIEW_NOTE = "kém nhất trước · việc của nhóm tính cho từng đơn vị trong nhóm"
COMPLETION = "Hoàn thành"
ON_TIME = "Đúng hạn"
OVERDUE = "Quá hạn"
DUE_SOON = "Sắp đến hạn"
EVIDENCED = "Có minh chứng"
COMMITMENTS_MET = "Cam kết đạt"
SUBMISSION = "Nộp báo cáo kỳ này"
NO_UNITS = "Kế hoạch này chưa có nhiệm vụ hay cam kết nào có đơn vị chủ trì."
LEADS = "Nhiệm vụ chủ trì"
LEADS_NOTHING = "Đơn vị không chủ trì nhiệm vụ nào trong kế hoạch này."
HOW = "Chủ trì"
DIRECTLY = "trực tiếp"
DUE = "Quá hạn và sắp đến hạn"
NOTHING_DUE = "Không có việc quá hạn hay sắp đến hạn."
OWES = "Còn nợ báo cáo"
OWES_NOTHING = "Không còn nhiệm vụ hay cam kết nào phải báo cáo kỳ này."
OWES_NOW = "chưa báo cáo"
COMMITMENTS = "Cam kết chủ trì"
NO_COMMITMENTS = "Đơn vị không chủ trì cam kết nào trong kế hoạch này."
RECORD = "Nộp báo cáo qua các kỳ"
RECORD_NOTE = "tính đến ngày chốt"
NO_RECORD = "Đơn vị chưa phải nộp báo cáo kỳ nào."
PERIOD = "Kỳ"
DUE_ON = "Hạn nộp"
HANDED_IN = "Ngày nộp"
LINES = "Dòng đã báo cáo"
STATE = "Trạng thái"
NOTHING_OWED = "không phải nộp"
NO_DUE_DATE = "chưa đặt hạn"
BY_GROUP = "qua nhóm: {groups}"


def reported(lines: int, owed: int) -> str:
    """Return "đã báo cáo 9/10 dòng"."""
    return f"đã báo cáo {form.number(lines)}/{form.number(owed)} dòng"


def lines(reported: int, owed: int) -> str:
    """Return "9/10": lines reported of those that have to be."""
    return f"{form.number(reported)}/{form.number(owed)}"


def lines_named(reported: int, owed: int) -> str:
    """Return "9/10 dòng"."""
    return f"{lines(reported, owed)} dòng"


def by_group(names: list[str]) -> str:
    """Return through which groups a unit leads."""
    return BY_GROUP.format(groups=", ".join(names))


def share(ratio: Ratio) -> str:
    """Return "7/10 (70,0%)"."""
    return form.ratio(ratio)
