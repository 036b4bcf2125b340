"""Headings that name one of the eight PAPI dimensions."""

import re
from collections.abc import Mapping, Sequence

from papi_metrics.model.text import fold

GOOD: tuple[tuple[str, int], ...] = (
    ("Tham gia của người dân ở cấp cơ sở", 1),
    ("Tham gia của người dân", 1),
    ("1. Đối với nội dung: Tham gia của người dân ở cấp cơ sở", 1),
    ("1. Về nội dung Tham gia của người dân ở cấp cơ sở", 1),
    ("Sự tham gia của người dân ở cấp cơ sở", 1),
    ("1. Về sự tham gia của người dân ở cấp cơ sở", 1),
    ("THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ", 1),
    ("2. Đối với nội dung: Công khai minh bạch", 2),
    ("Công khai, minh bạch", 2),
    ("Công khai, minh bạch các hoạt động", 2),
    ("Công khai, minh bạch trong việc ra quyết định ở địa phương", 2),
    ("Công khai, minh bạch trong việc ra quyết định", 2),
    ("1. Chỉ số “Trách nhiệm giải trình với Nhân dân”", 3),
    ("Trách nhiệm giải trình với người dân.", 3),
    ("III. Trách nhiệm giải trình", 3),
    ("Kiểm soát tham nhũng", 4),
    ('2. Chỉ số "Kiểm soát tham nhũng trong khu vực công"', 4),
    ("Cải cách thủ tục hành chính", 5),
    ("Cải cách TTHC", 5),
    ("5. Thủ tục hành chính", 5),
    ("5. Về Thủ tục hành chính công", 5),
    ("Nội dung 5: Thủ tục hành chính công", 5),
    ("Chỉ số nội dung 5", 5),
    ("Nội dung số 7", 7),
    ("6. Đối với nội dung:  Cung ứng dịch vụ công ", 6),
    ("VI. Cung ứng dịch vụ công (PAPI)", 6),
    ("Chỉ số thành phần: Quản trị môi trường", 7),
    ("Quản trị điện tử", 8),
    ("Chính quyền điện tử", 8),
    (
        "4. Quản trị điện tử - Mức độ sẵn có và sử dụng dịch vụ công trực tuyến do chính quyền cung cấp",
        8,
    ),
)
BAD: tuple[str, ...] = (
    "",
    "Thực hiện công khai, minh bạch trong việc ra quyết định ở địa phương",
    "Công khai, minh bạch các quy định, thủ tục hành chính thuộc thẩm quyền giải quyết của Sở",
    "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định.",
    "Tiếp tục thực hiện tuyên truyền công tác kiểm soát thủ tục hành chính.",
    "Nhiệm vụ cho từng chỉ số thành phần PAPI",
    "Tăng cường công tác Quản trị và vận hành Cổng Thông tin điện tử",
    "Nâng cao trách nhiệm giải trình với người dân",
    "Quản trị điện tử và quản trị môi trường",
    "Nội dung 9",
    "Sự",
    "Sự tham gia của người dân và doanh nghiệp",
    "Minh bạch hóa hoạt động",
    "Môi trường",
    "Rà soát thủ tục hành chính",
    "5",
    "1. Mục đích",
)

_LIST_NUMBER = re.compile(r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-h])\s*[.):/-]+\s*)?(?:[-+*•]\s*)?")
_PREFIX = re.compile(
    r"^(?:(?:ve|doi voi)\s+)?"
    r"(?:(?:chi so|noi dung|truc|linh vuc)(?:\s+(?:noi dung|thanh phan|papi))*(?:\s+(?:so|thu)?\s*\d)?\s*[:.-]?\s*)?"
    r"(?:su\s+)?"
)
_NUMBERED = re.compile(r"^(?:ve\s+|doi voi\s+)?(?:chi so\s+)?(?:truc\s+)?noi dung\s+(?:so\s+|thu\s+)?([1-8])$")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_EXPLANATION = re.compile(r"\s+-\s+|\s*:\s+")


class DimensionNames:
    """The names and aliases of the dimensions, compared without marks, case, commas and quotes."""

    def __init__(self, names: Mapping[int, Sequence[str]]) -> None:
        self._numbers = {_key(name): number for number, known in names.items() for name in known}

    def read(self, text: str) -> int | None:
        """Return 1-8 for a heading that names a dimension, else None.

        A heading is a list number, words such as "Đối với nội dung:", and the name, with at most an
        explanation behind a dash, a colon or in brackets. The number printed before a heading is its place
        in that document and says nothing; "Nội dung 5" without a name is dimension 5. A sentence that
        merely holds a name is no heading.
        """
        heading = _LIST_NUMBER.sub("", fold(text), count=1).strip(" .;,:")
        if match := _NUMBERED.match(heading):
            return int(match[1])
        heading = heading.replace('"', "")
        named = _PREFIX.sub("", heading, count=1)
        for candidate in (heading, named):
            for form in (candidate, _REMARK.sub("", candidate), _EXPLANATION.split(candidate, maxsplit=1)[0]):
                number = self._numbers.get(_key(form))
                if number is not None:
                    return number
        return None


def _key(text: str) -> str:
    folded = fold(text).replace('"', " ").replace(",", " ").strip(" .;:")
    return " ".join(folded.split())
