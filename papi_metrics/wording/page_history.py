"""The texts of the history of Cập nhật quý: imports and settings, taking them back, two people at one setting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papi_metrics.model.change import Change, Setting
from papi_metrics.model.decision import Decision, Settlement
from papi_metrics.model.ledger import CommitmentSetting, ImportEntry, Rejection, Revocation, ScoreEntry, SettingsEntry
from papi_metrics.model.office import Office, Signer
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, Organisation, Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.version import Version, VersionOf
from papi_metrics.wording import form, labels
from papi_metrics.wording.page_update import NO_VALUE, moment

HISTORY = "Lịch sử"
KIND = "Loại"
IMPORTS = "Lần nhập"
SETTINGS = "Thiết lập"
REJECTIONS = "Trả lại"
DECISIONS = "Việc giao"
SCORES = "Bảng điểm"
KINDS = (IMPORTS, REJECTIONS, DECISIONS, SCORES, SETTINGS)
SCOPE = "Phạm vi"
THIS_PLAN = "Kế hoạch đang xem"
ALL_PLANS = "Tất cả"
NO_IMPORTS = "Chưa có lần nhập nào."
NO_SETTINGS = "Chưa có thiết lập nào."
NO_REJECTIONS = "Chưa trả lại tệp nào."
NO_SCORES = "Chưa nhập bảng điểm nào; trang Điểm PAPI dùng điểm có sẵn trong chương trình."
IMPORT_COLUMNS = ("Số", "Lúc, người thực hiện", "Kế hoạch, kỳ", "Tệp", "Nội dung", "Trạng thái")
SETTINGS_COLUMNS = ("Số", "Lúc, người thực hiện", "Kế hoạch, Sở", "Thay đổi", "Trạng thái")
REJECTION_COLUMNS = ("Số", "Lúc, người thực hiện", "Kế hoạch, kỳ", "Tệp", "Đơn vị gửi, điểm cần xem", "Trạng thái")
SCORE_COLUMNS = ("Số", "Lúc, người thực hiện", "Tệp", "Năm, số con số, số tỉnh", "Trạng thái")
STANDING = "Đang dùng"
SENT_BACK = "Đã trả lại"
TOLD = "Nội dung gửi đơn vị"
REVOKED = "Đã hoàn tác"
ILLUSTRATIVE = "minh họa"
OPEN = "Mở"
CLOSE = "Đóng"
MORE = "Xem thêm {count} mục"
DOWNLOAD = "Tải tệp gốc"
NO_ORIGINAL = "Không còn tệp gốc trong kho."
ACCEPTED_BECAUSE = "Lý do chấp nhận: {reason}"

# Versions
COMPARE_WITH = "So sánh với"
COMPARE_NONE = "Chọn một bản"
COMPARED = "So sánh {old} với {new}"
COMPARED_RETURNS = "So nội dung hai tệp như đơn vị gửi, kể cả các ô Văn phòng đã sửa; không so với số liệu đang dùng."
COMPARED_PLANS = "So các nhiệm vụ, cam kết của kế hoạch ngay sau mỗi lần nạp."
COMPARED_SAME = "Hai bản giống nhau, không dòng nào khác."
UNREAD = "{text} (không đọc được)"
NOT_COMPARABLE = "Chỉ so sánh được hai bản của cùng đơn vị gửi, cùng kế hoạch và cùng kỳ."
NO_ORIGINAL_OF = "Không so sánh được: không còn tệp gốc của mục số {number} trong kho."
NO_MORE = "Không còn"
GONE_FROM = "Không còn trong {version}"
_VERSIONS: Mapping[VersionOf, str] = {
    VersionOf.RETURN: "{version} của {sender}, {period}",
    VersionOf.NARRATIVE: "{version} của báo cáo tường thuật {period}",
    VersionOf.PLAN: "{version} của tệp kế hoạch",
    VersionOf.COMMITMENTS: "{version} của bảng cam kết",
}

# What a setting changed
CHANGES = "Nội dung thay đổi"
CHANGE_COLUMNS = ("Đối tượng", "Mục", "Trước", "Sau")
FOUNDED_FOR = "Được tạo cùng lần nhập số {number}."
BEFORE = "ghi “trước ngày”"
NOTHING_CHANGED = "Không thay đổi nội dung"

# Taking back, bringing back
UNDO = "Hoàn tác"
RESTORE = "Khôi phục"
REASON = "Lý do"
REASON_NEEDED = "Ghi lý do trước."
FOUNDED_TOO = (
    "Kế hoạch (và Sở) được tạo cùng lần nhập này cũng được rút lại khi không còn lần nhập hay thiết lập nào dựa vào."
)
IMPORTS_BUILT_ON = "Có {count} lần nhập sau dựa trên lần này vẫn được giữ: {numbers}."
SETTINGS_BUILT_ON = (
    "Thiết lập sau đã sửa cùng nội dung và vẫn được giữ: số {numbers}. "
    "Muốn trở về trước mục này thì hoàn tác các mục đó trước."
)
SCORES_BUILT_ON = "Có {count} bảng điểm nhập sau cho cùng năm vẫn được giữ: số {numbers}."
BUILT_ON: Mapping[type, str] = {SettingsEntry: SETTINGS_BUILT_ON, ScoreEntry: SCORES_BUILT_ON}
TOGETHER = "Cùng trở lại {count} mục đã hoàn tác trong một lần: số {numbers}."
WITH_IMPORT = "Mục này được tạo cùng lần nhập số {number} và có hiệu lực lại khi lần nhập đó được khôi phục."
MET_UNDONE = "Mục này vừa được hoàn tác ở cửa sổ khác; không hoàn tác lần nữa."
MET_RESTORED = "Mục này vừa được khôi phục ở cửa sổ khác; không khôi phục lần nữa."
REVOKED_WHY = "Hoàn tác lúc {when}, {who}. Lý do: {reason}"
NOBODY = "không ghi tên"

# Two people at one setting
CONFLICT = "“{name}” đã được người khác sửa sau khi biểu mẫu này được mở. Chưa lưu gì; xem hai bản rồi chọn một bản."
CONFLICT_GONE = "“{name}” đã được người khác bỏ sau khi biểu mẫu này được mở. Chưa lưu gì."
CONFLICT_NAME = "Hai bản khác nhau"
CONFLICT_COLUMNS = ("Đối tượng", "Mục", "Đang lưu", "Bản vừa nhập")
KEEP_MINE = "Lưu bản vừa nhập"
TAKE_STORED = "Lấy bản đang lưu"
MOVED = "“{name}” vừa được người khác sửa; biểu mẫu bên dưới còn theo bản cũ."


@dataclass(frozen=True, slots=True)
class Sort:
    """What is asked before an entry of one sort is taken back or brought back, and what is said when it is done."""

    undo: str
    restore: str
    undone: str
    restored: str


SORTS: Mapping[type, Sort] = {
    ImportEntry: Sort(
        "Hoàn tác lần nhập số {number}: số liệu trở lại như trước lần nhập này. "
        "Tệp và lịch sử vẫn được giữ, có thể khôi phục.",
        "Khôi phục lần nhập số {number}: số liệu của lần nhập này được tính lại.",
        "Đã hoàn tác lần nhập số {number}.",
        "Đã khôi phục lần nhập số {number}.",
    ),
    SettingsEntry: Sort(
        "Hoàn tác thiết lập số {number}: nội dung trở lại như cột “Trước”. Lịch sử vẫn được giữ, có thể khôi phục.",
        "Khôi phục thiết lập số {number}: nội dung của thiết lập này có hiệu lực lại.",
        "Đã hoàn tác thiết lập số {number}.",
        "Đã khôi phục thiết lập số {number}.",
    ),
    Rejection: Sort(
        "Hoàn tác lần trả lại số {number}: tệp không còn tính là đã trả lại đơn vị. "
        "Tệp và lịch sử vẫn được giữ, có thể khôi phục.",
        "Khôi phục lần trả lại số {number}: tệp lại được tính là đã trả lại đơn vị.",
        "Đã hoàn tác lần trả lại số {number}.",
        "Đã khôi phục lần trả lại số {number}.",
    ),
    ScoreEntry: Sort(
        "Hoàn tác bảng điểm số {number}: điểm của năm trở lại như trước lần nhập này. "
        "Tệp và lịch sử vẫn được giữ, có thể khôi phục.",
        "Khôi phục bảng điểm số {number}: điểm trong bảng lại được dùng.",
        "Đã hoàn tác bảng điểm số {number}.",
        "Đã khôi phục bảng điểm số {number}.",
    ),
    Decision: Sort(
        "Hoàn tác việc giao số {number}: việc không còn được theo dõi. Lịch sử vẫn được giữ, có thể khôi phục.",
        "Khôi phục việc giao số {number}: việc lại được theo dõi.",
        "Đã hoàn tác việc giao số {number}.",
        "Đã khôi phục việc giao số {number}.",
    ),
    Settlement: Sort(
        "Hoàn tác kết quả số {number}: việc trở lại như trước khi ghi kết quả này.",
        "Khôi phục kết quả số {number}.",
        "Đã hoàn tác kết quả số {number}.",
        "Đã khôi phục kết quả số {number}.",
    ),
}

_FIELDS: Mapping[str, str] = {
    "name": "Tên",
    "kind": "Loại",
    "aliases": "Tên gọi trong văn bản",
    "members": "Các đơn vị trong nhóm",
    "province": "Tỉnh, thành phố",
    "year": "Năm",
    "title": "Tên kế hoạch",
    "calendar": "Hạn đơn vị nộp báo cáo",
    "outer": "Hạn Sở báo cáo cấp trên",
    "due_soon_days": "Báo sắp đến hạn trước (ngày)",
    "index": "Chỉ số",
    "base": "Số gốc",
}
_OFFICE_FIELDS: Mapping[str, str] = {
    "parent": "Cơ quan chủ quản",
    "name": "Cơ quan ban hành",
    "code": "Ký hiệu",
    "drafter": "Đơn vị soạn thảo",
    "place": "Địa danh",
    "signer": "Người ký",
}
_PAPI_TARGET_FIELDS: Mapping[str, str] = {"text": "Mục tiêu PAPI"}
_FIELDS_OF: Mapping[type, Mapping[str, str]] = {Office: _OFFICE_FIELDS, PapiTarget: _PAPI_TARGET_FIELDS}
_NOUNS: Mapping[type, str] = {Organisation: "Sở", Office: "thông tin văn bản của", Plan: "kế hoạch", Unit: "đơn vị"}


def version_number(number: int) -> str:
    """Return "bản 2"."""
    return f"bản {form.number(number)}"


def version(item: Version, sender: str) -> str:
    """Return "bản 2 của Thanh tra, quý I/2022"; ``sender`` is the name of the unit whose return it is."""
    period = item.entry.period
    of = period if isinstance(period, Period) or period is None else Period.parse(period)
    said = form.period_inside(of) if of else ""
    return _VERSIONS[item.of].format(version=version_number(item.number), sender=sender, period=said)


def version_choice(item: Version) -> str:
    """Return "bản 2 – 04/03/2022 16:20, Lan (đã trả lại)", to choose a version from."""
    entry = item.entry
    state = REVOKED if entry.revoked else SENT_BACK if isinstance(entry, Rejection) else ""
    who = f", {entry.made_by}" if entry.made_by else ""
    mark = f" ({state.lower()})" if state else ""
    return f"{version_number(item.number)} – {moment(entry.made_at)}{who}{mark}"


def summary(changes: Sequence[Change]) -> str:
    """Return what a save of settings did in one line: "Sửa đơn vị “Văn phòng Sở”", "Thêm 9 đơn vị"."""
    parts = []
    for kind, noun in _NOUNS.items():
        of_kind = [change for change in changes if isinstance(change.after or change.before, kind)]
        for verb, some in (
            ("Thêm", [change for change in of_kind if change.before is None]),
            ("Sửa", [change for change in of_kind if change.before is not None and change.after is not None]),
            ("Bỏ", [change for change in of_kind if change.after is None]),
        ):
            if some:
                parts.append(f"{verb} {noun} “{some[0].name}”" if len(some) == 1 else f"{verb} {len(some)} {noun}")
    of_commitments = sum(isinstance(change.after or change.before, CommitmentSetting) for change in changes)
    if of_commitments:
        parts.append(f"Chỉ số, số gốc của {form.number(of_commitments)} cam kết")
    of_targets = sum(isinstance(change.after or change.before, PapiTarget) for change in changes)
    if of_targets:
        parts.append(f"Mục tiêu PAPI của {form.number(of_targets)} nội dung")
    return " · ".join(parts) or NOTHING_CHANGED


def lines(changes: Iterable[Change], names: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Return thing, field, before and after of everything that differs; ``names`` are those of units by code."""
    return [
        (change.name, label, before, after)
        for change in changes
        for label, before, after in _differing(change.before, change.after, names)
    ]


