"""What the command line says."""

import errno
import re

ABOUT = "Theo dõi nhiệm vụ và cam kết nâng cao chỉ số PAPI."
HELP_CHECK = "đọc một tệp, không lưu: bảng, bản ghi và các điểm cần xem"
HELP_IMPORT = "đọc một tệp và lưu vào kho số liệu"
HELP_PLANS = "danh sách kế hoạch"
HELP_PLANS_ADD = "thêm một kế hoạch"
HELP_IMPORTS = "lịch sử nhập số liệu"
HELP_SETTINGS = "lịch sử thiết lập: đơn vị, nhóm, kế hoạch, cam kết"
HELP_HISTORY = "lịch sử của một nhiệm vụ hoặc cam kết: ai báo gì, lúc nào, trước và sau ra sao"
HELP_KEY = "mã của nhiệm vụ hoặc cam kết (cột key của measures --by task, --by commitment)"
HELP_REVOKE = "thu hồi một lần nhập, một thiết lập, hoặc một lần thu hồi"
HELP_BY = "người thực hiện, ghi vào lịch sử; mặc định là tên đăng nhập của máy"
SOMEBODY = "dòng lệnh"
HELP_SAMPLE = "nạp các kế hoạch mẫu"
HELP_STATE = "mã kiểm của nội dung đang có hiệu lực"
HELP_MEASURES = "các chỉ số đo của một kế hoạch trong một kỳ"
HELP_SUMMARY = "bảng tổng hợp Excel của một kế hoạch trong một kỳ"
HELP_CHARTS = "ảnh của mọi biểu đồ của một kế hoạch trong một kỳ (.png hoặc .svg)"
HELP_BACKUP = "sao lưu kho số liệu ra một tệp"
HELP_TEMPLATES = "xuất tệp mẫu báo cáo cho từng đơn vị"
HELP_ANSWER = "trả lại tệp của đơn vị, đánh dấu các điểm cần sửa"
HELP_ROWS = "all: lưu cả tệp; good: chỉ lưu các dòng không có lỗi"
HELP_UNIT = "mã đơn vị gửi; để trống thì theo mẫu trong tệp, không có mẫu thì là toàn Sở"
HELP_BOARD = "tình hình nộp báo cáo của các đơn vị trong năm"
HELP_REMIND = "công văn đôn đốc một đơn vị (.docx)"
HELP_CALENDAR = "lịch của kế hoạch (.ics)"
HELP_JSON = "in đúng một tài liệu JSON"

BAD_PERIOD = "“{value}” không phải là kỳ báo cáo; viết như 2022-Q1"
BAD_DAY = "“{value}” không phải là ngày; viết như 2022-03-14"
RECEIVED_WITHOUT_PERIOD = "--received chỉ dùng cùng --period: kế hoạch và bảng cam kết không có ngày nhận"
RECEIVED_IN_FUTURE = "Ngày nhận {day} ở tương lai; ghi ngày đã nhận báo cáo, không sau hôm nay"
BAD_YEAR = "“{value}” không phải là năm; viết bốn chữ số, từ 2000 đến 2099"
BAD_ID = "“{value}” không dùng làm mã được; chỉ dùng a-z, 0-9 và dấu -, ví dụ qt-2025"
EMPTY = "không được để trống"
PLAN_UNKNOWN = "Không có kế hoạch “{plan}” trong kho số liệu. Các kế hoạch đang có: {plans}."
ROW_UNKNOWN = "Không có nhiệm vụ hay cam kết nào mang mã “{key}”."
ROW_IN_SEVERAL = "Mã “{key}” có ở nhiều kế hoạch: {plans}. Nêu thêm --plan."
PLAN_EXISTS = "Kế hoạch “{plan}” đã có trong kho số liệu."
BACKUP_EXISTS = "Đã có tệp “{name}”; chọn tên khác để không ghi đè bản sao lưu cũ."
SAMPLE_REFUSED = "Không nạp được bộ mẫu vào kho số liệu này: danh mục hoặc kế hoạch đã khác với bộ mẫu."
_REASONS = {
    errno.EISDIR: "đó là một thư mục",
    errno.ENOTDIR: "đường dẫn không đúng",
    errno.ENOENT: "không có thư mục hoặc tệp đó",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
}
NO_PLANS = "chưa có kế hoạch nào"
FILE_MISSING = "Không tìm thấy tệp “{name}”."
FILE_DENIED = "Không mở được tệp “{name}”: {reason}."
OUT_DENIED = "Không ghi được tệp “{name}”: {reason}."
CHECK_NEEDS_ALL = "Để đối chiếu với kho số liệu cần đủ --store, --plan và --period."
UNIT_WITHOUT_PERIOD = "--unit chỉ dùng cùng --period: kế hoạch và bảng cam kết không có đơn vị gửi"
UNIT_UNKNOWN = "Không có đơn vị “{unit}”. Các mã đơn vị: {units}."
NO_CHARTS = "Kế hoạch “{plan}” chưa có số liệu {period} để vẽ biểu đồ."
OWES_NOTHING = "{unit} không còn thiếu báo cáo {period} tính đến ngày {day}; không có gì để đôn đốc."
LEFT_OUT = "Còn {count} dòng có lỗi chưa lưu."
UNCHANGED = "Không có thay đổi."
NOTHING_SAVED = 'Chưa lưu gì: còn lỗi phải sửa hoặc điểm vàng chưa được chấp nhận (dùng --accept-warnings "lý do").'
SAVED = "Đã lưu lần nhập số {number}: {new} mới, {changed} thay đổi, {same} giữ nguyên, {gone} không còn."
REVOKED = "Đã thu hồi mục số {target} (mục thu hồi số {number})."
PLAN_ADDED = "Đã thêm kế hoạch “{plan}”."
SAMPLE_LOADED = "Đã nạp {count} tệp mẫu vào kho số liệu."
SAMPLE_KEPT = "Kho số liệu đã có dữ liệu, không nạp mẫu."
WRITTEN = "Đã ghi {name}."

_PATTERNS = (
    (re.compile(r"the following arguments are required: (.*)"), "thiếu tham số {0}"),
    (re.compile(r"unrecognized arguments: (.*)"), "không hiểu tham số {0}"),
    (re.compile(r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)"), "tham số {0}: không có {1}; chọn {2}"),
    (re.compile(r"argument (\S+): invalid int value: (.*)"), "tham số {0}: {1} không phải là số nguyên"),
    (re.compile(r"argument (\S+): expected one argument"), "tham số {0} cần một giá trị"),
    (re.compile(r"argument (\S+): (.*)"), "tham số {0}: {1}"),
)


def reason(fault: OSError) -> str:
    """Return why the operating system refused, in Vietnamese."""
    return _REASONS.get(fault.errno or 0, f"hệ điều hành báo lỗi số {fault.errno}")


def wrong_call(program: str, message: str) -> str:
    """Return one Vietnamese line for what argparse says in English."""
    for pattern, sentence in _PATTERNS:
        match = pattern.fullmatch(message)
        if match:
            return f"{program}: {sentence.format(*match.groups())}"
    return f"{program}: lệnh không đúng ({message})"
