"""Findings about what a return says of tasks."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import Words

RESULTS: Mapping[str, Words] = {
    "no_results": Words(
        "Chưa có kết quả nào",
        "Đọc được bảng nhưng không có ô kết quả nào được ghi.",
        "Ghi trạng thái, kết quả hoặc số liệu vào các cột kết quả rồi tải lên lại.",
        "Các cột Trạng thái, Kết quả thực hiện đều trống → ghi “Đang thực hiện”, “Đã niêm yết 45 thủ tục”.",
    ),
    "status_unreadable": Words(
        "Không đọc được trạng thái",
        "Trạng thái “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: Chưa thực hiện, Đang thực hiện, Hoàn thành, Không phát sinh, Đã dừng.",
        "“xong rồi nhé” → “Hoàn thành”.",
    ),
    "percent_out_of_range": Words(
        "Tỷ lệ ngoài khoảng 0-100",
        "Tỷ lệ hoàn thành “{value}” nằm ngoài khoảng từ 0 đến 100.",
        "Ghi tỷ lệ từ 0 đến 100. Nếu ô có định dạng %, ghi 95% chứ không ghi 95 rồi mới đổi định dạng.",
        "“150%” → “100%”.",
    ),
    "percent_doubt": Words(
        "Tỷ lệ có thể ghi thiếu dấu %",
        "“{value}” được đọc là {read} %; có thể đơn vị muốn ghi {meant} %.",
        "Ghi số từ 0 đến 100, không gõ dấu %, ví dụ 95. Nếu đúng là dưới 1 %, ghi lý do và chấp nhận.",
        "Gõ 95% vào ô, ô thành 0,95 → ghi 95.",
        request="Ghi số từ 0 đến 100, không gõ dấu %, ví dụ 95.",
    ),
    "result_merged": Words(
        "Ô kết quả gộp nhiều dòng",
        "Ô gộp với dòng trên: nội dung của ô gộp được ghi cho từng dòng.",
        "Bỏ gộp ô, ghi kết quả riêng cho từng dòng. Nếu đúng là kết quả chung, ghi lý do và chấp nhận.",
        "Ô Kết quả thực hiện gộp hai nhiệm vụ → mỗi nhiệm vụ một ô.",
        request="Bỏ gộp ô, ghi kết quả riêng cho từng dòng.",
    ),
    "done_without_date": Words(
        "Hoàn thành nhưng thiếu ngày",
        "Trạng thái là hoàn thành nhưng chưa ghi ngày hoàn thành nên không biết đúng hạn hay quá hạn.",
        "Ghi ngày hoàn thành, ví dụ 05/03/2022.",
        "Trạng thái “Hoàn thành”, ô Ngày hoàn thành trống → “05/03/2022”.",
    ),
    "done_without_evidence": Words(
        "Hoàn thành nhưng thiếu minh chứng",
        "Trạng thái là hoàn thành nhưng không có minh chứng, cũng không có con số nào trong kết quả.",
        "Ghi số, ngày văn bản hoặc con số cụ thể.",
        "Kết quả “Đã thực hiện tốt” → “Đã tổ chức 3 lớp, Báo cáo số 23/BC-SKHCN ngày 14/3/2022”.",
    ),
    "value_contradicts": Words(
        "Số liệu mâu thuẫn",
        "Giá trị “{value}” không khớp với “{other}” ở cùng dòng.",
        "Sửa một trong hai ô cho khớp nhau.",
        "Trạng thái “Hoàn thành”, tỷ lệ “80%” → “Đang thực hiện”, “80%”.",
    ),
}
