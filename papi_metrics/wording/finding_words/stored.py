"""Findings about a file against what is stored: the plan it is read into and the period it reports on."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import Words

STORED: Mapping[str, Words] = {
    "other_plan": Words(
        "Tệp có thể của kế hoạch khác",
        "{count} trong {rows} dòng báo cáo không có trong kế hoạch đang chọn; có thể tệp này của kế hoạch khác.",
        "Chọn lại kế hoạch để nạp vào; nếu kế hoạch đó chưa có, nạp tệp kế hoạch trước. Nếu đã chọn đúng, "
        "chép lại đúng nội dung từng dòng trong kế hoạch rồi tải lên lại.",
        "Báo cáo của Sở Nội vụ được nạp vào kế hoạch của Sở Khoa học và Công nghệ → chọn kế hoạch của Sở Nội vụ.",
        request="Gửi lại báo cáo trên mẫu của kế hoạch đang báo cáo.",
    ),
    "row_unmatched": Words(
        "Dòng không có trong kế hoạch",
        "Không tìm thấy dòng này trong kế hoạch đang chọn.",
        "Chép lại đúng nội dung của nhiệm vụ hoặc cam kết trong kế hoạch, hoặc ghi kết quả ngay vào phụ lục của "
        "kế hoạch. Nếu đây là nhiệm vụ mới, hãy nạp kế hoạch đã bổ sung trước.",
        "“Làm trang thông tin” → “Xây dựng chuyên mục PAPI trên Trang thông tin điện tử”, đúng như kế hoạch ghi.",
    ),
    "narrative_without_period": Words(
        "Báo cáo chưa gắn với kỳ",
        "Tệp là báo cáo bằng lời, không phải kế hoạch.",
        "Chọn kỳ báo cáo rồi tải lên lại.",
        "Báo cáo số 23/BC-SKHCN về kết quả quý I được nạp như kế hoạch → chọn kỳ Quý I/2022.",
    ),
    "results_without_period": Words(
        "Kết quả chưa gắn với kỳ",
        "Tệp có cột kết quả nhưng đang được nạp như kế hoạch; các kết quả sẽ không được lưu.",
        "Để lưu kết quả, chọn kỳ báo cáo rồi tải lên lại.",
        "Phụ lục có cột Trạng thái, Kết quả thực hiện được nạp không chọn kỳ → chọn kỳ Quý II/2024.",
    ),
    "rows_gone": Words(
        "Có dòng không còn trong tệp",
        "{count} dòng đang có trong kế hoạch không còn trong tệp này: {rows}.",
        "Nếu các dòng đó đã được bỏ khỏi kế hoạch, ghi lý do rồi chấp nhận; nếu không, bổ sung vào tệp và tải lên lại.",
        "Kế hoạch đang lưu có 28 nhiệm vụ, tệp mới chỉ có 27 → thêm lại nhiệm vụ còn thiếu, hoặc ghi lý do đã bỏ.",
    ),
    "would_erase": Words(
        "Ô trống sẽ xóa nội dung đang lưu",
        "Ô {fields} trống, trong khi kế hoạch đang lưu “{value}”; lưu tệp này sẽ xóa nội dung đó.",
        "Nếu không định xóa, ghi lại nội dung vào ô rồi tải lên lại; nếu định xóa, ghi lý do và chấp nhận.",
        "Ô Thời gian hoàn thành trống, kế hoạch đang lưu “Quý II/2024” → ghi lại “Quý II/2024”.",
    ),
    "year_mismatch": Words(
        "Tệp của năm khác",
        "Tiêu đề của tệp ghi năm {printed}, còn kế hoạch đang chọn là năm {year}.",
        "Chọn đúng kế hoạch của năm {printed}, hoặc ghi lý do nếu tiêu đề in nhầm.",
        "Tiêu đề ghi “NĂM 2022”, đang chọn kế hoạch năm 2024 → chọn kế hoạch năm 2022.",
    ),
    "other_department": Words(
        "Tệp có thể của Sở khác",
        "Phần đầu của tệp ghi {value}, còn kế hoạch đang chọn là của {department}.",
        "Chọn kế hoạch của {value}; nếu chưa có, chọn “Tạo kế hoạch mới”. Nếu đúng là nạp vào kế hoạch này, ví dụ Sở "
        "đã đổi tên, ghi lý do và chấp nhận.",
        "Phần đầu ghi “SỞ CÔNG THƯƠNG”, đang chọn kế hoạch của Sở Nông nghiệp và Môi trường → chọn kế hoạch của Sở "
        "Công Thương.",
    ),
    "period_mismatch": Words(
        "Kỳ của năm khác",
        "Kỳ {period} không thuộc năm {year} của kế hoạch.",
        "Chọn lại kỳ hoặc kế hoạch; nếu đúng là như vậy, ghi lý do và chấp nhận.",
        "Kế hoạch năm 2024, kỳ Quý I/2025 → Quý I/2024.",
        request="Gửi lại báo cáo trên mẫu của kỳ đang báo cáo.",
    ),
    "date_after_period": Words(
        "Ngày hoàn thành sau kỳ báo cáo",
        "Ngày hoàn thành {value} muộn hơn ngày cuối của kỳ {period}.",
        "Kiểm tra lại ngày hoàn thành và kỳ báo cáo.",
        "Báo cáo Quý I/2024 ghi hoàn thành ngày 05/06/2024 → 05/03/2024.",
    ),
}
