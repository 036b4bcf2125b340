"""Findings about figures of commitments, and about targets."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import Words

FIGURES: Mapping[str, Words] = {
    "number_unreadable": Words(
        "Không đọc được con số",
        "“{value}” không phải là một con số.",
        "Chỉ ghi con số, dùng dấu phẩy cho phần thập phân, ví dụ 95,5 hoặc 95,5%; phần giải thích ghi ở cột Kết quả.",
        "“khoảng ba mươi hồ sơ” → “30”.",
    ),
    "group_as_value": Words(
        "Nhóm điểm không phải con số",
        "“{value}” là nhóm điểm, không phải một con số.",
        "Để trống ô này; ghi đạt, đạt một phần hoặc không đạt ở cột Đánh giá, tên nhóm ghi ở cột Kết quả.",
        "Ô Giá trị ghi “nhóm trung bình cao” → để trống, Đánh giá “đạt”, Kết quả “nhóm trung bình cao”.",
    ),
    "finality_unreadable": Words(
        "Không rõ số liệu ước hay chính thức",
        "“{value}” không cho biết số liệu là ước hay chính thức.",
        "Ghi “ước” hoặc “chính thức”.",
        "“tạm” → “ước”.",
    ),
    "judgement_unreadable": Words(
        "Không đọc được đánh giá",
        "Đánh giá “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: đạt, đạt một phần, không đạt.",
        "“tốt” → “đạt”.",
    ),
    "number_negative": Words(
        "Con số âm",
        "“{value}” là số âm.",
        "Kiểm tra lại; số lượng và tỷ lệ không thể âm.",
        "“-5” → “5”.",
    ),
    "share_above_all": Words(
        "Tỷ lệ lớn hơn 100",
        "Mục tiêu là một tỷ lệ nhưng giá trị “{value}” lớn hơn 100.",
        "Kiểm tra lại; ghi tỷ lệ phần trăm, ví dụ 95,5.",
        "“955” → “95,5”.",
    ),
    "share_incomplete": Words(
        "Thiếu tử số hoặc mẫu số",
        "Chỉ có tử số hoặc chỉ có mẫu số (“{value}”) nên chưa tính được tỷ lệ.",
        "Ghi đủ cả tử số và mẫu số, hoặc ghi tỷ lệ ở cột Giá trị.",
        "Tử số “31”, mẫu số trống → tử số “31”, mẫu số “40”.",
    ),
    "denominator_zero": Words(
        "Mẫu số bằng 0",
        "Mẫu số bằng 0 ({value}) nên không có tỷ lệ nào.",
        "Nếu trong kỳ không phát sinh, để trống tử số, mẫu số và ghi điều đó ở cột Kết quả; nếu không, sửa lại mẫu số.",
        "Tử số “0”, mẫu số “0” → để trống cả hai, Kết quả “Trong quý không phát sinh hồ sơ”.",
    ),
    "numerator_above_denominator": Words(
        "Tử số lớn hơn mẫu số",
        "Tử số lớn hơn mẫu số ({value}).",
        "Kiểm tra lại hai con số; có thể chúng bị ghi đổi chỗ.",
        "Tử số “41”, mẫu số “40” → tử số “40”, mẫu số “41”.",
    ),
    "number_doubt": Words(
        "Con số có thể đọc hai cách",
        "“{value}” được đọc là {read}.",
        "Nếu không đúng, ghi lại với dấu phẩy cho phần thập phân và không dùng dấu chấm.",
        "“42.394 điểm” được đọc là 42,394 → ghi “42,394 điểm”.",
    ),
    "target_relative": Words(
        "Mục tiêu so với số gốc",
        "“{value}” là mức tăng hoặc giảm so với một số gốc; chưa đánh giá được khi chưa có số gốc.",
        "Nhập số gốc ở trang Danh mục, thẻ “Cam kết”.",
        "Mục tiêu “Tăng 10% so với năm 2023” → nhập số của năm 2023 làm số gốc.",
    ),
    "target_several": Words(
        "Mục tiêu chưa rõ để tính bằng số",
        "“{value}” chứa nhiều mục tiêu hoặc chưa rõ chiều so sánh nên chưa tính bằng số; người theo dõi tự đánh giá.",
        "Nếu muốn tính bằng số, ghi mỗi dòng một mục tiêu kèm từ so sánh rõ ràng: ít nhất, trên, không quá, dưới.",
        "“Trên 90% hồ sơ trực tuyến, 100% đúng hạn” → hai dòng “trên 90%” và “100%”.",
    ),
}
