"""Which field a header cell names: the synonyms that offices use, one grammar a field.

A header is compared as a whole cell, folded, with every mark but % read as a space, so that
"Mục tiêu/Kết quả", "MỤC TIÊU, KẾT QUẢ" and a text broken over lines are one wording.
"""

import re
from enum import StrEnum
from functools import lru_cache

from papi_metrics.model.text import fold


class Field(StrEnum):
    """What a column holds. The values are the names under which records list their cells."""

    NUMBER = "number"
    CONTENT = "content"
    SECTION = "section"
    DIMENSION = "dimension"
    INDEX = "index"
    TARGET = "target"
    DIRECTOR = "director"
    LEAD = "lead"
    COORDINATORS = "coordinators"
    DEADLINE = "deadline"
    KEY = "key"
    STATUS = "status"
    PERCENT = "percent"
    DONE_ON = "done_on"
    RESULT = "result"
    EVIDENCE = "evidence"
    EVIDENCE_NUMBER = "evidence_number"
    EVIDENCE_DATE = "evidence_date"
    EVIDENCE_TITLE = "evidence_title"
    EVIDENCE_LINK = "evidence_link"
    DIFFICULTIES = "difficulties"
    PROPOSAL = "proposal"
    NEXT_STEPS = "next_steps"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    JUDGEMENT = "judgement"
    FINALITY = "finality"
    AS_OF = "as_of"
    CAUSE = "cause"
    REMEDY = "remedy"
    NEW_DEADLINE = "new_deadline"
    RESPONSIBLE = "responsible"
    IGNORED = "ignored"


PLACE_FIELDS = frozenset({Field.NUMBER, Field.CONTENT, Field.SECTION, Field.DIMENSION, Field.KEY, Field.IGNORED})
PLAN_FIELDS = frozenset(
    {Field.INDEX, Field.TARGET, Field.DIRECTOR, Field.LEAD, Field.COORDINATORS, Field.DEADLINE},
)
RESULT_FIELDS = frozenset(Field) - PLACE_FIELDS - PLAN_FIELDS

_WHO = r"(?:cac |ten )?(?:(?:co quan|don vi|phong|phong ban|ban|bo phan|to chuc|ca nhan|nguoi|can bo|cong chuc) )"
_DOING = r"(?: (?:chinh|thuc hien|trien khai|tham muu|tong hop|theo doi|xu ly|nhiem vu|va))*"
_WORK = (
    r"(?: (?:cong tac|cong viec|nhiem vu|hoat dong|cam ket|giai phap|thuc hien|trien khai|cu the|chu yeu|trong tam"
    r"|chi tiet|chinh|can lam|can thuc hien|phai thuc hien|duoc giao|va|ket qua dau ra|cac|theo ke hoach|ke hoach"
    r"|cua so|cua don vi|phan cong))*"
)
_DOCUMENT = r"(?:minh chung|van ban|tai lieu|tai lieu minh chung|van ban minh chung|tai lieu kiem chung)"
_GOAL = (
    r"(?: (?:chi tieu|muc tieu|ket qua|san pham|dau ra|can dat|phai dat|phan dau|du kien|cam ket|hoan thanh|thuc hien"
    r"|nhiem vu|duoc giao|giao|de ra|dang ky|va|yeu cau|cu the|cua nhiem vu))*"
)

