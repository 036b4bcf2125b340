"""Which way a figure of a target counts: at least, at most, a change on a base, or not to be told.

A figure whose sense is not certain must never be turned round: a negation that is not understood, "gần",
"khoảng" and the like make it ``unsure``, and a person judges.
"""

import re
from dataclasses import dataclass

from papi_metrics.model.target import Change, Comparator

# What stands before the figure, and the comparator it sets.
GOOD: tuple[tuple[str, str], ...] = (
    ("không được thấp hơn", "≥"),
    ("không được dưới", "≥"),
    ("không để thấp hơn", "≥"),
    ("không để tỷ lệ đúng hạn dưới", "≥"),
    ("thấp nhất", "≥"),
    ("trên hoặc bằng", "≥"),
    ("tỷ lệ thanh toán không dùng tiền mặt không dưới", "≥"),
    ("không được quá", "≤"),
    ("không được vượt quá", "≤"),
    ("không để quá", "≤"),
    ("không vượt", "≤"),
    ("không được vượt", "≤"),
    ("không được để vượt quá mức", "≤"),
    ("không để hồ sơ trễ hạn vượt", "≤"),
    ("không cao hơn", "≤"),
    ("dưới hoặc bằng", "≤"),
    ("cao nhất", "≤"),
    ("nhiều nhất là", "≤"),
    ("vượt mức", ">"),
    ("tỷ lệ hồ sơ không đúng hạn dưới", "<"),
    ("kém hơn", "<"),
)
# A figure behind these has no sense that could be trusted.
BAD: tuple[str, ...] = (
    "đạt gần",
    "khoảng",
    "chưa đến",
    "không đạt",
    "quá",
    "hạn chế ở mức",
    "rút ngắn",
    "gấp",
    "không tăng quá",
    "không giảm dưới",
    "sớm hơn",
    "không để khiếu nại, tố cáo trên",
    "tỷ lệ hồ sơ quá hạn",
    "đạt tối đa",
    "đừng để dưới",
)

_NOT = r"khong (?:(?:duoc|de|phep|cho|the|bi|co|con) )*"
# "không để hồ sơ trễ hạn vượt 5 %": the thing itself stands in between.
_NEVER = r"khong (?:duoc )?de (?:(?!khong\b)\w+ ){1,8}"
_LESS, _MORE = "(?:nho|thap|it|kem|ngan)", "(?:lon|cao|nhieu|dai)"
_SIGNS: tuple[tuple[Comparator, str], ...] = (
    (
        Comparator.AT_LEAST,
        rf"toi thieu|it nhat|thap nhat|(?:{_NOT}|{_NEVER})(?:{_LESS} hon|duoi)"
        rf"|(?:tren|{_MORE} hon) (?:hoac )?bang|bang hoac (?:{_MORE} hon|tren|vuot)|dat (?:va|hoac) vuot|>=|≥",
    ),
    (
        Comparator.AT_MOST,
        rf"(?:{_NOT}|{_NEVER})(?:vuot qua|vuot|qua|tren|(?:{_MORE} )?hon)|toi da|cao nhat|nhieu nhat"
        rf"|(?:duoi|{_LESS} hon) (?:hoac )?bang|bang hoac (?:{_LESS} hon|duoi)|<=|≤",
    ),
    (Comparator.ABOVE, rf"tren|(?:{_MORE} )?hon|vuot qua|vuot|>"),
    (Comparator.BELOW, rf"duoi|{_LESS} hon|<"),
)
SIGN_WORDS = "|".join(words for _, words in _SIGNS)
_SIGN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<s{place}>{words})" for place, (_, words) in enumerate(_SIGNS))
    + r")(?: muc| la| dat)*\s*$"
)
_HIGHEST = re.compile(r"toi da|cao nhat|nhieu nhat")
_FULL_MARK = re.compile(r"\bdat(?: \w+){0,2}\s*$")
_TAIL = re.compile(r"^[^\d.;,]{0,30}?\btro (len|xuong)\b")
_CHANGE = re.compile(r"\b(tang|nang|cai thien|giam)(?: them)?(?: tu)?\s*$")
_VERSUS = re.compile(r"^\s*so voi\b")
_DIRECTION = re.compile(r"\b(tang|nang|cao hon|giam|thap hon)\b")
_REACHED = re.compile(r"\b(len|xuong|con|xuong con|len den)(?: muc| den)?\s*$")
# Words right before a figure that leave it open, or that make it something else than a level to reach.
_OPEN = re.compile(
    r"\b(?:gan|khoang|xap xi|(?<!sua )(?<!kham )chua|(?<!ket )(?<!hieu )qua|han che|rut ngan|gap|hoac bang)"
    r"(?: (?:den|toi|dat|duoc|o|muc|la|du|tu|them|doi|bang))*\s*$"
)
_OTHERWISE = re.compile(r"\b(?:som|muon|nhanh|cham|tre|yeu) hon\s*$")
# Nouns that merely hold a "không".
_HARMLESS = re.compile(
    r"\bkhong (?:(?:su )?dung tien mat|(?:can |dung )?giay(?: to)?|phu thuoc|tiep xuc|gian doan|phat sinh"
    r"|(?:bi )?(?:tre|qua|cham) han|dung (?:han|quy dinh)|hai long|hop le)\b"
)
_NEGATION = re.compile(r"\b(?:khong|(?<!sua )(?<!kham )chua|(?:tranh|dung) de|tranh (?:bi|tinh trang))\b")
# A share of something bad is hardly a promise of at least that much.
_BADLY = re.compile(
    r"\b(?:tre|qua|cham) han\b|\bcham muon\b|\bsai sot\b|\bkhong (?:dat|dung han|hai long|hoan thanh|hop le)\b"
)
_GOODLY = re.compile(r"\bkhong (?:bi )?(?:tre|qua|cham) han\b")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Sense:
    """How the actual value is held against a figure; ``comparator`` is None where no word says it.

    ``highest`` marks "tối đa", "cao nhất"; ``full_mark`` that "đạt" stands before them: they name the full
    mark then, not a limit. ``bad`` marks a share of something bad.
    """

    comparator: Comparator | None
    change: Change | None = None
    unsure: bool = False
    highest: bool = False
    full_mark: bool = False
    bad: bool = False


