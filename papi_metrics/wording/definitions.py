"""What each figure means, in the words that docs/chi-so.md prints: a test holds that page against these."""

from collections.abc import Mapping
from dataclasses import dataclass

from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.state import CommitmentState


@dataclass(frozen=True, slots=True)
class Definition:
    """What a measure counts, and out of what; ``of`` is "" for a count, which has no denominator."""

    counted: str
    of: str = ""


MEASURES: Mapping[str, Definition] = {
    "completion": Definition(
        "nhiệm vụ hoàn thành theo loại của nó",
        "nhiệm vụ áp dụng (không kể đã dừng, không phát sinh, chưa đến kỳ)",
    ),
    "on_time": Definition("lần đến hạn được hoàn thành đúng hạn", "lần đến hạn tính đến ngày chốt (có hạn và định kỳ)"),
    "overdue": Definition("số nhiệm vụ có hạn trước ngày chốt mà chưa xong; kèm số ngày trễ"),
    "due_soon": Definition(
        "số nhiệm vụ đến hạn trong N ngày tới (mặc định 15) mà chưa xong, kể cả nhiệm vụ định kỳ đã xong đến nay mà kỳ "
        "tới chưa xong"
    ),
    "reported": Definition("nhiệm vụ phải báo cáo đã có báo cáo được chấp nhận", "nhiệm vụ phải báo cáo trong kỳ"),
    "evidenced": Definition(
        "nhiệm vụ hoàn thành có văn bản minh chứng (không ghi ngày sau ngày chốt) hoặc có con số trong kết quả",
        "nhiệm vụ hoàn thành",
    ),
    "evidence_missing": Definition(
        "số nhiệm vụ hoàn thành mà không có văn bản minh chứng, kết quả cũng không có con số"
    ),
    "units_reported": Definition("đơn vị đã nộp ít nhất một dòng tính đến ngày chốt", "đơn vị phải báo cáo trong kỳ"),
    "commitments_met": Definition("cam kết đạt", "cam kết đánh giá được: đạt + không đạt + có nguy cơ"),
    "commitments_missed": Definition("số cam kết không đạt"),
    "commitments_at_risk": Definition("số cam kết có nguy cơ"),
    "commitments_no_data": Definition("số cam kết chưa đủ số liệu"),
    "commitments_not_yet_due": Definition("số cam kết chưa đến kỳ"),
    "explanation_missing": Definition(
        "số cam kết không đạt hoặc có nguy cơ mà báo cáo gần nhất không ghi nguyên nhân, biện pháp, hạn mới hay người "
        "chịu trách nhiệm"
    ),
}
"""The ratios and counts of ``labels.MEASURES``, in the order in which they are told."""

DONE: Mapping[DeadlineKind, str] = {
    DeadlineKind.FIXED: ("có báo cáo “hoàn thành” ở kỳ này hoặc kỳ trước; đã xong thì các kỳ sau vẫn là xong"),
    DeadlineKind.PERIODIC: "mọi lần đến hạn tính đến ngày chốt đều có kết quả",
    DeadlineKind.ONGOING: "trong kỳ có kết quả (hoặc minh chứng) ghi ngày, ngày đó không sau ngày chốt",
    DeadlineKind.AS_NEEDED: "đã xử lý trong kỳ; “không phát sinh” là câu trả lời hợp lệ và ra khỏi mẫu số",
    DeadlineKind.UNKNOWN: ("như loại có hạn nhưng không có ngày đến hạn; phần mềm nêu câu hỏi, không đoán"),
}
"""When a task counts as done, by the kind of its deadline."""

COMMITMENT_STATES: Mapping[CommitmentState, str] = {
    CommitmentState.MET: "giá trị đạt mục tiêu; với chỉ tiêu định tính: người đánh giá ghi “đạt”",
    CommitmentState.MISSED: ("chưa đạt, và đã đến hạn hoặc số liệu là chính thức hoặc thời hạn là “Thường xuyên”"),
    CommitmentState.AT_RISK: "chưa đạt nhưng chưa đến hạn",
    CommitmentState.NOT_YET_DUE: "chỉ tiêu số lượng chưa đạt nhưng đang theo kịp tiến độ đều của năm",
    CommitmentState.NO_DATA: "chưa có số, hoặc mục tiêu là mức tăng/giảm mà chưa có giá trị gốc",
}