# Tried in this order; the first field whose pattern covers the whole wording has it.
_PATTERNS: tuple[tuple[Field, str], ...] = (
    (Field.NUMBER, r"s?tt|s tt|(?:s )?t t|so ?tt|so thu tu|thu tu|stt nhiem vu|tt nhiem vu|no"),
    (Field.KEY, r"ma dong"),
    (
        Field.DIMENSION,
        r"(?:noi dung|chi so|chi so noi dung|chi so thanh phan|noi dung chi so|truc|truc noi dung|linh vuc|thanh phan"
        r"|noi dung thanh phan|tieu chi thanh phan|nhom noi dung)(?: chi so)? papi"
        r"|chi so noi dung|chi so thanh phan|noi dung chi so|noi dung thanh phan|truc noi dung|linh vuc"
        r"|linh vuc noi dung|nhom noi dung",
    ),
    (Field.SECTION, r"phan|muc phan|phan muc|nhom|nhom nhiem vu|khoi|nhom cam ket|phan cam ket|khoi cam ket|thuoc muc"),
    (
        Field.NEW_DEADLINE,
        r"(?:thoi )?han(?: hoan thanh)? moi|thoi gian (?:hoan thanh )?moi|gia han den|xin gia han",
    ),
    (
        Field.DONE_ON,
        r"(?:ngay|thoi gian|thoi diem) (?:da )?hoan thanh thuc te|(?:ngay|thoi gian) thuc te hoan thanh"
        r"|(?:ngay )?thuc te hoan thanh|ngay (?:thuc hien|lam) xong|ngay da hoan thanh|hoan thanh ngay",
    ),
    (
        Field.DEADLINE,
        r"(?:tien do )?thoi gian(?: (?:hoan thanh|thuc hien|ket thuc|trien khai|du kien|phai|xong|den|tien do))*"
        r"|(?:thoi )?han(?: (?:hoan thanh|thuc hien|xu ly|giai quyet|cuoi|cuoi cung|bao cao|giao|den|tien do))*"
        r"|thoi han ket thuc|deadline|du kien hoan thanh"
        r"|ngay (?:den|het) han|ngay phai hoan thanh|moc thoi gian|moc hoan thanh|thoi diem hoan thanh"
        r"|lo trinh(?: thuc hien| hoan thanh)?|ket thuc|ngay ket thuc",
    ),
    (Field.IGNORED, r"(?:thoi gian |ngay )?bat dau(?: thuc hien)?|thoi gian tu|tu ngay"),
    (
        Field.COORDINATORS,
        rf"(?:{_WHO})*(?:va )?(?:cung |phan cong )?phoi hop{_DOING}(?: voi)?"
        r"|(?:co quan|don vi|phong don vi|bo phan) (?:co )?lien quan",
    ),
    (
        Field.LEAD,
        rf"(?:{_WHO})*(?:chu tri|dau moi)(?:(?: va)? phoi hop)?{_DOING}"
        rf"|(?:{_WHO})+(?:thuc hien|duoc giao|duoc phan cong|tham muu)(?: chinh| nhiem vu| chu tri)*"
        r"|phan cong(?: thuc hien| trach nhiem| nhiem vu| chu tri)*|trach nhiem(?: thuc hien| chinh)?",
    ),
    (
        Field.DIRECTOR,
        r"(?:nguoi |lanh dao |lanh dao so |don vi |co quan |phan cong |phu trach |dong chi )?chi dao"
        r"(?: thuc hien| chung| dieu hanh)?"
        r"|lanh dao(?: so)? (?:phu trach|theo doi)|lanh dao so",
    ),
    (
        Field.NEXT_STEPS,
        r"(?:cac )?(?:viec|cong viec|nhiem vu|ke hoach|noi dung|phuong huong|cong tac)(?: thuc hien| trong tam| chinh)?"
        r" (?:(?:cua |trong )?(?:ky|quy|thang)(?: tiep theo| toi| sau| tiep)|tiep theo|sap toi)",
    ),
    (
        Field.EVIDENCE_NUMBER,
        rf"so (?:van ban|ky hieu|hieu)(?: van ban| minh chung)*|so minh chung|so {_DOCUMENT}"
        rf"|{_DOCUMENT} so(?: ky hieu| hieu| van ban)*",
    ),
    (
        Field.EVIDENCE_DATE,
        rf"ngay (?:thang )?(?:van ban|ban hanh|minh chung|ky|{_DOCUMENT})(?: van ban| minh chung)*"
        rf"|{_DOCUMENT} ngay(?: thang(?: nam)?| ban hanh| ky)*",
    ),
    (
        Field.EVIDENCE_TITLE,
        rf"trich yeu(?: van ban| minh chung| noi dung)*|ten (?:van ban|tai lieu)(?: minh chung)?"
        rf"|noi dung van ban|{_DOCUMENT} (?:trich yeu|ten|noi dung)(?: van ban)?",
    ),
    (
        Field.EVIDENCE_LINK,
        rf"(?:duong |dia chi )?(?:lien ket|link)(?: minh chung| van ban| tai lieu)*|duong dan"
        rf"(?: minh chung)?|{_DOCUMENT} (?:lien ket|link|duong dan|duong link)",
    ),
    (
        Field.EVIDENCE,
        rf"{_DOCUMENT}(?: kem theo| chung minh| so ngay trich yeu(?: lien ket)?)*|ho so minh chung|bang chung"
        r"|minh chung ket qua|kiem chung|van ban tai lieu(?: minh chung)?|tai lieu van ban(?: minh chung)?"
        r"|tai lieu chung minh",
    ),
    (
        Field.PERCENT,
        r"%(?: da)?(?: hoan thanh| thuc hien| cong viec| tien do)*|(?:ty le|ti le|phan tram|muc do|muc)"
        r"(?: %)?(?: da)? hoan thanh(?: %)?|(?:tien do|khoi luong)(?: thuc hien| hoan thanh)* %|(?:ty le|ti le) %"
        r"|khoi luong hoan thanh|hoan thanh %",
    ),
    (Field.STATUS, r"(?:trang thai|tinh trang)(?: thuc hien| nhiem vu| hoan thanh| xu ly| cong viec)*"),
    (
        Field.VALUE,
        r"gia tri(?: dat| dat duoc| thuc hien| thuc te)*|ket qua (?:bang |con |gia tri )?so|so lieu"
        r"(?: thuc hien| dat duoc| thuc te| ky nay)*|(?:ty le|ti le|muc)(?: thuc hien| thuc te)? dat(?: duoc| %)*"
        r"|gia tri ket qua so|gia tri ket qua bang so",
    ),
    (
        Field.RESULT,
        r"(?:tinh hinh(?: va)? )?(?:cac )?ket qua(?: (?:thuc hien|trien khai|dat duoc|bao cao|cu the|nhiem vu|cong viec"
        r"|ky nay|trong ky|da thuc hien|den nay|thuc te))*|tinh hinh(?: trien khai| thuc hien| nhiem vu)+"
        r"|(?:noi dung|cong viec|nhiem vu) da (?:thuc hien|trien khai|hoan thanh)(?: trong ky)?"
        r"|cap nhat(?: ket qua)?(?: thuc hien)?|(?:noi dung|dien giai|thuyet minh|mo ta) ket qua(?: thuc hien)?",
    ),
    (
        Field.DIFFICULTIES,
        r"(?:cac )?(?:kho khan|vuong mac|ton tai|han che)(?: (?:kho khan|vuong mac|ton tai|han che|va|neu co"
        r"|nguyen nhan|phat sinh))*",
    ),
    (
        Field.PROPOSAL,
        r"(?:y kien |noi dung )?(?:de xuat|kien nghi)(?: (?:de xuat|kien nghi|va|neu co|giai phap|giai quyet))*",
    ),
    (Field.NUMERATOR, r"tu so|so (?:luong )?da (?:thuc hien|hoan thanh|dat|giai quyet)"),
    (Field.DENOMINATOR, r"mau so|tong so(?: phai thuc hien| giao)?"),
    (
        Field.JUDGEMENT,
        r"(?:tu )?danh gia(?: (?:ket qua|muc do|muc|dat|hoan thanh|chung|thuc hien|cua don vi|khong dat|dat mot phan))*"
        r"|ket luan|ket qua danh gia|dat(?: dat mot phan)? (?:hay )?khong dat|muc do dat(?: duoc)?",
    ),
    (
        Field.FINALITY,
        r"(?:so lieu )?uoc (?:hay |hoac )?chinh thuc|(?:tinh chat|loai|trang thai) so lieu(?: uoc chinh thuc)?",
    ),
    (
        Field.AS_OF,
        r"ngay (?:chot |cua )?so lieu|thoi diem(?: chot)? so lieu|ngay chot|so lieu (?:tinh )?den ngay|tinh den ngay",
    ),
    (Field.CAUSE, r"(?:giai trinh )?(?:nguyen nhan|ly do)(?: (?:khong|chua) (?:dat|hoan thanh))?|giai trinh"),
    (Field.REMEDY, r"(?:bien phap|giai phap|huong|cach)? ?khac phuc"),
    (
        Field.RESPONSIBLE,
        r"(?:nguoi|ca nhan|don vi) (?:chiu )?trach nhiem(?: (?:khac phuc|giai trinh))|trach nhiem khac phuc",
    ),
    (
        Field.IGNORED,
        r"chenh lech|danh gia cua he thong|ghi chu|ket qua (?:ky|quy|thang|nam) truoc"
        r"|(?:don vi|dv) ?tinh|dvt|(?:nguon )?kinh phi(?: thuc hien| du kien)*"
        r"|can cu(?: phap ly| thuc hien)?|co so phap ly|diem(?: chuan| toi da)?|so ngay tre|nhac viec",
    ),
    (Field.TARGET, rf"(?:cac )?(?:muc tieu|chi tieu|muc cam ket|muc phan dau){_GOAL}"),
    (
        Field.CONTENT,
        rf"(?:cac |ten )?(?:noi dung|nhiem vu|cong viec|dau viec|hoat dong|cam ket|giai phap|cong tac){_WORK}",
    ),
)

