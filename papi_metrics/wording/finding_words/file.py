"""Findings about the file, its sheets, tables and columns, and about cells that hold no plain value."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import NOTHING_TO_DO, Words

FILE: Mapping[str, Words] = {
    "no_table": Words(
        "Không tìm thấy bảng",
        "Không tìm thấy bảng nhiệm vụ hoặc bảng cam kết: các cột đọc được là {columns}.",
        "Bảng cần có dòng tiêu đề với ít nhất cột “Nội dung” và một cột khác như “TT”, “Chủ trì”, "
        "“Thời gian hoàn thành”. "
        "Hãy thêm hoặc sửa dòng tiêu đề rồi tải lên lại; chưa có gì được lưu.",
        "Tệp chỉ có các cột “Họ tên”, “Chức vụ” → bảng có dòng tiêu đề “TT”, “Nội dung công tác”, “Chủ trì thực hiện”, "
        "“Thời gian hoàn thành”.",
    ),
    "tables_side_by_side": Words(
        "Hai bảng cạnh nhau",
        "Trên cùng các dòng của một sheet có hai bảng đặt cạnh nhau nên không đọc được trọn vẹn.",
        "Chuyển mỗi bảng sang một sheet riêng, hoặc đặt bảng này dưới bảng kia, rồi tải lên lại.",
        "Bảng nhiệm vụ ở cột A–E, bảng cam kết ở cột G–K của cùng một sheet → chuyển bảng cam kết sang sheet khác.",
    ),
    "kind_unclear": Words(
        "Chưa rõ là nhiệm vụ hay cam kết",
        "Bảng có cột “{value}” nhưng không cho biết là nhiệm vụ hay cam kết; được đọc là nhiệm vụ, "
        "cột này không được dùng.",
        "Nếu là cam kết, đổi tiêu đề cột nội dung thành “Nội dung cam kết” và cột này thành “Mục tiêu” "
        "rồi tải lên lại; nếu là nhiệm vụ, ghi lý do và chấp nhận.",
        "Bảng có hai cột “Nội dung” và “Sản phẩm” → đổi thành “Nội dung cam kết” và “Mục tiêu”.",
    ),
    "cell_too_long": Words(
        "Ô chứa quá nhiều chữ",
        "Ô bắt đầu bằng “{value}” dường như chứa cả các dòng tiếp theo; các dòng đó chưa được đọc.",
        "Trong tệp CSV, kiểm tra dấu ngoặc kép chưa được đóng ở ô này, hoặc lưu bảng thành tệp .xlsx rồi tải lên lại.",
        'Trong tệp CSV, ô ghi "Niêm yết thủ tục mà thiếu dấu ngoặc kép đóng → "Niêm yết thủ tục".',
    ),
    "formula_without_value": Words(
        "Công thức chưa có giá trị",
        "Ô chứa công thức nhưng tệp không lưu giá trị của nó nên ô được coi là trống.",
        "Mở tệp bằng Excel, chờ tính xong rồi lưu lại, hoặc thay công thức bằng giá trị.",
        "Ô tử số chứa công thức =SUM(F3:F9) do phần mềm khác ghi ra → mở bằng Excel rồi lưu lại, hoặc ghi thẳng 45.",
    ),
    "error_cell": Words(
        "Ô báo lỗi",
        "Ô đang hiện lỗi “{value}”.",
        "Sửa công thức hoặc ghi thẳng giá trị vào ô.",
        "Ô hiện “#REF!” hoặc “#DIV/0!” → ghi thẳng giá trị, ví dụ 92,5%.",
    ),
    "legacy_text": Words(
        "Phông chữ cũ",
        "Chữ gõ theo bảng mã cũ {charset} đã được chuyển sang Unicode.",
        "Đối chiếu lại các ô này với bản in; nên lưu tệp bằng phông Unicode (Times New Roman).",
        "Ô gõ bằng phông .VnTime (TCVN3) “KÕ ho¹ch” được đọc là “Kế hoạch”.",
    ),
    "column_missing": Words(
        "Thiếu cột",
        "Bảng không có cột {column}; các dòng được đọc với phần này để trống.",
        "Nếu tệp có cột này dưới tên khác, đổi tiêu đề cột thành “{column}” rồi tải lên lại.",
        "Cột đơn vị thực hiện mang tên “Ghi chú 1” → đổi tiêu đề thành “Chủ trì”.",
    ),
    "column_unknown": Words(
        "Cột chưa rõ là gì",
        "Bảng không có cột {lacking}, mà chưa hiểu tiêu đề cột {heading}{samples} nên nội dung của cột không được lưu.",
        "Ở mục “Cột chưa rõ”, chọn cột này là gì rồi đọc lại, hoặc đổi tiêu đề trong tệp rồi tải lên lại; "
        "nếu bảng đúng là không có cột đó, ghi lý do và chấp nhận.",
        "Cột C ghi “Người lo”, có “Văn phòng”, “Thanh tra” → chọn “Chủ trì”.",
    ),
    "column_unread": Words(
        "Cột không được đọc",
        "Chưa hiểu tiêu đề cột {heading}{samples} nên nội dung của cột không được lưu.",
        "Nếu cột chứa kết quả, đổi tiêu đề cho giống mẫu rồi tải lên lại, hoặc Văn phòng chọn cột này là gì khi nạp; "
        "nếu là cột ghi thêm, không phải sửa.",
        "Cột “Kết qảu thực hiện” → “Kết quả thực hiện”.",
        request="Nếu cột chứa kết quả, đổi tiêu đề cho giống mẫu rồi gửi lại; nếu là cột ghi thêm, không phải sửa.",
    ),
    "column_doubled": Words(
        "Hai cột cùng loại",
        "Cột “{value}” cùng loại với cột “{kept}”; chỉ cột “{kept}” được dùng.",
        "Nếu cần dùng cột kia, đổi tiêu đề cho rõ hoặc bỏ cột thừa rồi tải lên lại.",
        "Bảng có cả cột “Chủ trì” và “Đơn vị chủ trì” → bỏ một cột, hoặc đổi một cột thành “Phối hợp”.",
    ),
    "product_unused": Words(
        "Cột sản phẩm không được dùng",
        "Cột “{value}” của bảng nhiệm vụ là sản phẩm phải có; cột này không được lưu.",
        NOTHING_TO_DO,
        "Bảng nhiệm vụ có cột “Sản phẩm, kết quả” ghi “Kế hoạch, báo cáo”: các dòng vẫn được đọc, cột này được bỏ qua.",
    ),
    "dimensions_missing": Words(
        "Không có nội dung PAPI",
        "Không dòng nào của bảng đứng dưới tên một nội dung PAPI.",
        "Thêm dòng nhóm mang tên nội dung hoặc cột “Nội dung PAPI” nếu muốn theo dõi theo 8 nội dung.",
        "Thêm dòng nhóm “2. Công khai, minh bạch trong việc ra quyết định” phía trên các nhiệm vụ của nội dung đó.",
    ),
    "year_unknown": Words(
        "Chưa rõ năm",
        "Tệp không cho biết năm của kế hoạch nên các thời hạn không ghi năm chưa tính được ngày.",
        "Chọn năm của kế hoạch khi nạp tệp.",
        "Tiêu đề chỉ ghi “KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI” → chọn năm 2025 khi nạp, hoặc thêm “NĂM 2025” vào tiêu đề.",
    ),
    "hidden_rows": Words(
        "Có dòng ẩn",
        "Các dòng {rows} đang ẩn vẫn được đọc.",
        "Xóa các dòng này nếu không muốn đưa vào.",
        "Các dòng 12–15 bị ẩn trong Excel: xóa hẳn nếu các nhiệm vụ đó đã bỏ, hoặc để nguyên nếu vẫn dùng.",
    ),
    "hidden_sheet": Words(
        "Có sheet ẩn",
        "Sheet “{value}” đang ẩn vẫn được đọc.",
        "Xóa sheet này nếu không muốn đưa vào.",
        "Sheet ẩn “Bản cũ” chứa bảng nhiệm vụ năm trước → xóa sheet đó rồi tải lên lại.",
    ),
    "own_summary": Words(
        "Bảng tổng hợp do phần mềm lập",
        "Tệp là bảng tổng hợp do phần mềm lập; không lấy kết quả từ đó.",
        "Để nạp kết quả, dùng bảng báo cáo của đơn vị: phụ lục của kế hoạch có thêm các cột kết quả.",
        "Nạp lại tệp bảng tổng hợp đã tải về → nạp tệp báo cáo quý mà đơn vị gửi.",
        request="Gửi lại báo cáo trên mẫu báo cáo của đơn vị.",
    ),
}
