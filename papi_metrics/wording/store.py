"""What is said when the store cannot be used or refuses to save. Codes are those of ``store.errors``."""

_SENTENCES = {
    "store_busy": (
        "Kho số liệu “{store}” đang được chương trình khác mở. Đóng chương trình đó (hoặc dừng trang web) rồi thử lại."
    ),
    "store_missing": "Không tìm thấy kho số liệu “{store}”.",
    "store_not_duckdb": (
        "Tệp “{store}” không phải là kho số liệu của chương trình. Chọn tệp khác hoặc khôi phục từ bản sao lưu."
    ),
    "store_denied": "Không có quyền đọc hoặc ghi kho số liệu “{store}”. Kiểm tra quyền của thư mục chứa tệp.",
    "store_corrupt": "Kho số liệu “{store}” bị hỏng. Khôi phục từ bản sao lưu gần nhất.",
    "store_full": "Không ghi được kho số liệu “{store}”: ổ đĩa đã đầy. Giải phóng dung lượng rồi thử lại.",
    "store_foreign": "Tệp “{store}” là cơ sở dữ liệu khác, không phải kho số liệu của chương trình.",
    "store_newer": "Kho số liệu “{store}” được ghi bằng phiên bản mới hơn. Cập nhật chương trình rồi mở lại.",
    "store_stale": "Số liệu đã thay đổi sau khi bảng so sánh được lập. Xem lại so sánh rồi chấp nhận.",
    "entry_unknown": "Không có mục nào mang số đó trong lịch sử.",
    "entry_revoked": "Mục đó đã được thu hồi trước đây.",
    "entry_not_revoked": "Mục đó đang có hiệu lực, không có gì để khôi phục.",
    "figure_too_large": "Có con số dài quá 22 chữ số trước dấu phẩy; kiểm tra lại ô đó.",
}
_OTHER = "Kho số liệu “{store}” báo lỗi ({code})."


def sentence(code: str, store: str = "") -> str:
    """Return one Vietnamese line for the fault ``code`` of the store file called ``store``."""
    return _SENTENCES.get(code, _OTHER).format(store=store, code=code)