# A column is taken for the first of these that no clearer header of the row has.
_DOUBTFUL: tuple[tuple[tuple[Field, ...], str], ...] = (
    ((Field.DEADLINE, Field.DONE_ON), r"ngay hoan thanh"),
    ((Field.DEADLINE, Field.STATUS), r"tien do(?: thuc hien| hoan thanh)*"),
    ((Field.NUMBER, Field.SECTION), r"muc"),
    (
        (Field.LEAD, Field.DIRECTOR, Field.RESPONSIBLE),
        rf"(?:{_WHO})*(?:phu trach|chiu trach nhiem)(?: chinh| thuc hien)*",
    ),
    ((Field.LEAD,), r"don vi|phong don vi|phong ban|bo phan|co quan"),
    ((Field.INDEX,), r"chi so|thuoc chi so|bo chi so"),
    ((Field.PERCENT,), r"ty le|ti le"),
    (
        (Field.TARGET,),
        r"(?:(?:ket qua|yeu cau) )?san pham(?: (?:ket qua|dau ra|du kien|can dat|hoan thanh|cu the|phai dat|cua nhiem"
        r" vu|nhiem vu|va))*|ket qua thuc hien(?: nhiem vu)? san pham"
        r"|ket qua (?:dau ra|can dat|du kien|phai dat|cam ket|yeu cau|va san pham|mong doi)"
        r"(?: (?:du kien|can dat|san pham))*|yeu cau(?: ket qua)?",
    ),
)
# Longer names of the content column; taken only where no header of the row names the content.
_LONG_CONTENT = re.compile(r"(?:cac |ten )?(?:noi dung|nhiem vu|cong viec|giai phap|cam ket) .{1,70}")

