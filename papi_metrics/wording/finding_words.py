"""The words of every finding, by its code. ``wording.findings`` fills in their values."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one code. ``{value}`` and the names of the finding's details are filled in."""

    title: str
    message: str
    fix: str


_NOTHING_TO_DO = "Không phải sửa; hãy đối chiếu lại nếu cần."

WORDS: Mapping[str, Words] = {
    "no_table": Words(
        "Không tìm thấy bảng",
        "Không tìm thấy bảng nhiệm vụ hoặc bảng cam kết: các cột đọc được là {columns}.",
        "Bảng cần có dòng tiêu đề với ít nhất cột “Nội dung” và một cột khác như “TT”, “Chủ trì”, "
        "“Thời gian hoàn thành”. "
        "Hãy thêm hoặc sửa dòng tiêu đề rồi tải lên lại; chưa có gì được lưu.",
    ),
    "status_unreadable": Words(
        "Không đọc được trạng thái",
        "Trạng thái “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: Chưa thực hiện, Đang thực hiện, Hoàn thành, Không phát sinh, Đã dừng.",
    ),
    "number_unreadable": Words(
        "Không đọc được con số",
        "“{value}” không phải là một con số.",
        "Chỉ ghi con số, dùng dấu phẩy cho phần thập phân, ví dụ 95,5 hoặc 95,5%; phần giải thích ghi ở cột Kết quả.",
    ),
    "date_unreadable": Words(
        "Không đọc được ngày",
        "“{value}” không phải là một ngày đầy đủ.",
        "Ghi theo thứ tự ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 05/03/2022.",
    ),
    "finality_unreadable": Words(
        "Không rõ số liệu ước hay chính thức",
        "“{value}” không cho biết số liệu là ước hay chính thức.",
        "Ghi “ước” hoặc “chính thức”.",
    ),
    "judgement_unreadable": Words(
        "Không đọc được đánh giá",
        "Đánh giá “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: đạt, đạt một phần, không đạt.",
    ),
    "percent_out_of_range": Words(
        "Tỷ lệ ngoài khoảng 0-100",
        "Tỷ lệ hoàn thành “{value}” nằm ngoài khoảng từ 0 đến 100.",
        "Ghi tỷ lệ từ 0 đến 100. Nếu ô có định dạng %, ghi 95% chứ không ghi 95 rồi mới đổi định dạng.",
    ),
    "row_unmatched": Words(
        "Dòng không có trong kế hoạch",
        "Không tìm thấy trong kế hoạch dòng “{value}”.",
        "Chép lại đúng nội dung của nhiệm vụ hoặc cam kết trong kế hoạch, hoặc dùng tệp mẫu do phần mềm xuất ra. "
        "Nếu đây là nhiệm vụ mới, hãy nạp kế hoạch đã bổ sung trước.",
    ),
    "no_results": Words(
        "Chưa có kết quả nào",
        "Đọc được bảng nhưng không có ô kết quả nào được ghi.",
        "Ghi trạng thái, kết quả hoặc số liệu vào các cột kết quả rồi tải lên lại.",
    ),
    "narrative_without_period": Words(
        "Báo cáo chưa gắn với kỳ",
        "Tệp là báo cáo bằng lời, không phải kế hoạch.",
        "Chọn kỳ báo cáo rồi tải lên lại.",
    ),
    "tables_side_by_side": Words(
        "Hai bảng cạnh nhau",
        "Trên cùng các dòng của một sheet có hai bảng đặt cạnh nhau nên không đọc được trọn vẹn.",
        "Chuyển mỗi bảng sang một sheet riêng, hoặc đặt bảng này dưới bảng kia, rồi tải lên lại.",
    ),
    "denominator_zero": Words(
        "Mẫu số bằng 0",
        "Mẫu số bằng 0 ({value}) nên không có tỷ lệ nào.",
        "Nếu trong kỳ không phát sinh, để trống tử số, mẫu số và ghi điều đó ở cột Kết quả; nếu không, sửa lại mẫu số.",
    ),
    "group_as_value": Words(
        "Nhóm điểm không phải con số",
        "“{value}” là nhóm điểm, không phải một con số.",
        "Để trống ô này; ghi đạt, đạt một phần hoặc không đạt ở cột Đánh giá, tên nhóm ghi ở cột Kết quả.",
    ),
    "share_above_all": Words(
        "Tỷ lệ lớn hơn 100",
        "Mục tiêu là một tỷ lệ nhưng giá trị “{value}” lớn hơn 100.",
        "Kiểm tra lại; ghi tỷ lệ phần trăm, ví dụ 95,5.",
    ),
    "cell_too_long": Words(
        "Ô chứa quá nhiều chữ",
        "Ô bắt đầu bằng “{value}” dường như chứa cả các dòng tiếp theo; các dòng đó chưa được đọc.",
        "Trong tệp CSV, kiểm tra dấu ngoặc kép chưa được đóng ở ô này, hoặc lưu bảng thành tệp .xlsx rồi tải lên lại.",
    ),
    "kind_unclear": Words(
        "Chưa rõ là nhiệm vụ hay cam kết",
        "Bảng có cột “{value}” nhưng không cho biết là nhiệm vụ hay cam kết; được đọc là nhiệm vụ, "
        "cột này không được dùng.",
        "Nếu là cam kết, đổi tiêu đề cột nội dung thành “Nội dung cam kết” và cột này thành “Mục tiêu” "
        "rồi tải lên lại; nếu là nhiệm vụ, ghi lý do và chấp nhận.",
    ),
    "number_negative": Words(
        "Con số âm",
        "“{value}” là số âm.",
        "Kiểm tra lại; số lượng và tỷ lệ không thể âm.",
    ),
    "share_incomplete": Words(
        "Thiếu tử số hoặc mẫu số",
        "Chỉ có tử số hoặc chỉ có mẫu số (“{value}”) nên chưa tính được tỷ lệ.",
        "Ghi đủ cả tử số và mẫu số, hoặc ghi tỷ lệ ở cột Giá trị.",
    ),
    "would_erase": Words(
        "Ô trống sẽ xóa nội dung đang lưu",
        "Ô {fields} trống, trong khi kế hoạch đang lưu “{value}”; lưu tệp này sẽ xóa nội dung đó.",
        "Nếu không định xóa, ghi lại nội dung vào ô rồi tải lên lại; nếu định xóa, ghi lý do và chấp nhận.",
    ),
    "period_mismatch": Words(
        "Kỳ của năm khác",
        "Kỳ {period} không thuộc năm {year} của kế hoạch.",
        "Chọn lại kỳ hoặc kế hoạch; nếu đúng là như vậy, ghi lý do và chấp nhận.",
    ),
    "date_after_period": Words(
        "Ngày hoàn thành sau kỳ báo cáo",
        "Ngày hoàn thành {value} muộn hơn ngày cuối của kỳ {period}.",
        "Kiểm tra lại ngày hoàn thành và kỳ báo cáo.",
    ),
    "column_doubled": Words(
        "Hai cột cùng loại",
        "Cột “{value}” cùng loại với cột “{kept}”; chỉ cột “{kept}” được dùng.",
        "Nếu cần dùng cột kia, đổi tiêu đề cho rõ hoặc bỏ cột thừa rồi tải lên lại.",
    ),
    "product_unused": Words(
        "Cột sản phẩm không được dùng",
        "Cột “{value}” của bảng nhiệm vụ là sản phẩm phải có; cột này không được lưu.",
        _NOTHING_TO_DO,
    ),
    "own_summary": Words(
        "Bảng tổng hợp do phần mềm lập",
        "Tệp là bảng tổng hợp do phần mềm lập; không lấy kết quả từ đó.",
        "Để nạp kết quả, dùng biểu mẫu báo cáo do phần mềm xuất ra.",
    ),
    "unit_unknown": Words(
        "Chưa biết đơn vị",
        "Tên đơn vị “{value}” chưa có trong danh mục.{nearest}",
        "Sửa lại tên cho đúng danh mục, hoặc thêm tên gọi này vào đơn vị tương ứng ở trang Danh mục.",
    ),
    "deadline_unknown": Words(
        "Chưa hiểu thời hạn",
        "Chưa hiểu thời hạn “{value}” nên không tính được hạn.",
        "Ghi theo một trong các cách: Quý II/2024, Tháng 5/2024, Trước 25/11/2024, Năm 2024, Hàng quý, Thường xuyên, "
        "Theo tình hình thực tế.",
    ),
    "dimension_unknown": Words(
        "Chưa nhận ra nội dung PAPI",
        "“{value}” không trùng tên nội dung nào trong 8 nội dung PAPI; "
        "các dòng liên quan chưa được xếp vào nội dung nào.{fits}",
        "Ghi đúng tên nội dung, ví dụ “Công khai, minh bạch”, hoặc “Nội dung 2”.",
    ),
    "content_missing": Words(
        "Thiếu nội dung",
        "Dòng có “{value}” nhưng ô nội dung trống nên không được đọc.",
        "Ghi nội dung nhiệm vụ hoặc cam kết vào dòng này, hoặc xóa dòng.",
    ),
    "duplicate_row": Words(
        "Nội dung lặp lại",
        "“{value}” có ở nhiều dòng trong cùng một mục.",
        "Xóa dòng thừa; nếu là hai việc khác nhau, ghi rõ điểm khác nhau trong nội dung.",
    ),
    "formula_without_value": Words(
        "Công thức chưa có giá trị",
        "Ô chứa công thức nhưng tệp không lưu giá trị của nó nên ô được coi là trống.",
        "Mở tệp bằng Excel, chờ tính xong rồi lưu lại, hoặc thay công thức bằng giá trị.",
    ),
    "error_cell": Words(
        "Ô báo lỗi",
        "Ô đang hiện lỗi “{value}”.",
        "Sửa công thức hoặc ghi thẳng giá trị vào ô.",
    ),
    "legacy_text": Words(
        "Phông chữ cũ",
        "Chữ gõ theo bảng mã cũ {charset} đã được chuyển sang Unicode.",
        "Đối chiếu lại các ô này với bản in; nên lưu tệp bằng phông Unicode (Times New Roman).",
    ),
    "date_swapped": Words(
        "Có thể ngày và tháng bị đảo",
        "Cột {column}: mọi ô kiểu ngày đều có ngày không quá 12, trong khi ô gõ chữ có ngày lớn hơn (“{text}”). "
        "Có thể máy đã đảo ngày với tháng khi nhập.",
        "Đối chiếu từng ngày với văn bản gốc; gõ lại ngày đúng hoặc định dạng cột là văn bản (Text) trước khi gõ.",
    ),
    "numerator_above_denominator": Words(
        "Tử số lớn hơn mẫu số",
        "Tử số lớn hơn mẫu số ({value}).",
        "Kiểm tra lại hai con số; có thể chúng bị ghi đổi chỗ.",
    ),
    "value_contradicts": Words(
        "Số liệu mâu thuẫn",
        "Giá trị “{value}” không khớp với “{other}” ở cùng dòng.",
        "Sửa một trong hai ô cho khớp nhau.",
    ),
    "done_without_date": Words(
        "Hoàn thành nhưng thiếu ngày",
        "Trạng thái là hoàn thành nhưng chưa ghi ngày hoàn thành nên không biết đúng hạn hay quá hạn.",
        "Ghi ngày hoàn thành, ví dụ 05/03/2022.",
    ),
    "done_without_evidence": Words(
        "Hoàn thành nhưng thiếu minh chứng",
        "Trạng thái là hoàn thành nhưng không có minh chứng, cũng không có con số nào trong kết quả.",
        "Ghi số, ngày văn bản hoặc con số cụ thể.",
    ),
    "rows_gone": Words(
        "Có dòng không còn trong tệp",
        "{count} dòng đang có trong kế hoạch không còn trong tệp này: {rows}.",
        "Nếu các dòng đó đã được bỏ khỏi kế hoạch, ghi lý do rồi chấp nhận; nếu không, bổ sung vào tệp và tải lên lại.",
    ),
    "year_mismatch": Words(
        "Tệp của năm khác",
        "Tiêu đề của tệp ghi năm {printed}, còn kế hoạch đang chọn là năm {year}.",
        "Chọn đúng kế hoạch của năm {printed}, hoặc ghi lý do nếu tiêu đề in nhầm.",
    ),
    "results_without_period": Words(
        "Kết quả chưa gắn với kỳ",
        "Tệp có cột kết quả nhưng đang được nạp như kế hoạch; các kết quả sẽ không được lưu.",
        "Để lưu kết quả, chọn kỳ báo cáo rồi tải lên lại.",
    ),
    "year_unknown": Words(
        "Chưa rõ năm",
        "Tệp không cho biết năm của kế hoạch nên các thời hạn không ghi năm chưa tính được ngày.",
        "Chọn năm của kế hoạch khi nạp tệp.",
    ),
    "column_missing": Words(
        "Thiếu cột",
        "Bảng không có cột {column}; các dòng được đọc với phần này để trống.",
        "Nếu tệp có cột này dưới tên khác, đổi tiêu đề cột thành “{column}” rồi tải lên lại.",
    ),
    "dimensions_missing": Words(
        "Không có nội dung PAPI",
        "Không dòng nào của bảng đứng dưới tên một nội dung PAPI.",
        "Thêm dòng nhóm mang tên nội dung hoặc cột “Nội dung PAPI” nếu muốn theo dõi theo 8 nội dung.",
    ),
    "number_missing": Words("Không có số thứ tự", "Dòng không có TT; vẫn được đọc là một dòng riêng.", _NOTHING_TO_DO),
    "number_repeated": Words(
        "Số thứ tự lặp lại",
        "TT “{value}” có ở nhiều dòng trong cùng một mục; cả các dòng đều được giữ.",
        _NOTHING_TO_DO,
    ),
    "lead_missing": Words(
        "Chưa ghi đơn vị chủ trì", "Ô chủ trì trống; chưa rõ đơn vị nào chịu trách nhiệm.", "Ghi tên đơn vị chủ trì."
    ),
    "deadline_missing": Words(
        "Chưa ghi thời hạn",
        "Ô thời hạn trống; dòng này không được tính đúng hạn, quá hạn.",
        "Ghi thời gian hoàn thành.",
    ),
    "row_joined": Words(
        "Dòng bị ngắt trang đã được nối",
        "Dòng “{value}” bị ngắt trang; phần tiếp theo (dòng {rows} của bảng) đã được nối vào.",
        _NOTHING_TO_DO,
    ),
    "row_doubtful": Words(
        "Dòng chưa chắc là riêng",
        "“{value}” không có TT, chủ trì và thời hạn; được đọc là một dòng riêng.",
        "Nếu đây là phần tiếp của dòng trên, gộp vào ô trên rồi tải lên lại.",
    ),
    "hidden_rows": Words(
        "Có dòng ẩn", "Các dòng {rows} đang ẩn vẫn được đọc.", "Xóa các dòng này nếu không muốn đưa vào."
    ),
    "hidden_sheet": Words(
        "Có sheet ẩn", "Sheet “{value}” đang ẩn vẫn được đọc.", "Xóa sheet này nếu không muốn đưa vào."
    ),
    "month_shown": Words(
        "Ô chỉ hiện tháng hoặc năm",
        "Ô là một ngày nhưng chỉ hiện “{value}”; hạn được lấy là ngày cuối của thời gian đó.",
        _NOTHING_TO_DO,
    ),
    "date_doubt": Words(
        "Ngày hiện theo kiểu tháng trước ngày sau",
        "Ô hiện tháng trước ngày sau; được đọc là ngày {value} (ngày/tháng/năm).",
        "Đối chiếu với văn bản gốc; nên định dạng ô là dd/mm/yyyy.",
    ),
    "number_doubt": Words(
        "Con số có thể đọc hai cách",
        "“{value}” được đọc là {read}.",
        "Nếu không đúng, ghi lại với dấu phẩy cho phần thập phân và không dùng dấu chấm.",
    ),
    "target_relative": Words(
        "Mục tiêu so với số gốc",
        "“{value}” là mức tăng hoặc giảm so với một số gốc; chưa đánh giá được khi chưa có số gốc.",
        "Nhập số gốc ở trang Danh mục, thẻ “Cam kết”.",
    ),
    "target_several": Words(
        "Mục tiêu chưa rõ để tính bằng số",
        "“{value}” chứa nhiều mục tiêu hoặc chưa rõ chiều so sánh nên chưa tính bằng số; người theo dõi tự đánh giá.",
        "Nếu muốn tính bằng số, ghi mỗi dòng một mục tiêu kèm từ so sánh rõ ràng: ít nhất, trên, không quá, dưới.",
    ),
    "text_suspect": Words(
        "Chữ có thể gõ sai", "“{value}” có thể gõ sai; vẫn giữ đúng như bản in.", "Sửa trong tệp gốc nếu đúng là lỗi."
    ),
    "text_cut": Words(
        "Nội dung có thể bị cắt",
        "Nội dung kết thúc giữa chừng: “{value}”.",
        "Đối chiếu với văn bản gốc và ghi nốt phần còn thiếu.",
    ),
    "date_suspicious": Words(
        "Ngày văn bản đáng ngờ",
        "Văn bản được viện dẫn ghi ngày {value}, muộn so với năm của kế hoạch hoặc không có trong lịch.",
        "Kiểm tra lại ngày của văn bản được viện dẫn; nội dung vẫn giữ đúng như bản in.",
    ),
}
