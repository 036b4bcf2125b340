"""The placeholders of an office's own template, and what is said of a template that cannot be filled in."""

from collections.abc import Mapping, Sequence

PLACEHOLDERS: Mapping[str, str] = {
    "co_quan_chu_quan": "tên cơ quan chủ quản, chữ in hoa",
    "co_quan": "tên Sở, chữ in hoa",
    "ten_co_quan": "tên Sở, chữ thường",
    "so_ky_hieu": "“Số: …/BC-SKHCN”, số để trống",
    "dia_danh_ngay": "địa danh và ngày tháng, ngày để trống",
    "ten_loai": "“BÁO CÁO”",
    "trich_yeu": "trích yếu nội dung",
    "kinh_gui": "nơi nhận ở dòng Kính gửi (báo cáo giải trình cam kết)",
    "ke_hoach": "tên kế hoạch",
    "ky": "kỳ, ví dụ “quý I/2022”",
    "nam": "năm",
    "ngay_chot": "ngày chốt số liệu",
    "uoc_chinh_thuc": "“ước” hoặc “chính thức”",
    "phien_ban": "phiên bản số liệu",
    "ghi_chu_so_lieu": "ghi chú về số liệu: ngày chốt, ước hay chính thức, phiên bản, số liệu minh họa",
    "can_cu": "câu mở đầu nêu các căn cứ",
    "ket_thuc": "câu kết thúc, có dấu “./.”",
    "noi_nhan": "các dòng Nơi nhận",
    "chuc_vu_ky": "chức vụ người ký, hai dòng nếu ký thay",
    "nguoi_ky": "họ tên người ký",
    "so": 'một con số theo tên của lệnh figures, ví dụ {{ so["plan.completion"] }}',
    "mo_dau": "khối: câu nêu căn cứ và ghi chú số liệu",
    "phan_trien_khai": "khối: phần I, xây dựng và triển khai kế hoạch",
    "phan_ket_qua": "khối: phần kết quả theo 8 nội dung, có biểu đồ (báo cáo cam kết: kết quả chung)",
    "phan_ke_hoach": "khối: kế hoạch kỳ tới (báo cáo cam kết: cam kết chưa đến kỳ hoặc chưa đủ số liệu)",
    "phan_cam_ket": "khối: bảng cam kết (báo cáo cam kết: cam kết chưa đạt và giải trình)",
    "phan_luu_y": "khối: quá hạn và chưa có minh chứng",
    "viec_giao": (
        "khối: việc giao ở các cuộc họp trước với kết quả, và việc giao ở cuộc họp của kỳ; không có việc nào thì bỏ "
        "trống (phan_ket_qua, phan_ke_hoach, noi_dung đã gồm các việc này)"
    ),
    "noi_dung": "khối: tất cả các phần, theo thứ tự",
    "phu_luc": "khối: các phụ lục",
}
"""Every placeholder → what it stands for. A block needs a paragraph of its own."""

_FAULTS: Mapping[str, str] = {
    "unreadable": "Không mở được mẫu: tệp không phải tệp Word (.docx), bị hỏng hoặc quá lớn.",
    "unknown": "Mẫu có chỗ điền không rõ: {names}. Danh sách chỗ điền có trong hướng dẫn.",
    "figure": "Mẫu hỏi con số không có: so[“{names}”]. Tên các con số: lệnh figures.",
    "broken": (
        "Mẫu có chỗ điền viết sai, gần “{names}”. Mỗi chỗ điền viết như {{{{ co_quan }}}}, con số viết như "
        '{{{{ so["plan.completion"] }}}}.'
    ),
    "compared": (
        "Mẫu có điều kiện so sánh {names} chưa đúng: chỉ số đếm so sánh được với một số, không đặt số trong dấu nháy, "
        'ví dụ {{% if so["plan.overdue.count"] > 0 %}}.'
    ),
    "no_data": (
        "Mẫu có điều kiện so sánh {names}, con số này chưa có số liệu trong kỳ: thêm "
        '{names} != "" and vào trước phép so sánh.'
    ),
    "crowded": (
        "Chỗ điền {names} là một khối: đặt một mình trong một đoạn văn, không đặt trong bảng, đầu trang hay chân trang."
    ),
    "silent": "Mẫu chưa có chỗ nói rõ số liệu là gì: thêm {{{{ ghi_chu_so_lieu }}}} hoặc {{{{ mo_dau }}}}.",
}


def fault(code: str, names: Sequence[str]) -> str:
    """Return the one line that says why a template cannot be filled in."""
    return _FAULTS[code].format(names=", ".join(names))
