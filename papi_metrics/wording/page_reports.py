"""The texts of the page Báo cáo."""

from collections.abc import Mapping

from papi_metrics.model.period import Period
from papi_metrics.wording.pages import TITLES

TITLE = TITLES["bao-cao"]
KIND = "Loại báo cáo"
KINDS: Mapping[str, str] = {
    "quarter": "Báo cáo quý",
    "year": "Báo cáo năm",
    "commitments": "Báo cáo giải trình cam kết",
}
"""The reports there are, by the code of ReportKind."""
CONTENTS = "Báo cáo sẽ có"
IN_FIGURES = "Số liệu chính"
LEFT_OPEN = "Số và ngày ban hành để trống, điền khi phát hành. Cơ quan, người ký: đặt ở Danh mục, thẻ Văn bản."
DOCX = "Tải báo cáo (.docx)"
OWN = "Dùng mẫu Word của đơn vị"
OWN_FILE = "Mẫu Word (.docx) có các chỗ điền"
OWN_HINT = (
    "Soạn mẫu trong Word với các chỗ điền như {{ co_quan }}, {{ phan_ket_qua }}. "
    "Mẫu phải có {{ ghi_chu_so_lieu }} hoặc {{ mo_dau }}; khối đứng một mình trong một đoạn văn. "
    "Mẫu không được lưu lại."
)
PLACEHOLDERS = "Các chỗ điền"
OWN_DOCX = "Tải báo cáo theo mẫu (.docx)"
OTHERS = "Các tệp khác của kỳ"
OTHERS_NOTE = "cùng số liệu với báo cáo"
REFUSALS: Mapping[str, str] = {
    "no_commitments": "Kế hoạch này chưa có bảng cam kết nên không có báo cáo giải trình cam kết.",
    "year_not_over": "Báo cáo năm lập theo số liệu quý IV: chọn kỳ là quý IV của năm.",
    "empty_plan": "Kế hoạch này chưa có nhiệm vụ hay cam kết nào để báo cáo.",
}
"""Why a report cannot be made, by the code of NothingToReportError."""
_FILES: Mapping[str, str] = {"quarter": "bao-cao-quy", "year": "bao-cao-nam", "commitments": "bao-cao-cam-ket"}


def appendix(title: str) -> str:
    """Return "Phụ lục: Biểu đồ"."""
    return f"Phụ lục: {title}"


def figures(
    *, completion: str, evidenced: str, overdue: str, unproven: str, commitments: str, unexplained: str
) -> tuple[str, ...]:
    """Return the main figures of a report, a line each; ``commitments`` "" is a plan without any."""
    lines = (
        f"Hoàn thành {completion} nhiệm vụ tính trong kỳ",
        f"Có minh chứng {evidenced} nhiệm vụ hoàn thành; {unproven} nhiệm vụ hoàn thành chưa có minh chứng",
        f"Quá hạn {overdue} nhiệm vụ",
    )
    if not commitments:
        return lines
    return (*lines, f"Đạt {commitments} cam kết đánh giá được; {unexplained} cam kết chưa có giải trình")


def report_file(kind: str, plan: str, period: Period, suffix: str) -> str:
    """Return the name of the file of a report."""
    return f"{_FILES[kind]}-{plan}-{period.code}.{suffix}"
