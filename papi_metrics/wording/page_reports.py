"""The texts of the page Báo cáo."""

from collections.abc import Mapping

from papi_metrics.model.period import Period
from papi_metrics.wording.file_name import file_name
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
OFFERS: Mapping[str, str] = {
    "docx": "Bản Word để trình ký (.docx)",
    "pdf": "Bản PDF để gửi, lưu trữ (.pdf)",
    "brief": "Tóm tắt một trang cho lãnh đạo (.pdf)",
    "deck": "Tệp trình chiếu cho cuộc họp (.pptx)",
    "summary": "Bảng tổng hợp để tra số liệu (.xlsx)",
    "png": "Ảnh biểu đồ để chèn vào văn bản (.png)",
    "svg": "Ảnh biểu đồ để in khổ lớn (.svg)",
}
"""What each file is and for whom: the words on its button."""
OFFER_NOTES: Mapping[str, str] = {
    "docx": "Thể thức Nghị định 30; chữ và biểu đồ còn sửa được trong Word.",
    "pdf": "PDF/A, cùng nội dung với bản Word, có mục lục.",
    "brief": "Một trang A4 cho cặp họp: tỷ lệ chính, việc quá hạn, cam kết, đề nghị.",
    "deck": "Mở bằng PowerPoint: biểu đồ sửa được, ghi chú có từng dòng số liệu.",
    "summary": "Mọi bảng số liệu, biểu đồ của Excel và thuyết minh từng chỉ số.",
    "png": "Mọi biểu đồ trong một tệp .zip, rộng từ 2.400 điểm ảnh.",
    "svg": "Cùng các biểu đồ trong một tệp .zip, phóng to không vỡ nét.",
}
"""What is in each file, below its button."""
LEFT_OUT: Mapping[str, str] = {
    "empty_plan": "Chưa có bản tóm tắt, tệp trình chiếu, ảnh biểu đồ: kế hoạch này chưa có nhiệm vụ hay cam kết nào.",
    "no_charts": "Chưa có ảnh biểu đồ: kỳ này chưa có số liệu để vẽ.",
}
"""Why files of the period are left out."""
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
    return file_name(f"{_FILES[kind]}-{plan}-{period.code}", f".{suffix}")


def brief_file(plan: str, period: Period) -> str:
    """Return the name of the file of the brief."""
    return file_name(f"tom-tat-{plan}-{period.code}", ".pdf")


def deck_file(plan: str, period: Period) -> str:
    """Return the name of the file of the deck."""
    return file_name(f"trinh-chieu-{plan}-{period.code}", ".pptx")


def pictures_file(plan: str, period: Period, form: str) -> str:
    """Return the name of the file with the pictures of all charts; ``form`` is their suffix."""
    return file_name(f"bieu-do-{plan}-{period.code}-{form}", ".zip")
