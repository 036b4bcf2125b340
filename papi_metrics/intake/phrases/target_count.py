"""What a target can count, and the promise that none of it is there: "không để xảy ra vụ việc nào".

Only what is counted is read so: "không để xảy ra tiêu cực" has nothing to count and is left to a person.
"""

import re

from papi_metrics.model.text import fold

# Text and what is counted; none of it may be there.
GOOD: tuple[tuple[str, str], ...] = (
    ("không có vụ việc nào", "vụ việc"),
    ("Không để xảy ra vụ việc nào", "vụ việc"),
    ("không để xảy ra vụ việc khiếu nại đông người, vượt cấp", "vụ việc"),
    ("Không để phát sinh các vụ việc phức tạp", "vụ việc"),
    ("Không có trường hợp nào vi phạm", "trường hợp"),
    ("không để bất kỳ trường hợp nào bị kỷ luật", "trường hợp"),
    ("Không (0) vụ việc nào", "vụ việc"),
    ("không còn đơn thư tồn đọng", "đơn thư"),
    ("Không để tồn đọng đơn thư", "đơn thư"),
    ("không có cán bộ, công chức nào vi phạm", "cán bộ"),
    ("Không để xảy ra khiếu nại nào", "khiếu nại"),
    ("Không bỏ sót nhiệm vụ nào", "nhiệm vụ"),
    ("Không có hồ sơ trễ hạn", "hồ sơ"),
    ("Không để hồ sơ nào chậm giải quyết", "hồ sơ"),
    ("Không để trễ hạn báo cáo nào", "báo cáo"),
    ("Số vụ việc khiếu nại kéo dài: 0", "vụ việc"),
    ("Số đơn thư tồn đọng bằng 0.", "đơn thư"),
    ("giảm số vụ vi phạm về 00", "vụ"),
    ("không có văn bản nào ban hành chậm", "văn bản"),
    ("Không để nhiệm vụ nào chưa hoàn thành", "nhiệm vụ"),
    ("Không có phản ánh, kiến nghị nào", "phản ánh"),
)
# Nothing is counted in them, or they promise nothing.
BAD: tuple[str, ...] = (
    "không để xảy ra tiêu cực",
    "Không để xảy ra tiêu cực, tham nhũng, lãng phí",
    "không để xảy ra sai phạm",
    "không vụ lợi",
    "Không để vụ lợi cá nhân",
    "không để dồn ứ công việc",
    "Không yêu cầu người dân nộp thêm giấy tờ",
    "Không có hồ sơ giấy",
    "chưa có vụ việc nào",
    "Trường hợp không có vụ việc phát sinh thì báo cáo",
    "nếu không có trường hợp nào thì không phải báo cáo",
    "không chỉ giải quyết vụ việc",
    "Có hoặc không có vụ việc",
    "Báo cáo có hay không có trường hợp nào vi phạm",
)
# Something is counted, but it is not certain that none of it may be there, or more than one thing is.
DOUBTFUL: tuple[str, ...] = (
    "cơ bản không còn đơn thư tồn đọng",
    "Hầu như không có trường hợp nào vi phạm",
    "Không có đơn thư tồn đọng, không để xảy ra vụ việc vượt cấp",
    "Không có trường hợp",
    "Không có trường hợp.",
    "Không có bài, tin nào được đăng",
    "Không có dịch vụ công nào",
    "không có văn bản nào ban hành chậm; 100% văn bản được đăng tải",
    "Tổ chức ít nhất 02 hội nghị. Không để xảy ra vụ việc nào",
    "Giải quyết không quá 5 ngày; không có vụ việc nào",
)

