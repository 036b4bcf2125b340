"""What a name that no list knows is the name of: a unit, a body, a group of units, or persons and posts."""

import re
from functools import lru_cache

from papi_metrics.model.text import clean, fold
from papi_metrics.model.unit import UnitKind

UNIT, BODY, LEADERSHIP, GROUP = UnitKind.UNIT, UnitKind.BODY, UnitKind.LEADERSHIP, UnitKind.GROUP

# Persons and posts are leadership, as directors are: they direct tasks and are no unit that reports.
GOOD: tuple[tuple[str, UnitKind], ...] = (
    ("Ông Nguyễn Văn A", LEADERSHIP),
    ("ông Lê Bình", LEADERSHIP),
    ("Bà Trần Thị B", LEADERSHIP),
    ("Đ/c Trần B", LEADERSHIP),
    ("Đ/C Lê Văn C, PGĐ", LEADERSHIP),
    ("Đc. Hoàng Nam", LEADERSHIP),
    ("Đồng chí Giám đốc Sở", LEADERSHIP),
    ("Các đồng chí Phó Giám đốc", LEADERSHIP),
    ("Nguyễn Văn A", LEADERSHIP),
    ("TRẦN THỊ BÍCH NGỌC", LEADERSHIP),
    ("Trần B", LEADERSHIP),
    ("Lê Thị Hoa - Phó Giám đốc", LEADERSHIP),
    ("TS. Phạm Văn D", LEADERSHIP),
    ("Giám đốc", LEADERSHIP),
    ("Giám đốc Sở", LEADERSHIP),
    ("GIÁM ĐỐC", LEADERSHIP),
    ("Giam doc So", LEADERSHIP),
    ("Phó Giám đốc phụ trách", LEADERSHIP),
    ("Phó Giám đốc Nguyễn Văn A", LEADERSHIP),
    ("PGĐ Sở", LEADERSHIP),
    ("GĐ", LEADERSHIP),
    ("Ban Giám đốc", LEADERSHIP),
    ("Lãnh đạo phụ trách", LEADERSHIP),
    ("Lãnh đạo Sở", LEADERSHIP),
    ("Chánh Văn phòng", LEADERSHIP),
    ("Phó Chánh Thanh tra", LEADERSHIP),
    ("Trưởng phòng Tổ chức cán bộ", LEADERSHIP),
    ("Trưởng các phòng, đơn vị", LEADERSHIP),
    ("Thủ trưởng các đơn vị", LEADERSHIP),
    ("Chi cục trưởng Chi cục Kiểm lâm", LEADERSHIP),
    ("Phó Chủ tịch UBND tỉnh", LEADERSHIP),
    ("Các phòng, đơn vị thuộc Sở", GROUP),
    ("Các phòng chuyên môn, Chi cục, Trung tâm thuộc Sở", GROUP),
    ("CÁC PHÒNG, ĐƠN VỊ CÓ TTHC", GROUP),
    ("Tất cả các phòng", GROUP),
    ("Toàn thể công chức, viên chức", GROUP),
    ("Ban Thanh tra nhân dân", BODY),
    ("Công đoàn Sở", BODY),
    ("Đoàn Thanh niên", BODY),
    ("Hội đồng sáng kiến", BODY),
)
# Names of units that look like one of the others.
BAD: tuple[str, ...] = (
    "Văn phòng",
    "Thanh tra",
    "Văn Phòng Sở",
    "VĂN PHÒNG SỞ",
    "Chi cục Kiểm lâm",
    "Chi Cục Chăn Nuôi Và Thú Y",
    "Ban Quản lý rừng phòng hộ",
    "Trung tâm Giám định",
    "Trung tâm Khuyến nông",
    "Trường Cao đẳng Y tế",
    "Trường Phòng cháy",
    "Hạt Kiểm lâm Hướng Hóa",
    "Phòng Giáo dục",
    "Hồ chứa nước Trúc Kinh",
    "Phòng Trần Văn Ơn",
    "Quỹ Bảo vệ môi trường",
    "Đội Kiểm tra",
)

# Bodies outside of a department: they may lead or help, and none of them reports to it.
OUTSIDE: tuple[str, ...] = (
    "Các xã",
    "UBND các xã, phường",
    "UBND cấp xã",
    "Ủy ban nhân dân huyện Hướng Hóa",
    "xã Tân Lập",
    "Phường Đông Hà",
    "Phường 5",
    "Các huyện, thị xã, thành phố",
    "Thị trấn Krông Klang",
    "Thành phố Đông Hà",
    "Các địa phương",
    "Chính quyền cơ sở",
    "Sở Nội vụ",
    "Sở KH&CN",
    "Các Sở, ban, ngành",
    "Công ty Cổ phần Nước sạch",
    "Cty TNHH Hoa Sen",
    "Các doanh nghiệp",
    "Bộ Nội vụ",
    "HĐND tỉnh",
    "Công an tỉnh",
    "Báo Quảng Trị",
    "Đài PT-TH tỉnh",
    "MTTQ các cấp",
)
INSIDE: tuple[str, ...] = (
    *BAD,
    "Các phòng, đơn vị thuộc Sở",
    "Lãnh đạo Sở",
    "Sở",
    "Toàn Sở",
    "Bộ phận một cửa",
    "Công đoàn Sở",
    "Phòng Quản lý đô thị và các xã",
    "Chi cục Quản lý thị trường",
    "Các đơn vị sự nghiệp",
    "Xây dựng cơ bản",
    "Báo cáo viên",
    "Phương tiện và người lái",
)

