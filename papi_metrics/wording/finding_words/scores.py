"""Findings about a year's table of official PAPI scores."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import Words

SCORES: Mapping[str, Words] = {
    "scores_none": Words(
        "Không có bảng điểm PAPI",
        "Không tìm thấy bảng điểm nào: cần tên tỉnh, thành phố ở một chiều và tên chỉ số nội dung ở chiều kia.",
        "Ghi tên tỉnh ở một cột (hoặc một dòng), tên nội dung, nội dung thành phần, “Tổng điểm” ở dòng (cột) tiêu đề.",
        "Cột A “Quảng Trị”, B1 “1. Tham gia của người dân ở cấp cơ sở”, B2 “5,4810”.",
    ),
    "scores_year_unknown": Words(
        "Chưa rõ bảng điểm của năm nào",
        "Tệp không ghi năm của bảng điểm, hoặc ghi nhiều năm.",
        "Chọn năm của bảng điểm khi tải lên, hoặc ghi năm ở tiêu đề bảng.",
        "Tiêu đề “Điểm PAPI các tỉnh, thành phố” → “Điểm PAPI năm 2025”.",
    ),
    "scores_year_differs": Words(
        "Năm trong tệp khác năm đã chọn",
        "Tệp ghi năm {printed}, nhưng được tải lên cho năm {year}.",
        "Chọn lại năm, hoặc kiểm tra xem có đúng tệp không; nếu đúng, ghi lý do rồi chấp nhận.",
        "Tệp “PAPI 2024” tải lên cho năm 2025 → chọn năm 2024.",
    ),
    "scores_replaced": Words(
        "Thay bảng điểm đang có của năm",
        "Năm {year} đã có điểm: {changed} số khác đi, {gone} số không còn, {added} số thêm mới, {same} số giữ nguyên.",
        "Xem các số khác đi; nếu bảng mới đúng, ghi lý do rồi chấp nhận. Thu hồi lần nhập này thì các số cũ trở lại.",
        "Bảng đính chính của năm 2024 có một số khác bản đang lưu → chấp nhận, lý do “đính chính ngày 20/5/2025”.",
    ),
    "score_unreadable": Words(
        "Không đọc được điểm",
        "“{value}” không phải là một số điểm.",
        "Chỉ ghi con số, ví dụ 5,4810; tỉnh không có điểm thì để trống.",
        "“xem chú thích 2” → để trống.",
    ),
    "score_out_of_range": Words(
        "Điểm ngoài thang điểm",
        "Điểm {value} nằm ngoài thang điểm của {part}.",
        "Kiểm tra lại con số: mỗi nội dung từ 1 đến 10 điểm, tổng điểm từ 8 đến 80 (6 đến 60 trước năm 2018), mỗi nội "
        "dung thành phần là phần chia đều của nội dung.",
        "“54,810” ở nội dung 1 → “5,4810”.",
    ),
    "score_parts_differ": Words(
        "Điểm nội dung khác tổng các thành phần",
        "{province}: điểm {value} của {dimension} khác tổng các nội dung thành phần ({read}).",
        "Kiểm tra lại các con số; nếu bảng công bố đúng như vậy, ghi lý do rồi chấp nhận.",
        "Nội dung 1 ghi 5,84 nhưng bốn thành phần cộng lại được 5,481 → sửa thành 5,481.",
    ),
    "score_total_differs": Words(
        "Tổng điểm khác tổng các nội dung",
        "{province}: tổng điểm {value} khác tổng các nội dung cộng lại ({read}).",
        "Kiểm tra lại các con số; nếu bảng công bố đúng như vậy, ghi lý do rồi chấp nhận.",
        "Tổng điểm ghi 47,4473 nhưng tám nội dung cộng lại được 44,7473 → sửa thành 44,7473.",
    ),
    "score_missing": Words(
        "Ô không có điểm",
        "Có ô không có điểm; tỉnh đó được coi là chưa có số liệu ở chỉ số ấy, không phải 0 điểm.",
        "Nếu bảng công bố có số, ghi thêm vào ô; nếu không, để trống.",
        "Năm 2024 Vĩnh Phúc không có điểm → để trống.",
    ),
    "score_nameless": Words(
        "Dòng điểm không có tên tỉnh",
        "Có số liệu nhưng không có tên tỉnh, thành phố, nên các số đó không được lấy.",
        "Ghi tên tỉnh, hoặc xóa các số nếu không thuộc tỉnh nào.",
        "Dòng trống tên, có 8 con số → ghi “Quảng Trị”.",
    ),
    "score_column_repeated": Words(
        "Hai cột cùng một chỉ số",
        "“{value}” là cột thứ hai của {part}.",
        "Chỉ giữ một cột cho mỗi chỉ số, của đúng năm tải lên.",
        "Hai cột “Tổng điểm 2023”, “Tổng điểm 2024” → bỏ cột năm 2023.",
    ),
    "score_column_unread": Words(
        "Cột không phải là điểm",
        "“{value}” không phải là chỉ số nội dung nào của PAPI nên không được lấy.",
        "Không cần sửa, nếu đó không phải là điểm; nếu là điểm, ghi tiêu đề theo số hoặc tên của chỉ số.",
        "Cột “Xếp hạng” không được lấy.",
    ),
    "scores_derived": Words(
        "Điểm được cộng từ các thành phần",
        "{count} số không có trong tệp được cộng từ các thành phần của chúng.",
        "Không cần sửa; nếu có số công bố, ghi thêm vào tệp để đối chiếu.",
        "Tệp chỉ có nội dung thành phần → điểm 8 nội dung và tổng điểm được cộng lại.",
    ),
    "province_unknown": Words(
        "Không rõ là tỉnh nào",
        "“{value}” không có trong danh sách tỉnh, thành phố của năm đó.{near}",
        "Sửa lại tên trong tệp. Từ ngày 01/07/2025 cả nước có 34 tỉnh, thành phố.",
        "“Quảng Trịnh” → “Quảng Trị”.",
    ),
    "province_repeated": Words(
        "Một tỉnh ghi hai lần",
        "“{value}” có hai điểm cho cùng một chỉ số.",
        "Chỉ giữ một dòng (hoặc một cột) cho mỗi tỉnh.",
        "“Huế” và “Thừa Thiên Huế” cùng có trong bảng năm 2024 → bỏ một dòng.",
    ),
    "provinces_missing": Words(
        "Thiếu tỉnh trong bảng điểm",
        "Bảng điểm thiếu {count} trong {all} tỉnh, thành phố: {provinces}.",
        "Bổ sung các tỉnh còn thiếu; nếu bảng công bố không có các tỉnh đó, ghi lý do rồi chấp nhận. Tỉnh không có "
        "điểm không bị coi là 0 điểm.",
        "Bảng năm 2024 không có Tiền Giang, Vĩnh Phúc → chấp nhận, lý do “không công bố”.",
    ),
}
