"""Findings about the rows of a plan, the units and dimensions they name, and what looks wrong in their text."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import NOTHING_TO_DO, Words

ROWS: Mapping[str, Words] = {
    "unit_unknown": Words(
        "Chưa biết đơn vị",
        "Tên đơn vị “{value}” chưa có trong danh mục.{nearest}",
        "Sửa lại tên cho đúng danh mục, hoặc thêm tên gọi này vào đơn vị tương ứng ở trang Danh mục.",
        "“Văn phòng Sơ KHCN” → “Văn phòng Sở”.",
        request="Sửa lại tên đơn vị cho đúng.",
    ),
    "group_open": Words(
        "Chưa rõ nhóm gồm đơn vị nào",
        "Chưa ai cho biết nhóm “{value}” gồm những đơn vị nào; việc giao cho nhóm chưa được tính cho đơn vị nào.",
        "Chọn các đơn vị của nhóm ở khung dưới bảng này, hoặc ở trang Danh mục, thẻ Nhóm.",
        "“Các phòng, đơn vị thuộc Sở” → Văn phòng Sở, Thanh tra Sở, Chi cục Kiểm lâm.",
    ),
    "dimension_unknown": Words(
        "Chưa nhận ra nội dung PAPI",
        "“{value}” không trùng tên nội dung nào trong 8 nội dung PAPI; "
        "các dòng liên quan chưa được xếp vào nội dung nào.{fits}",
        "Ghi đúng tên nội dung, ví dụ “Công khai, minh bạch”, hoặc “Nội dung 2”.",
        "Dòng nhóm “2. Minh bạch hóa hoạt động” → “2. Công khai, minh bạch trong việc ra quyết định”.",
    ),
    "content_missing": Words(
        "Thiếu nội dung",
        "Dòng có “{value}” nhưng ô nội dung trống nên không được đọc.",
        "Ghi nội dung nhiệm vụ hoặc cam kết vào dòng này, hoặc xóa dòng.",
        "Dòng chỉ có TT “5.3” và chủ trì “Thanh tra” → ghi thêm nội dung nhiệm vụ.",
    ),
    "duplicate_row": Words(
        "Nội dung lặp lại",
        "“{value}” có ở nhiều dòng trong cùng một mục.",
        "Xóa dòng thừa; nếu là hai việc khác nhau, ghi rõ điểm khác nhau trong nội dung.",
        "Hai dòng cùng ghi “Tổ chức tập huấn” → “Tổ chức tập huấn cho cấp huyện”, “Tổ chức tập huấn cho cấp xã”.",
    ),
    "lead_missing": Words(
        "Chưa ghi đơn vị chủ trì",
        "Ô chủ trì trống; chưa rõ đơn vị nào chịu trách nhiệm.",
        "Ghi tên đơn vị chủ trì.",
        "Ô chủ trì trống → “Văn phòng Sở”.",
    ),
    "number_missing": Words(
        "Không có số thứ tự",
        "Dòng không có TT; vẫn được đọc là một dòng riêng.",
        NOTHING_TO_DO,
        "Dòng “Niêm yết công khai thủ tục hành chính” có nội dung và chủ trì nhưng ô TT trống.",
    ),
    "number_repeated": Words(
        "Số thứ tự lặp lại",
        "TT “{value}” có ở nhiều dòng trong cùng một mục; cả các dòng đều được giữ.",
        NOTHING_TO_DO,
        "Hai nhiệm vụ khác nhau cùng mang TT “3.2”.",
    ),
    "row_joined": Words(
        "Dòng bị ngắt trang đã được nối",
        "Dòng “{value}” bị ngắt trang; phần tiếp theo (dòng {rows} của bảng) đã được nối vào.",
        NOTHING_TO_DO,
        "Nhiệm vụ 2.1 bắt đầu ở cuối trang 1, phần còn lại ở đầu trang 2 thành một dòng không có TT: "
        "hai phần được nối làm một.",
    ),
    "row_doubtful": Words(
        "Dòng chưa chắc là riêng",
        "“{value}” không có TT, chủ trì và thời hạn; được đọc là một dòng riêng.",
        "Nếu đây là phần tiếp của dòng trên, gộp vào ô trên rồi tải lên lại.",
        "Dòng chỉ ghi “Các phòng báo cáo hằng quý” → chuyển câu này lên ô nội dung của nhiệm vụ phía trên.",
    ),
    "text_suspect": Words(
        "Chữ có thể gõ sai",
        "“{value}” có thể gõ sai; vẫn giữ đúng như bản in.",
        "Sửa trong tệp gốc nếu đúng là lỗi.",
        "“Công thông tin điện tử” → “Cổng thông tin điện tử”.",
    ),
    "text_cut": Words(
        "Nội dung có thể bị cắt",
        "Nội dung kết thúc giữa chừng: “{value}”.",
        "Đối chiếu với văn bản gốc và ghi nốt phần còn thiếu.",
        "“Phối hợp với Sở Nội vụ và” → “Phối hợp với Sở Nội vụ và UBND các huyện”.",
    ),
}
