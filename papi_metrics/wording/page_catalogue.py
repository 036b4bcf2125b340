"""The texts of Danh mục: units, groups, plans, calendars, commitments, and why a setting is refused."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from papi_metrics.model.period import Period
from papi_metrics.wording import form

LINE = "Đơn vị, nhóm, kế hoạch, lịch báo cáo; mỗi lần lưu được ghi vào lịch sử"
TABS = ("Đơn vị", "Nhóm", "Kế hoạch", "Cam kết", "Kỳ và lịch", "Văn bản")

# Units
UNITS = "Đơn vị của {org}"
UNIT_COLUMNS = ("Mã", "Tên", "Loại", "Tên gọi trong văn bản")
NO_UNITS = (
    "Chưa có đơn vị nào. Nạp kế hoạch của Sở ở trang Cập nhật quý: tên đơn vị in trong kế hoạch được đưa ra để thêm; "
    "hoặc thêm từng đơn vị ở khung bên cạnh."
)
CHOOSE_UNIT = "Đơn vị"
NEW_UNIT = "Thêm đơn vị mới"
CODE = "Mã"
CODE_HINT = "chữ in hoa không dấu, số"
NAME = "Tên đơn vị"
KIND = "Loại"
ALIASES = "Tên gọi trong văn bản, mỗi dòng một tên"
SAVE = "Lưu"
DROP = "Bỏ đơn vị này"
DROP_GROUP = "Bỏ nhóm này"
DROP_SURE = "Tôi muốn bỏ “{name}” khỏi danh mục"
SAVED = "Đã lưu “{name}”."
DROPPED = "Đã bỏ “{name}” khỏi danh mục."
NOT_CHANGED = "Không có thay đổi, không lưu thêm."
AFTER_NAMES = (
    "Tên gọi mới có hiệu lực từ lần đọc sau. Kế hoạch đã nạp giữ cách hiểu cũ cho đến khi được đọc lại "
    "ở thẻ “Kế hoạch”."
)

# Groups
GROUPS = "Nhóm đơn vị của {org}"
GROUP_COLUMNS = ("Mã", "Tên nhóm", "Gồm", "Tên gọi trong văn bản")
GROUPS_HINT = "Nhiệm vụ giao cho nhóm được tính cho từng đơn vị trong nhóm, và tính một lần trong tổng số."
NO_GROUPS = "Chưa có nhóm nào."
OPEN_GROUP = "chưa rõ, cần chọn đơn vị"
CHOOSE_GROUP = "Nhóm"
NEW_GROUP = "Thêm nhóm mới"
GROUP_NAME = "Tên nhóm"
MEMBERS = "Các đơn vị trong nhóm"
CHOOSE_MEMBERS = "Chọn đơn vị"

# Plans
PLAN = "Kế hoạch đang xem"
TITLE = "Tên kế hoạch"
DUE_HINT = "dd/mm"
HORIZON = "Báo sắp đến hạn trước (ngày)"
PLAN_SAVED = "Đã lưu kế hoạch."
EMPTY_PLAN = "Kế hoạch này chưa có lần nhập nào đang dùng."
REMOVE_EMPTY = "Xóa kế hoạch trống"
REMOVE_SURE = "Tôi muốn xóa kế hoạch “{name}”"
REMOVED = "Đã xóa kế hoạch trống “{name}”; khôi phục được ở Lịch sử của trang Cập nhật quý, mục Thiết lập."
REMOVE_REASON = "Xóa kế hoạch trống"
REREAD = "Đọc lại kế hoạch từ tệp gốc"
REREAD_HINT = (
    "Dùng sau khi sửa danh mục đơn vị: tệp gốc trong kho được đọc lại, "
    "phần khác biệt hiện ở trang Cập nhật quý để xem và chấp nhận."
)
REREAD_NONE = "Kế hoạch này chưa có tệp gốc trong kho."
REREAD_READY = "Đã đặt {count} tệp gốc lên trang Cập nhật quý."
OPEN_UPDATE = "Mở trang Cập nhật quý"
NEW_PLAN = "Tạo kế hoạch mới"
NEW_PLAN_HINT = "Thường không cần: nạp tệp kế hoạch ở trang Cập nhật quý thì kế hoạch được tạo từ tệp."
DEPARTMENT = "Sở"
NEW_DEPARTMENT = "Sở khác (nhập tên)"
DEPARTMENT_NAME = "Tên Sở (khi chọn Sở khác)"
PROVINCE = "Tỉnh, thành phố"
YEAR = "Năm"
CREATE = "Tạo kế hoạch"
CREATED = "Đã tạo kế hoạch “{title}” (mã {plan})."
ORGANISATION = "Thông tin Sở"
ORGANISATION_NAME = "Tên Sở"

# Commitments
COMMITMENTS = "Chỉ số và số gốc của cam kết"
COMMITMENTS_HINT = (
    "Văn bản không ghi cam kết thuộc chỉ số nào, và mục tiêu tăng giảm cần số gốc; văn phòng điền tại đây."
)
NO_COMMITMENTS = "Kế hoạch này chưa có cam kết. Nạp bảng cam kết ở trang Cập nhật quý."
INDEX = "Chỉ số"
NO_INDEX = "Chưa rõ"
BASE = "Số gốc"
BASE_HINT = "ví dụ 42,394"
COMMITMENTS_SAVED = "Đã lưu chỉ số và số gốc của cam kết."

# Targets of official scores
PAPI_TARGETS = "Mục tiêu điểm PAPI năm {year}"
PAPI_TARGETS_HINT = (
    "Ghi mục tiêu của từng nội dung: một nhóm, một mức điểm, một thứ hạng hoặc mức tăng so với năm trước; để trống là "
    "không đặt. Tổng quan và Nội dung PAPI so mục tiêu với điểm công bố gần nhất."
)
PAPI_TARGET_HINT = "ví dụ: nhóm trung bình cao trở lên"
PAPI_TARGETS_SAVED = "Đã lưu mục tiêu điểm PAPI."
PAPI_TARGETS_PROPOSED = "Kế hoạch ghi: “{paragraph}” Đề xuất cho cả {count} nội dung: {target}."
PAPI_TARGETS_TAKE = "Đặt theo kế hoạch"

# Calendars
CALENDAR = "Kỳ và lịch báo cáo năm {year}"
CALENDAR_COLUMNS = (
    "Kỳ",
    "Đơn vị nộp cho Văn phòng",
    "Sở báo cáo cấp trên",
    "Số liệu tính từ",
    "Chốt số liệu",
    "Hết kỳ",
)
CALENDAR_INNER = (
    "Cột “Đơn vị nộp cho Văn phòng” là lịch nội bộ do kế hoạch của Sở đặt ra. Kế hoạch ghi “trước ngày” thì tính cả "
    "ngày đó; ngày hiểu chặt (trước một ngày) ghi bên cạnh. "
    "Ngày trùng ngày nghỉ vẫn giữ như văn bản in."
)
CALENDAR_OUTER = (
    "Các cột “Số liệu tính từ” và “Chốt số liệu” là lịch báo cáo ra ngoài Sở theo Nghị định 09/2019/NĐ-CP: "
    "số liệu quý tính từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý báo cáo. "
    "Ngày chốt này là ngày chốt mặc định của các trang; báo cáo năm tính vào quý IV."
)
NO_DUE = "chưa đặt"
CALENDAR_SET = "Đặt lịch"
INNER = "Hạn đơn vị nộp cho Văn phòng"
OUTER = "Hạn Sở báo cáo cấp trên; để trống thì lấy ngày chốt số liệu theo Nghị định 09/2019/NĐ-CP"
BEFORE = "Kế hoạch ghi “trước ngày …”"
CALENDAR_SAVED = "Đã lưu lịch báo cáo."

# Letters
OFFICE = "Thông tin ghi trên văn bản"
OFFICE_HINT = "Dùng cho công văn đôn đốc và các văn bản phần mềm lập (thể thức Nghị định 30/2020/NĐ-CP)."
OFFICE_PARENT = "Cơ quan chủ quản"
OFFICE_NAME = "Cơ quan ban hành"
OFFICE_CODE = "Ký hiệu cơ quan"
OFFICE_DRAFTER = "Ký hiệu đơn vị soạn thảo"
OFFICE_PLACE = "Địa danh"
OFFICE_POST = "Chức vụ người ký"
OFFICE_SIGNER = "Họ và tên người ký"
OFFICE_STANDS_FOR = "Ký thay (KT.) chức vụ, nếu có"
OFFICE_SAVED = "Đã lưu thông tin văn bản."
OFFICE_MOVED = "Tên hoặc tỉnh của Sở vừa đổi; biểu mẫu bên dưới còn gợi ý theo tên cũ."

EMPTY = "Chưa có Sở và kế hoạch nào. Tạo tại đây, hoặc nạp tệp kế hoạch ở trang Cập nhật quý."

_PROBLEMS: Mapping[str, str] = {
    "code_bad": "Mã “{value}” không hợp lệ: dùng chữ in hoa không dấu, số, gạch dưới, tối đa 16 ký tự.",
    "code_taken": "Mã “{value}” đã có đơn vị khác dùng.",
    "name_empty": "Chưa ghi tên.",
    "name_taken": "Tên gọi “{value}” đã thuộc “{owner}”; một tên chỉ chỉ một đơn vị.",
    "member_unknown": "Không có đơn vị nào mang mã “{value}”.",
    "group_empty": "Nhóm cần ít nhất một đơn vị.",
    "group_circle": "Nhóm không thể chứa chính nó, kể cả qua nhóm khác.",
    "unit_in_group": "Đơn vị còn nằm trong nhóm: {groups}. Bỏ khỏi nhóm trước.",
    "unit_in_plans": (
        "{count} dòng nhiệm vụ, cam kết, việc giao còn ghi đơn vị này; bỏ đi thì các dòng đó mất tên đơn vị."
    ),
    "day_bad": "Hạn quý {quarter} “{value}” không phải là ngày trong năm; ghi dd/mm, ví dụ 05/03.",
    "calendar_empty": "Không bỏ được cả bốn hạn cùng lúc; để lại ít nhất một hạn.",
    "title_empty": "Chưa ghi tên kế hoạch.",
    "horizon_bad": "Số ngày báo sắp đến hạn phải từ 1 đến {most}.",
    "organisation_empty": "Chưa ghi tên Sở.",
    "organisation_taken": "Đã có Sở mang tên “{value}”.",
    "year_bad": "Năm “{value}” không hợp lệ.",
    "plan_id_bad": "Mã kế hoạch “{value}” không hợp lệ: dùng chữ thường không dấu, số, gạch nối.",
    "lost_in_group": "Đơn vị “{unit}” sẽ mất trong khi còn nằm trong nhóm: {groups}.",
    "lost_in_plans": "Đơn vị “{unit}” sẽ mất trong khi còn {count} dòng nhiệm vụ, cam kết, việc giao ghi đơn vị này.",
    "period_closed": "{period} đã khóa sổ; mở lại kỳ rồi mới hoàn tác hoặc khôi phục.",
    "plan_has_imports": "Kế hoạch “{plan}” còn lần nhập đang dùng: số {numbers}. Hoàn tác các lần nhập đó trước.",
    "plan_gone": (
        "Kế hoạch “{plan}” của lần nhập số {numbers} đã được rút lại. "
        "Khôi phục thiết lập tạo kế hoạch trong Lịch sử trước."
    ),
    "organisation_has_plans": "Sở này còn kế hoạch: {plans}. Rút lại các kế hoạch đó trước.",
    "reopen_reason_empty": "Ghi lý do mở lại sổ trước.",
    "office_name_empty": "Chưa ghi cơ quan ban hành.",
    "office_code_empty": "Chưa ghi ký hiệu của cơ quan.",
    "office_drafter_empty": "Chưa ghi ký hiệu đơn vị soạn thảo.",
    "office_place_empty": "Chưa ghi địa danh.",
    "office_post_empty": "Chưa ghi chức vụ người ký.",
    "decision_empty": "Chưa ghi nội dung việc giao.",
    "decision_long": "Nội dung việc giao dài quá {most} chữ cái; ghi gọn lại.",
    "decision_year": "Kỳ {period} không thuộc năm {year} của kế hoạch.",
    "decision_unit": "Chọn đơn vị được giao trong danh mục đơn vị của Sở; không có đơn vị mang mã “{unit}”.",
    "decision_unit_missing": "Chưa chọn đơn vị được giao.",
    "decision_due": "Hạn phải từ ngày đầu của kỳ đang họp trở đi.",
    "decision_row": "Kế hoạch không có nhiệm vụ hay cam kết mang mã “{row}”.",
    "outcome_empty": "Chưa ghi kết quả.",
    "drop_reason_empty": "Chưa ghi lý do thôi không làm.",
    "outcome_long": "Kết quả, lý do dài quá {most} chữ cái; ghi gọn lại.",
    "settled_before": "Ngày xong phải từ ngày đầu của kỳ đã giao việc trở đi.",
    "settled_later": "Ngày xong không được sau hôm nay.",
    "plan_has_decisions": "Kế hoạch “{plan}” còn việc giao tại cuộc họp: số {numbers}. Hoàn tác các việc đó trước.",
    "papi_target_unread": (
        "Mục tiêu PAPI của {part} “{value}” chưa rõ là nhóm, điểm, hạng hay mức tăng; ghi ví dụ “nhóm trung bình cao "
        "trở lên”, “từ 5,5 điểm trở lên”, “hạng 20 trở lên”, “tăng 0,2 điểm”."
    ),
    "papi_target_range": (
        "Mục tiêu PAPI của {part} “{value}” nằm ngoài khoảng: điểm một nội dung từ 1 đến 10, hạng từ 1 đến 63."
    ),
    "base_bad": "Số gốc “{value}” không phải là một con số; ghi ví dụ 42,394.",
}


class Problem(Protocol):
    """A reason why a setting cannot be taken: its code and the values of its sentence."""

    @property
    def code(self) -> str: ...

    @property
    def details(self) -> Mapping[str, str]: ...


def open_groups(names: Sequence[str]) -> str:
    """Ask who is in the groups that documents name and nobody has answered for."""
    listed = ", ".join(f"“{name}”" for name in names)
    return (
        f"Chưa rõ nhóm {listed} gồm những đơn vị nào; việc giao cho nhóm chưa được tính cho đơn vị nào. "
        "Chọn đơn vị ở thẻ Nhóm."
    )


def due_label(period: Period) -> str:
    """Return "Hạn nộp quý I"."""
    quarter = form.period(period).partition("/")[0]
    return f"Hạn nộp {quarter[0].lower()}{quarter[1:]}"


def outer_label(period: Period) -> str:
    """Return "Báo cáo quý I"."""
    return f"Báo cáo {due_label(period).removeprefix('Hạn nộp ')}"


def due_read(due: date | None, strict: date | None) -> str:
    """Return "05/03/2022 (hiểu chặt 04/03)"."""
    if due is None:
        return NO_DUE
    return f"{form.day(due)} (hiểu chặt {form.day(strict)[:5]})" if strict else form.day(due)


def outer_due(due: date, *, own: bool) -> str:
    """Return the day by which the department reports; ``own``: the office has set it."""
    return form.day(due) if own else f"{form.day(due)} (theo Nghị định)"


def problem(found: Problem) -> str:
    """Return one reason in words. Raises KeyError for a code that has none."""
    return _PROBLEMS[found.code].format_map(found.details)


def problems(found: Iterable[Problem]) -> str:
    """Return all reasons, one sentence each."""
    return " ".join(problem(item) for item in found)
