"""Findings about whose return a file is, and what it says against earlier ones."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.words import NOTHING_TO_DO, Words

RETURNS: Mapping[str, Words] = {
    "period_closed": Words(
        "Kỳ đã khóa sổ",
        "{period} đã khóa sổ nên không nhận thêm báo cáo.",
        "Nếu cần bổ sung, mở lại kỳ (ghi lý do) rồi tải lên lại.",
        "Báo cáo Quý I/2022 gửi sau khi Văn phòng khóa sổ quý I → mở lại Quý I/2022.",
        request="Nếu cần bổ sung, đề nghị liên hệ Văn phòng.",
    ),
    "template_newer": Words(
        "Mẫu của phiên bản mới hơn",
        "Tệp theo mẫu phiên bản {version}, mới hơn phần mềm đang dùng.",
        "Cập nhật phần mềm, hoặc lập lại báo cáo trên mẫu do phần mềm này xuất ra.",
        "Mẫu phiên bản 2, phần mềm đọc được phiên bản 1 → xuất lại mẫu.",
        request="Lập lại báo cáo trên mẫu đã nhận.",
    ),
    "template_other_plan": Words(
        "Mẫu của kế hoạch khác",
        "Tệp theo mẫu của kế hoạch “{template}”, đang nhập vào kế hoạch “{plan}”.",
        "Chọn đúng kế hoạch, hoặc đề nghị đơn vị báo cáo trên mẫu của kế hoạch này.",
        "Mẫu của “qt-2022” nhập vào “qt-2024” → chọn kế hoạch năm 2022.",
        request="Gửi lại báo cáo trên mẫu của kế hoạch đang báo cáo.",
    ),
    "template_other_period": Words(
        "Mẫu của kỳ khác",
        "Tệp theo mẫu của {template}, đang nhập cho {period}.",
        "Chọn đúng kỳ; nếu đơn vị dùng lại mẫu kỳ trước, đề nghị báo cáo trên mẫu của kỳ này.",
        "Mẫu Quý I/2022 gửi cho Quý II/2022 → xuất mẫu Quý II/2022 và báo cáo lại.",
        request="Gửi lại báo cáo trên mẫu của {period}.",
    ),
    "template_other_unit": Words(
        "Mẫu của đơn vị khác",
        "Tệp theo mẫu của {unit}, đang nhập là báo cáo của {sender}.",
        "Chọn đúng đơn vị gửi.",
        "Mẫu của Thanh tra Sở nhập là của Văn phòng Sở → chọn Thanh tra Sở.",
        request="Gửi lại báo cáo trên mẫu của đúng đơn vị.",
    ),
    "name_of_other_unit": Words(
        "Tên tệp nêu đơn vị khác",
        "Tên tệp “{value}” nêu đơn vị khác{units}, mẫu bên trong là của {unit}.",
        "Hỏi lại đơn vị gửi: nếu gửi nhầm tệp, trả lại và nhận đúng tệp; nếu chỉ đặt nhầm tên, ghi lý do và chấp nhận.",
        "“BPMC bao cao.xlsx” chứa mẫu của Ban Thanh tra nhân dân → Bộ phận Tiếp nhận và Trả kết quả gửi lại đúng tệp.",
        request="Nếu gửi nhầm tệp, gửi lại tệp của đúng đơn vị; nếu chỉ đặt nhầm tên tệp, cho biết để ghi nhận.",
    ),
    "row_of_other_unit": Words(
        "Dòng của đơn vị khác",
        "Đơn vị gửi không chủ trì dòng này{units}.",
        "Bỏ kết quả ở dòng này; đơn vị chủ trì sẽ báo cáo. Nếu phân công đã đổi, nạp kế hoạch đã sửa trước.",
        "Thanh tra Sở báo cáo dòng 1.2 do Văn phòng Sở chủ trì → xóa kết quả ở dòng 1.2.",
        request="Bỏ kết quả ở dòng này; đơn vị chủ trì sẽ báo cáo.",
    ),
    "row_repeated": Words(
        "Dòng lặp lại",
        "Dòng này đã được báo cáo ở ô {first} của cùng tệp.",
        "Giữ lại một dòng.",
        "Dòng 1.2 có ở ô C9 và C15 → xóa kết quả ở dòng 15.",
    ),
    "narrative_of_unit": Words(
        "Báo cáo bằng lời của một đơn vị",
        "Tệp là báo cáo bằng lời, đang nhập là của {unit}; phần II của báo cáo là của toàn Sở.",
        "Chọn đơn vị gửi là toàn Sở nếu đây là báo cáo của Sở; kết quả của đơn vị thì nhập bằng mẫu báo cáo.",
        "Báo cáo 23/BC nhập là của Thanh tra Sở → chọn Toàn Sở.",
        request="Báo cáo kết quả trên mẫu báo cáo của đơn vị.",
    ),
    "speaker_unsure": Words(
        "Chưa rõ đơn vị nào báo cáo dòng này",
        "Tệp gộp mẫu của nhiều đơn vị; dòng do nhiều đơn vị chủ trì{units} này không còn mã dòng nên được ghi cho "
        "toàn Sở.",
        "Chép lại cột A (đang ẩn) từ mẫu của đơn vị; nếu đúng là báo cáo chung, ghi lý do và chấp nhận.",
        "Chép riêng các cột kết quả sang tệp chung → chép cả dòng, kể cả cột A.",
        request="Chép lại cột A (đang ẩn) từ mẫu của đơn vị.",
    ),
    "keys_lost": Words(
        "Mất mã dòng",
        "Dòng không còn mã dòng của mẫu, hoặc mang mã của dòng khác, nên được đối chiếu theo nội dung và số thứ tự.",
        NOTHING_TO_DO,
        "Cột A bị xóa, dòng “1.2 Triển khai quy chế dân chủ” → được ghi vào đúng nhiệm vụ 1.2.",
    ),
    "no_keys": Words(
        "Tệp không có mã dòng",
        "Tệp không có mã dòng của mẫu nên các dòng được đối chiếu theo nội dung và số thứ tự.",
        "Không phải sửa; hãy đối chiếu lại nếu cần. Kỳ sau nên báo cáo trên mẫu do phần mềm xuất ra.",
        "Bảng chép sang tệp Excel mới, hoặc phụ lục của kế hoạch có thêm cột kết quả: vẫn được ghi vào đúng nhiệm vụ.",
    ),
    "date_before_plan": Words(
        "Ngày trước năm kế hoạch",
        "Ngày {value} sớm hơn kỳ số liệu đầu tiên của năm {year}.",
        "Kiểm tra lại năm của ngày này.",
        "Kế hoạch năm 2022, ngày hoàn thành “05/03/2021” → “05/03/2022”.",
    ),
    "date_in_future": Words(
        "Ngày sau ngày nhận",
        "Ngày {value} muộn hơn ngày nhận báo cáo {received}.",
        "Kiểm tra lại ngày; việc chưa xong thì chưa ghi ngày hoàn thành.",
        "Nhận ngày 04/03/2022, hoàn thành “30/03/2022” → để trống, trạng thái Đang thực hiện.",
    ),
    "figure_lower": Words(
        "Thấp hơn kỳ trước",
        "Số “{value}” thấp hơn kỳ trước ({before}), trong khi số này cộng dồn trong năm.",
        "Ghi số cộng dồn từ đầu năm; nếu kỳ trước báo cáo cao hơn thực tế, ghi lý do và chấp nhận.",
        "Quý I: 12 nhiệm vụ; quý II ghi “5” → “17”.",
        request="Ghi số cộng dồn từ đầu năm; nếu kỳ trước báo cáo cao hơn thực tế, cho biết lý do.",
    ),
    "done_before": Words(
        "Đã báo cáo hoàn thành ở kỳ trước",
        "Kỳ trước đã báo cáo nhiệm vụ này hoàn thành, kỳ này lại ghi chưa xong; nhiệm vụ vẫn được tính là hoàn thành.",
        "Nếu kỳ trước báo cáo nhầm, sửa kết quả của kỳ đó; nếu kỳ này ghi nhầm, sửa trạng thái ở dòng này.",
        "Quý I: Hoàn thành; quý II ghi “Đang thực hiện” → “Hoàn thành”, hoặc sửa quý I.",
        request="Cho biết nhiệm vụ đã hoàn thành hay chưa; nếu kỳ trước báo cáo nhầm, gửi lại kết quả của kỳ đó.",
    ),
    "final_replaced": Words(
        "Số chính thức bị thay bằng số ước",
        "Kỳ này đã có số liệu chính thức; tệp này thay bằng số ước.",
        "Ghi “chính thức” nếu là số đính chính; nếu nhập nhầm, bỏ số liệu ở dòng này.",
        "Đã nhập 92% (chính thức), tệp mới ghi 90% (ước) → 90% (chính thức), hoặc bỏ.",
    ),
    "units_spoke": Words(
        "Đơn vị đã tự báo cáo dòng này",
        "Dòng này đã có báo cáo riêng của đơn vị{units}; với nhiệm vụ, nội dung trong tệp chỉ tính cho đơn vị chưa báo "
        "cáo; với cam kết, số liệu toàn Sở trong tệp thay số cộng từ các đơn vị.",
        "Nếu cần sửa số của một đơn vị, nhập lại báo cáo của đơn vị đó; nếu đúng như vậy, ghi lý do và chấp nhận.",
        "Thanh tra Sở đã báo cáo dòng 3.1, bảng tổng hợp ghi lại dòng 3.1 → bỏ dòng 3.1 trong bảng tổng hợp.",
        request="Kiểm tra lại số liệu với đơn vị đã báo cáo riêng.",
    ),
    "whole_spoke": Words(
        "Đã có số liệu toàn Sở",
        "Cam kết này đã có số liệu toàn Sở trong kỳ; số của đơn vị được lưu nhưng không thay số toàn Sở.",
        "Nếu muốn cộng từ các đơn vị, hoàn tác lần nhập số toàn Sở; nếu không, ghi lý do và chấp nhận.",
        "Văn phòng đã nhập 31/40, một phòng gửi 5/6 → hoàn tác 31/40 nếu muốn cộng từ các phòng.",
        request="Kiểm tra lại với số liệu toàn Sở đã báo cáo.",
    ),
    "text_copied": Words(
        "Kết quả giống kế hoạch",
        "{share}% lời báo cáo lặp lại kế hoạch: “{value}”.",
        "Nêu việc đã làm bằng số liệu, ngày, số văn bản.",
        "“Tiếp tục tuyên truyền nâng cao nhận thức” → “Đã tổ chức 2 hội nghị, 150 người dự”.",
    ),
    "text_repeated": Words(
        "Kết quả giống kỳ trước",
        "{share}% lời báo cáo lặp lại báo cáo kỳ trước: “{value}”.",
        "Nêu việc đã làm trong kỳ này bằng số liệu, ngày, số văn bản.",
        "“Đã tổ chức 2 hội nghị” (như quý trước) → “Quý này tổ chức thêm 1 hội nghị, 80 người dự”.",
    ),
    "text_bare": Words(
        "Kết quả không nêu số liệu",
        "Lời báo cáo không có con số, ngày hay văn bản nào: “{value}”.",
        "Thêm số liệu, ngày hoặc số văn bản.",
        "“Đã thực hiện tốt” → “Đã tiếp 12 lượt công dân, giải quyết 12/12”.",
    ),
}