def sense_of(before: str, after: str) -> Sense:
    """Return the sense of a figure from the folded text before and behind it."""
    sentence = re.split(r"[.;]", before)[-1]
    clause = re.split(r"[,()]", sentence)[-1]
    sign = _SIGN.search(before)
    head = before[: sign.start()] if sign else before
    comparator = _comparator(sign)
    unsure = bool(_OPEN.search(head) or _OTHERWISE.search(before)) or _is_negated_there(sentence, clause, sign)
    highest = bool(sign and _HIGHEST.search(sign[0]))
    full_mark = highest and bool(_FULL_MARK.search(head))
    near = _GOODLY.sub(" ", clause), _GOODLY.sub(" ", re.split(r"[.;,()]", after)[0][:_REACH])
    bad = comparator is None and any(_BADLY.search(part) for part in near)
    if change := _CHANGE.search(head):
        return Sense(comparator, _direction(change[1]), unsure)
    if _VERSUS.match(after) and (words := _DIRECTION.findall(before)):
        # In "cao hơn 2 điểm so với …" the words are the direction, not a comparator.
        by_word = sign is not None and sign[0].strip() in ("cao hon", "thap hon")
        return Sense(None if by_word else comparator, _direction(words[-1]), unsure)
    if tail := _TAIL.match(after):
        turned = (Comparator.AT_MOST, Comparator.BELOW) if tail[1] == "len" else (Comparator.AT_LEAST, Comparator.ABOVE)
        to_tail = Comparator.AT_LEAST if tail[1] == "len" else Comparator.AT_MOST
        return Sense(to_tail, unsure=unsure or comparator in turned)
    if comparator is None and (reached := _REACHED.search(before)):
        return Sense(Comparator.AT_LEAST if reached[1].startswith("len") else Comparator.AT_MOST, unsure=unsure)
    return Sense(comparator, unsure=unsure, highest=highest, full_mark=full_mark, bad=bad)


def is_negated(before: str) -> bool:
    """Whether the clause that ends ``before`` holds a negation that is no part of a harmless noun."""
    return bool(_NEGATION.search(_HARMLESS.sub(" ", before)))


def _is_negated_there(sentence: str, clause: str, sign: re.Match[str] | None) -> bool:
    """Whether a negation reaches the figure: its own clause, or for a bare "trên", "dưới" the whole sentence."""
    wide = sentence if _comparator(sign) in (Comparator.ABOVE, Comparator.BELOW) else clause
    # A clause may begin inside the sign: then nothing stands before it.
    return is_negated(wide[: max(0, len(wide) - len(sign[0]))] if sign else wide)


def _comparator(match: re.Match[str] | None) -> Comparator | None:
    if match is None:
        return None
    return next(comparator for place, (comparator, _) in enumerate(_SIGNS) if match[f"s{place}"])


def _direction(word: str) -> Change:
    return Change.DECREASE if word in ("giam", "thap hon") else Change.INCREASE