def revoked_why(item: Revocation) -> str:
    """Return when, by whom and why an entry was taken back."""
    return REVOKED_WHY.format(when=moment(item.made_at), who=item.made_by or NOBODY, reason=item.reason)


def numbers(listed: Iterable[int]) -> str:
    """Return "5, 6, 1.024"."""
    return ", ".join(form.number(number) for number in listed)


def _differing(before: Setting | None, after: Setting | None, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    known = after if after is not None else before
    found = []
    for field, label in _FIELDS_OF.get(type(known), _FIELDS).items():
        if hasattr(known, field):
            # Members are codes; a name in documents may look like one.
            of_codes = names if field == "members" else {}
            old, new = (_said(getattr(item, field, None), of_codes) for item in (before, after))
            if old != new:
                found.append((label, old, new))
    return found


def _said(value: object, names: Mapping[str, str]) -> str:
    match value:
        case None | "" | ():
            return NO_VALUE
        case Calendar():
            days = (f"quý {quarter}: {day.day:02d}/{day.month:02d}" for quarter, day in sorted(value.due.items()))
            said = "; ".join(days) or NO_VALUE
            return f"{said} ({BEFORE})" if value.before else said
        case Signer():
            post = f"KT. {value.stands_for} – {value.post}" if value.stands_for else value.post
            return " ".join(part for part in (post, value.name) if part)
        case UnitKind():
            return labels.UNIT_KINDS[value]
        case Decimal():
            return form.number(value)
        case tuple():
            return "; ".join(names.get(str(item), str(item)) for item in value)
    return str(value)