_RULES = [((field,), re.compile(pattern)) for field, pattern in _PATTERNS] + [
    ((*fields, Field.IGNORED), re.compile(pattern)) for fields, pattern in _DOUBTFUL
]
# Of two columns of one field, the one whose heading says so is meant: "Thời gian hoàn thành" ends, and
# "Thời gian thực hiện" need not.
_EXACT = {
    Field.DEADLINE: re.compile(r"\b(?:hoan thanh|ket thuc|han)\b"),
    Field.LEAD: re.compile(r"\b(?:chu tri|dau moi)\b"),
}
_NOT_WORDS = re.compile(r"[^0-9a-z%]+")
_SHORT = {"th": "thuc hien", "ht": "hoan thanh", "tg": "thoi gian"}
_SHORT_WORD = re.compile(r"\b(?:th|ht|tg)\b")
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TIME = re.compile(
    r"(?: (?:trong |den |tinh den |cua |ky )?(?:quy [ivx0-9]+|nam|6 thang(?: dau nam| cuoi nam)?|thang [0-9]+|het"
    r"|ngay(?: [0-9]+)+|[0-9]{4}|ky nay|ky bao cao|trong ky|trong nam|trong quy))+$"
)
LONGEST_HEADER = 140


@lru_cache(maxsize=4096)
def header_fields(text: str) -> tuple[Field, ...]:
    """Return the fields a header cell can name, likeliest first; () when it is no known header.

    More than one field means doubt: the first one that no clearer header of the row has is meant.
    """
    if not text or len(text) > LONGEST_HEADER:
        return ()
    folded = fold(text)
    for wording in (_words(folded), _words(_REMARK.sub(" ", folded))):
        for candidate in (wording, _TIME.sub("", wording)):
            found = _match(candidate)
            if found:
                return found
    return ()


def names_exactly(field: Field, text: str) -> bool:
    """Whether a header cell names ``field`` in the words that leave no doubt beside another column of it."""
    exact = _EXACT.get(field)
    return exact is not None and bool(exact.search(fold(text)))


def may_name_content(text: str) -> bool:
    """Whether a header that names no field begins like a content column: "Nội dung các giải pháp cải thiện …"."""
    return len(text) <= LONGEST_HEADER and bool(_LONG_CONTENT.fullmatch(_words(fold(text))))


def _words(folded: str) -> str:
    return _SHORT_WORD.sub(lambda word: _SHORT[word[0]], _NOT_WORDS.sub(" ", folded)).strip()


def _match(wording: str) -> tuple[Field, ...]:
    if not wording:
        return ()
    return next((fields for fields, pattern in _RULES if pattern.fullmatch(wording)), ())
