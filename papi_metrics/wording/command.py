"""What the command line says."""

import errno
import re

SOMEBODY = "dòng lệnh"

BAD_PERIOD = "“{value}” không phải là kỳ báo cáo; viết như 2022-Q1"
BAD_DAY = "“{value}” không phải là ngày; viết như 2022-03-14"
RECEIVED_WITHOUT_PERIOD = "--received chỉ dùng cùng --period: kế hoạch và bảng cam kết không có ngày nhận"
RECEIVED_IN_FUTURE = "Ngày nhận {day} ở tương lai; ghi ngày đã nhận báo cáo, không sau hôm nay"
BAD_YEAR = "“{value}” không phải là năm; viết bốn chữ số, từ 2000 đến 2099"
BAD_ID = "“{value}” không dùng làm mã được; mã có từ 2 đến 31 ký tự a-z, 0-9 và dấu -, ví dụ qt-2025"
BAD_ENTRY = "“{value}” không phải là số của một mục; viết số nguyên như 14"
BAD_COLUMN = "“{value}” không đúng cách viết; viết như C=deadline hoặc Sheet1!C=deadline, với {roles}"
COLUMN_UNKNOWN = "Cột {place} không phải là cột chưa rõ. Các cột chưa rõ: {places}."
COLUMN_TWICE = "Cột {place} được nêu hai lần; nêu mỗi cột một lần."
NO_COLUMNS = "không có cột nào"
EMPTY = "không được để trống"
PLAN_UNKNOWN = "Không có kế hoạch “{plan}” trong kho số liệu. Các kế hoạch đang có: {plans}."
PLAN_UNKNOWN_THEN = "Ở phiên bản số liệu {version} không có kế hoạch “{plan}”. Các kế hoạch khi đó: {plans}."
VERSION_UNKNOWN = "Không có phiên bản số liệu {version}; kho số liệu đang ở phiên bản {last}."
ROW_UNKNOWN = "Không có nhiệm vụ hay cam kết nào mang mã “{key}”."
ROW_IN_SEVERAL = "Mã “{key}” có ở nhiều kế hoạch: {plans}. Nêu thêm --plan."
PLAN_EXISTS = "Kế hoạch “{plan}” đã có trong kho số liệu."
BACKUP_EXISTS = "Đã có tệp “{name}”; chọn tên khác để không ghi đè bản sao lưu cũ."
SAMPLE_REFUSED = "Không nạp được bộ mẫu vào kho số liệu này: danh mục hoặc kế hoạch đã khác với bộ mẫu."
_REASONS = {
    errno.EISDIR: "đó là một thư mục",
    errno.EEXIST: "đường dẫn không đúng",
    errno.EPIPE: "chương trình nhận đã đóng",
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
PERIOD_OF_OTHER_YEAR = "{period} không thuộc năm {year} của kế hoạch."
UNIT_UNKNOWN = "Không có đơn vị “{unit}”. Các mã đơn vị: {units}."
REMINDS_NOT_ITSELF = "{unit} là nơi nhận báo cáo {period}, không có công văn đôn đốc chính mình."
NO_CHARTS = "Kế hoạch “{plan}” chưa có số liệu {period} để vẽ biểu đồ."
OWES_NOTHING = "{unit} không còn thiếu báo cáo {period} tính đến ngày {day}; không có gì để đôn đốc."
LEFT_OUT = "Còn {count} dòng có lỗi chưa lưu."
UNCHANGED = "Không có thay đổi."
NOTHING_SAVED = 'Chưa lưu gì: còn lỗi phải sửa hoặc điểm vàng chưa được chấp nhận (dùng --accept-warnings "lý do").'
SAVED = "Đã lưu lần nhập số {number}: {new} mới, {changed} thay đổi, {same} giữ nguyên, {gone} không còn."
REVOKED = "Đã thu hồi mục số {target} (mục thu hồi số {number})."
DECISION_ADDED = "Đã ghi việc giao số {number}."
DECISION_SETTLED = "Đã ghi kết quả của việc giao số {number}."
SCORES_ONE_OF = "nêu --province TÊN hoặc --thresholds, một trong hai"
TARGETS_ONE_OF = "targets set: nêu --dimension N và --target LỜI, hoặc chỉ --from-plan"
TARGETS_SET = "Đã đặt mục tiêu điểm PAPI của {count} nội dung (mục số {number})."
NO_TARGETS_IN_PLAN = "Phần chữ của kế hoạch “{plan}” không ghi mục tiêu chung cho mọi nội dung PAPI."
SCORES_OF_YEAR = "Không có điểm PAPI năm {year}. Các năm có điểm: {first}-{last}."
PROVINCE_UNKNOWN = "Không có tỉnh, thành phố “{name}”.{near}"
PROVINCE_NEAR = " Gần giống: {name}."
PROVINCE_MERGED = "{province} không có điểm riêng năm {year}: từ 01/07/2025 thuộc {into}."
SCORES_SAVED = (
    "Đã lưu bảng điểm PAPI {contents} (mục số {number}): {new} mới, {changed} thay đổi, {same} giữ nguyên, "
    "{gone} không còn."
)
PLAN_ADDED = "Đã thêm kế hoạch “{plan}”."
SAMPLE_LOADED = "Đã nạp {count} tệp mẫu vào kho số liệu."
SAMPLE_KEPT = "Kho số liệu đã có dữ liệu, không nạp mẫu."
WRONG_CALL = "lệnh không đúng; xem hướng dẫn bằng --help"
NOT_DELIVERED = "Không in được kết quả của lệnh: {reason}."
WRITTEN = "Đã ghi {name}."
OUT_SUFFIX = "Không ghi được ra “{name}”: tên tệp phải kết thúc bằng {suffixes}."
OUT_IS_READ = "Không ghi đè “{name}”: đó là tệp mà lệnh này đang đọc. Chọn tên khác cho --out."
TEMPLATE_IS_WORD = "Báo cáo theo mẫu Word của đơn vị phải ghi ra tệp .docx."

MISSING_ARGUMENTS = "thiếu tham số {0}"
# What argparse says in English, within "argument X: …" or by itself.
_PATTERNS = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.*)", MISSING_ARGUMENTS),
        (r"unrecognized arguments: (.*)", "không hiểu tham số {0}"),
        (r"ambiguous option: (\S+) could match (.*)", "tham số {0} chưa rõ là tham số nào: {1}"),
        (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", "tham số {0}: không có “{1}”; chọn {2}"),
        (r"argument (\S+): expected one argument", "tham số {0} cần một giá trị"),
        (r"argument (\S+): ignored explicit argument .*", "tham số {0} không nhận giá trị"),
        (r"argument (\S+): (.*)", "tham số {0}: {1}"),
    )
)


def template_written(name: str, required: int, optional: int) -> str:
    """Return "Đã ghi a.xlsx: phải báo cáo 9 dòng, 1 dòng không bắt buộc."."""
    told = f"phải báo cáo {required} dòng" if required else "không phải báo cáo quý này"
    return f"Đã ghi {name}: {told}{f', {optional} dòng không bắt buộc' if optional else ''}."


def reason(fault: OSError) -> str:
    """Return why the operating system refused, in Vietnamese."""
    return _REASONS.get(fault.errno or 0, f"hệ điều hành báo lỗi số {fault.errno}")


def wrong_call(message: str) -> str:
    """Return one Vietnamese line for what argparse says in English."""
    for pattern, sentence in _PATTERNS:
        match = pattern.fullmatch(message)
        if match:
            return sentence.format(*(part.replace("'", "") for part in match.groups()))
    return WRONG_CALL