COUNTED = (
    "nhiệm vụ",
    "hồ sơ",
    "văn bản",
    "thủ tục hành chính",
    "thủ tục",
    "TTHC",
    "dịch vụ công",
    "dịch vụ",
    "lượt người",
    "lượt",
    "cuộc",
    "lớp",
    "buổi",
    "hội nghị",
    "hội thảo",
    "đơn vị",
    "phòng",
    "người",
    "tin",
    "bài",
    "chuyên mục",
    "tiêu chí",
    "chỉ tiêu",
    "chỉ số",
    "nội dung",
    "giải pháp",
    "mô hình",
    "sáng kiến",
    "vụ việc",
    "vụ",
    "trường hợp",
    "đợt",
    "đề tài",
    "dự án",
    "sản phẩm",
    "báo cáo",
    "kế hoạch",
    "quyết định",
    "phương án",
    "kiến nghị",
    "phản ánh",
    "ý kiến",
    "khiếu nại",
    "tố cáo",
    "đơn thư",
    "đơn",
    "cán bộ",
    "công chức",
    "viên chức",
    "cơ sở",
    "doanh nghiệp",
    "cây",
    "triệu đồng",
    "tỷ đồng",
    "đồng chí",
    "đồng",
    "lần/năm",
    "lần/quý",
    "lần/tháng",
    "lần/tuần",
    "lần",
    "ngày làm việc",
    "ngày",
    "giờ",
)
# A length of time is a target only with a word that says which way, and not beside another figure.
DURATIONS = frozenset({"ngày làm việc", "ngày", "giờ"})
_UNITS = {fold(unit): unit for unit in COUNTED if unit not in DURATIONS}
_NOUN = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_WORDS = (
    "duoc|de|co|con|phep|xay ra|phat sinh|dien ra|xuat hien|ton tai|ton dong|tre han|qua han|cham tre|cham|bo sot"
    "|bat ky|bat cu|mot|cac|nhung"
)
# Counted wherever they stand; the rest only with "nào", or a few where what is wrong with them is said.
_CASES = frozenset({"vụ việc", "vụ", "trường hợp", "đơn thư"})
_CASES_GONE_WRONG = frozenset({"hồ sơ", "nhiệm vụ", "văn bản", "báo cáo", "kiến nghị"})
# None of them is good news, whatever is said of them; none of the rest is only where something is wrong with it.
_UNWANTED = _CASES | {"khiếu nại", "tố cáo", "đơn", "kiến nghị", "phản ánh"}
_WRONG = re.compile(
    r"^[^.;]{0,30}?\b(?:(?:tre|qua|cham) han|cham|ton dong|vuot cap|keo dai|sai sot|vi pham|ky luat|chua)\b"
)
_WRONG_VERBS = re.compile(r"\b(?:ton dong|tre han|qua han|cham|bo sot)\b")
_NONE = re.compile(
    rf"\bkhong\s+(?P<verbs>(?:(?:{_WORDS})\s+)*)(?P<noun>{_NOUN})(?! loi)\b"
    rf"|\bso\s+(?P<number_of>{_NOUN})\b[^.;:,\d]{{0,80}}?\s*(?:[:=]|\b(?:bang|la|ve|con))\s*0+(?![\d.,/]*\d|\s*%)"
)
_ANY = re.compile(r"^(?:,? \w+){0,8}? nao\b")
_NO_PROMISE = re.compile(r"\b(?:neu|khi|truong hop|co (?:hoac|hay))\s*$")
_UNSURE = re.compile(r"\b(?:co ban|hau nhu|gan nhu|han che)\b[^.;,]*$")


def counted_as_none(folded: str) -> list[tuple[str, bool]]:
    """Return what a folded text promises none of, each with whether that is uncertain."""
    found = []
    for match in _NONE.finditer(folded):
        before, after = folded[: match.start()], folded[match.end() :]
        unit, unsure = _UNITS[match["noun"] or match["number_of"]], bool(_UNSURE.search(before))
        if match["number_of"]:
            found.append((unit, unsure))
        elif not _NO_PROMISE.search(before) and _is_counted(unit, match["verbs"], after):
            found.append((unit, unsure or not _is_promise(unit, match["verbs"], after)))
    return found


def _is_counted(unit: str, verbs: str, after: str) -> bool:
    if _ANY.match(after):
        return True
    return bool(verbs) and (unit in _CASES or (unit in _CASES_GONE_WRONG and _goes_wrong(verbs, after)))


def _is_promise(unit: str, verbs: str, after: str) -> bool:
    """Whether it is good news that there is none of it: "không có trường hợp" does not even say of what."""
    if unit == "trường hợp" and not after.strip(" .,;"):
        return False
    return unit in _UNWANTED or _goes_wrong(verbs, after)


def _goes_wrong(verbs: str, after: str) -> bool:
    return bool(_WRONG_VERBS.search(verbs) or _WRONG.match(after))
