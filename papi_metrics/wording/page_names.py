"""The texts beside names that the catalogue does not know, and groups of which it does not know who is in them."""

from collections.abc import Mapping, Sequence

from papi_metrics.model.unit import UnitKind
from papi_metrics.wording import form

UNKNOWN_UNITS = "Tên đơn vị chưa có trong danh mục"
UNKNOWN_UNITS_HINT = "Chọn đơn vị mang tên gọi này, hoặc thêm tên vào danh mục; lần đọc sau phần mềm sẽ tự hiểu."
REMEMBER = "Nhớ tên này"
IS_UNIT = "“{name}” là"
CHOOSE_UNIT = "Chọn đơn vị"
LIKE = "{name} (gần giống)"
NEW_UNITS_HINT = "Sở này chưa có trong kho: danh mục đơn vị dưới đây được tạo cùng lúc khi lưu tệp."

OPEN_GROUPS = "Nhóm chưa rõ gồm những đơn vị nào"
OPEN_GROUPS_HINT = "Văn bản chỉ ghi tên nhóm. Chưa chọn thì việc giao cho nhóm chưa được tính cho đơn vị nào."
GROUP_HOLDS = "“{name}” gồm"
CHOOSE_MEMBERS = "Chọn các đơn vị"
KEEP_GROUP = "Lưu nhóm"

NEW: Mapping[UnitKind, str] = {
    UnitKind.UNIT: "Thêm thành đơn vị mới",
    UnitKind.BODY: "Thêm thành tổ chức khác",
    UnitKind.LEADERSHIP: "Thêm làm lãnh đạo (không phải đơn vị)",
    UnitKind.GROUP: "Thêm thành nhóm đơn vị mới",
}

_MOST_NAMED = 3


def add_several(count: int, of: int) -> str:
    """Return what the button says that adds ``count`` of the unknown names at once."""
    return f"Thêm {'cả ' if count == of else ''}{form.number(count)} tên vào danh mục"


def left_to_a_person(alike: Sequence[str], persons: Sequence[str], outside: Sequence[str]) -> str:
    """Say which names are not added at once and why; "" where all are."""
    parts = []
    if persons:
        parts.append(f"Không thêm {_named(persons)}: tên người hoặc chức danh, không phải đơn vị.")
    if outside:
        parts.append(f"Không thêm {_named(outside)}: cơ quan, tổ chức ngoài Sở.")
    if alike:
        parts.append(f"Để riêng {_named(alike)}: gần giống tên đã có, cần chọn từng tên.")
    return " ".join(parts)


def _named(names: Sequence[str]) -> str:
    """Return "“A”, “B” và 4 tên khác"."""
    rest = len(names) - _MOST_NAMED
    listed = ", ".join(f"“{form.shortened(name, 60)}”" for name in names[:_MOST_NAMED])
    return f"{listed} và {form.number(rest)} tên khác" if rest > 0 else listed