_LISTS = re.compile(r"^(?:cac|tat ca|toan|moi)\b\s*(?:the|bo|cac)?\b\s*")
_BODIES = re.compile(
    r"^(?:ban thanh tra nhan dan|ban chi dao|cong doan|doan (?:thanh nien|tncs|tn)|dang uy|dang bo|chi bo|chi hoi|"
    r"hoi (?:cuu chien binh|dong|phu nu)|to cong tac|to chi dao)\b"
)
_OUTSIDE = re.compile(
    r"^(?:(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|mttq|mat tran to quoc|xa|phuong|huyen|quan|thi xa|thi tran|"
    r"thanh pho|cap (?:xa|huyen)|dia phuong|chinh quyen|cong ty|cty|doanh nghiep|tap doan|ngan hang|cong an|"
    r"bo chi huy|dai (?:phat thanh|pt|truyen hinh)|tinh (?:uy|doan)|huyen uy)\b|so,? (?!va\b)\S|bo (?!phan\b)\S)"
)
# Marks tell "Báo Quảng Trị" from "Bảo …", "Phường" from "Phương", "Quận" from "Quản".
_PAPER = re.compile(r"Báo [A-ZĐ]")
_ONLY_ALIKE = re.compile(r"(?:phương|quản|quân|số|sổ|bổ|bố|bờ)(?!\w)", re.IGNORECASE)
# "Bà" is told from "Ba" by its mark, a degree from an abbreviated name by its full stop.
_ADDRESS = re.compile(r"^(?:ông|ong|bà|dong chi|đồng chí|[đd] ?/ ?c|đ\.?c|(?:pgs|gs|ths?|ts|ks|bs)(?=\.))\W+\w")
_SHORT_POST = re.compile(r"^p?\.?gđ(?![\w&])")
_POSTS = re.compile(
    r"^(?:pho |quyen |nguyen )*(?:(?:tong )?giam doc|ban (?:giam doc|lanh dao)|(?:tap the )?lanh dao|chu tich|"
    r"chanh (?:van phong|thanh tra)|(?:chi cuc|cuc|vien|hat|doi|tram|khoa|hieu|ke toan) truong|thu truong|bi thu|"
    r"truong (?:phong|ban|bo phan|khoa|tram|cac|doan|don vi)|pho (?:phong|ban)|nguoi dung dau)\b"
)
# Hardly a place or a thing begins with these; with those below it takes three words to be sure.
_SURNAMES = frozenset({"nguyễn", "trần", "phạm", "huỳnh", "võ", "đặng", "bùi", "đỗ", "ngô", "trịnh"})
_MORE_SURNAMES = frozenset(
    {"lê", "hoàng", "phan", "vũ", "hồ", "dương", "lý", "đinh", "đào", "mai", "lương", "hà", "tô", "tạ", "trương"}
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 5
_TAIL = re.compile(r"\s*[-–,(/].*$", re.DOTALL)


@lru_cache(maxsize=1024)
def kind_of_name(text: str) -> UnitKind:
    """Return what a name is, as far as its wording shows; what shows nothing else is a unit."""
    printed, folded, behind, rest = _parted(text)
    if _is_person(behind):
        return LEADERSHIP
    if _POSTS.match(rest) and not printed.casefold().startswith("trường"):
        return LEADERSHIP
    if is_outside(printed):
        return BODY
    if rest != folded:
        return GROUP
    return BODY if _BODIES.match(folded) else UNIT


def is_outside(text: str) -> bool:
    """Whether a name is that of a body outside of the department: a commune, another Sở, a company."""
    _, _, behind, rest = _parted(text)
    return bool(_OUTSIDE.match(rest) and not _ONLY_ALIKE.match(behind)) or bool(_PAPER.match(behind))


def _parted(text: str) -> tuple[str, str, str, str]:
    """A name as printed and folded, and both without "các", "tất cả các" before it, where letters keep their places."""
    printed = clean(text).strip(" .;,:-–+*")
    folded = fold(printed)
    rest = _LISTS.sub("", folded)
    behind = printed[len(folded) - len(rest) :] if len(printed) == len(folded) else printed
    return printed, folded, behind, rest


def _is_person(printed: str) -> bool:
    lower = printed.casefold()
    if _ADDRESS.match(lower) or _SHORT_POST.match(lower):
        return True
    words = _TAIL.sub("", printed).split()
    if not 2 <= len(words) <= _LONGEST_NAME or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    first = words[0].casefold()
    return first in _SURNAMES or (first in _MORE_SURNAMES and len(words) > 2)
