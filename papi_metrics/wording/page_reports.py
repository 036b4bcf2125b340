"""The texts of the page Báo cáo."""

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    "no_commitments": "Kế hoạch này chưa có bảng cam kết nên không có báo cáo giải trình cam kết.",
    "year_not_over": "Báo cáo năm lập theo số liệu quý IV: chọn kỳ là quý IV của năm.",
    "empty_plan": "Kế hoạch này chưa có nhiệm vụ hay cam kết nào để báo cáo.",
}
"""Why a report cannot be made, by the code of NothingToReportError."""