FIGURES: Mapping[str, str] = {
    "Giá trị thực hiện": (
        "tử số / mẫu số × 100 khi chỉ tiêu là tỷ lệ và có cả hai; tử số (hoặc giá trị) khi chỉ tiêu là số lượng; ngoài "
        "ra là giá trị đơn vị báo cáo"
    ),
    "Chênh lệch": (
        "thực hiện − mục tiêu, theo đơn vị của mục tiêu (điểm %, nhiệm vụ …), đổi dấu với chỉ tiêu “≤”, “<” để số âm "
        "luôn là kém hơn"
    ),
    "Mức đạt": "thực hiện / mục tiêu với chỉ tiêu “≥”, “>”",
    "Cần đạt mỗi quý": "phần còn thiếu / số quý còn lại đến hạn (ít nhất 1)",
}
"""The figures of a commitment."""

RULES: Mapping[str, str] = {
    "Mẫu số bằng 0": (
        "Một tỷ lệ luôn đi cùng tử số và mẫu số: mẫu số bằng 0 là “chưa có số liệu”, không bao giờ là 0 %."
    ),
    "Trạng thái nhiệm vụ": (
        "Trạng thái được xét theo thứ tự: đã dừng, không phát sinh, hoàn thành (đúng hạn / quá hạn), quá hạn, sắp đến "
        "hạn, chưa đến kỳ, chưa báo cáo, chưa thực hiện, đang thực hiện. Đến hạn đúng ngày chốt chưa phải là quá hạn."
    ),
    "Phải báo cáo": (
        "nhiệm vụ thường xuyên, theo phát sinh; nhiệm vụ có hạn cho đến khi xong; nhiệm vụ định kỳ khi có lần đến hạn "
        "rơi vào quý; và mọi nhiệm vụ đã có báo cáo trong kỳ. Nhiệm vụ đã dừng không phải báo cáo nữa; nếu kỳ này vẫn "
        "có báo cáo (như báo cáo nói rằng nhiệm vụ dừng) thì được tính như mọi nhiệm vụ đã báo cáo."
    ),
    "Chưa thực hiện": (
        "nhiệm vụ còn trong hạn (hoặc không có ngày hạn) mà báo cáo của kỳ ghi “Chưa thực hiện”. Nhiệm vụ đã báo cáo "
        "nên không phải “chưa báo cáo”, vẫn ở trong mẫu số như “đang thực hiện”."
    ),
    "Nhóm chủ trì": "tính cho từng thành viên ở bảng theo đơn vị và tính một lần ở toàn kế hoạch.",
    "Làm tròn": (
        "So sánh bằng số thập phân chính xác, không làm tròn: 89,96 hiện là 90,0 vẫn chưa đạt “trên 90%” và “đạt 90%”."
    ),
    "Ngày chốt": (
        "là ngày mà con số nói về. Sự việc có ngày riêng sau ngày chốt (ngày hoàn thành, ngày văn bản minh chứng, ngày "
        "số liệu cam kết) vẫn hiện, kèm dấu “sau ngày chốt”, và không được tính."
    ),
    "Ngày nhận": (
        "là ngày đơn vị nộp báo cáo cho Văn phòng, ghi khi nạp tệp (mặc định là ngày nạp). Ngày này quyết định nộp "
        "đúng hạn hay trễ: ngày nộp đầu tiên của đơn vị so với hạn trong lịch nội bộ."
    ),
    "Ước hay chính thức": (
        "Một kỳ chỉ mang chữ “chính thức” khi ngày chốt không sớm hơn ngày số liệu của kỳ đóng (ngày 14 của tháng cuối "
        "quý) và mọi số liệu cam kết đang được tính, kể cả số liệu còn giữ từ kỳ trước, đều đã báo là chính thức. Còn "
        "lại là “ước”: có số liệu ước, có số liệu không ghi rõ, hoặc chưa có số liệu cam kết nào."
    ),
    "Giống kế hoạch, giống kỳ trước": (
        "là phần lời của kết quả (tính theo các cụm ba từ liền nhau) đã có sẵn trong lời văn kế hoạch, hoặc trong kết "
        "quả kỳ trước của chính nhiệm vụ đó."
    ),
}
"""What has to be known to read the figures."""
