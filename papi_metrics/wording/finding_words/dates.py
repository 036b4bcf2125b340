"""Findings about deadlines and dates."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import NOTHING_TO_DO, Words

_REAL_DAY = (
    "Sửa lại ngày theo văn bản gốc, ghi theo thứ tự ngày/tháng/năm. Tháng 4, 6, 9, 11 có 30 ngày; "
    "tháng 2 có 28 ngày, năm nhuận 29 ngày."
)

DATES: Mapping[str, Words] = {
    "date_impossible": Words(
        "Ngày không có trong lịch",
        "Ngày {day} không có trong lịch.",
        _REAL_DAY,
        "“31/02/2024” → “29/02/2024”; “12/31/2024” → “31/12/2024”.",
    ),
    "date_unreadable": Words(
        "Không đọc được ngày",
        "“{value}” không phải là một ngày đầy đủ.",
        "Ghi theo thứ tự ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 05/03/2022.",
        "“05/3/22” hoặc “đầu tháng 3” → “05/03/2022”.",
    ),
    # In a plan the row stays without a deadline, which a person may accept; a return would lose what it reports.
    "deadline_impossible": Words(
        "Thời hạn không có trong lịch",
        "Ngày {day} không có trong lịch nên không tính được hạn.",
        _REAL_DAY,
        "“Trước 31/6/2024” → “Trước 30/6/2024”.",
    ),
    "deadline_unknown": Words(
        "Chưa hiểu thời hạn",
        "Chưa hiểu thời hạn “{value}” nên không tính được hạn.",
        "Ghi theo một trong các cách: Quý II/2024, Tháng 5/2024, Trước 25/11/2024, Năm 2024, Hàng quý, Thường xuyên, "
        "Theo tình hình thực tế.",
        "“Theo lộ trình” → “Quý III/2024”.",
    ),
    "date_swapped": Words(
        "Có thể ngày và tháng bị đảo",
        "Cột {column}: mọi ô kiểu ngày đều có ngày không quá 12, trong khi ô gõ chữ có ngày lớn hơn (“{text}”). "
        "Có thể máy đã đảo ngày với tháng khi nhập.",
        "Đối chiếu từng ngày với văn bản gốc; gõ lại ngày đúng hoặc định dạng cột là văn bản (Text) trước khi gõ.",
        "Gõ 03/12/2024 trên máy đặt kiểu Mỹ, ô thành ngày 12 tháng 3 → gõ lại thành ngày 3 tháng 12.",
    ),
    "deadline_missing": Words(
        "Chưa ghi thời hạn",
        "Ô thời hạn trống; dòng này không được tính đúng hạn, quá hạn.",
        "Ghi thời gian hoàn thành.",
        "Ô thời hạn trống → “Quý IV/2024”.",
    ),
    "month_shown": Words(
        "Ô chỉ hiện tháng hoặc năm",
        "Ô là một ngày nhưng chỉ hiện “{value}”; hạn được lấy là ngày cuối của thời gian đó.",
        NOTHING_TO_DO,
        "Ô chứa ngày 01/12/2026 nhưng hiện “Tháng 12/2026”: hạn là 31/12/2026.",
    ),
    "date_doubt": Words(
        "Ngày hiện theo kiểu tháng trước ngày sau",
        "Ô hiện tháng trước ngày sau; được đọc là ngày {value} (ngày/tháng/năm).",
        "Đối chiếu với văn bản gốc; nên định dạng ô là dd/mm/yyyy.",
        "Ô hiện 3/12/2024 theo định dạng m/d/yyyy, tức ngày 12 tháng 3: được đọc là ngày 12/03/2024.",
    ),
    "date_suspicious": Words(
        "Ngày văn bản đáng ngờ",
        "Văn bản ghi “{value}”: ngày không hợp với năm của kế hoạch hoặc không có trong lịch.",
        "Kiểm tra lại ngày của văn bản; nội dung vẫn giữ đúng như bản in.",
        "Kế hoạch năm 2024 viện dẫn “Kế hoạch số 97/KH-SKHCN ngày 28/12/2024” → “ngày 28/12/2023”.",
    ),
}
