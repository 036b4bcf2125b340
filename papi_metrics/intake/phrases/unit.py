"""Names of units as documents print them → codes of the reference list."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from papi_metrics.model.text import clean, fold, spell
from papi_metrics.model.unit import Unit

# Read with the units of Sở KH&CN Quảng Trị.
GOOD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Văn phòng", ("VP",)),
    ("VĂN PHÒNG SỞ", ("VP",)),
    ("Thanh tra", ("TTRA",)),
    ("Ban Thanh tra nhân dân", ("BTTND",)),
    ("Ban Giám đốc", ("BGD",)),
    ("Giám đốc", ("GD",)),
    ("Phòng Kế hoạch – Tài chính", ("KHTC",)),
    ("Phòng Kế hoạch-Tài chính", ("KHTC",)),
    ("TT Nghiên cứu UD&TT KH&CN", ("TTUD",)),
    ("TT Nghiên cứu ƯD & TT KH & CN", ("TTUD",)),
    ("TT Nghiên cứu UD&TT\nKH&CN", ("TTUD",)),
    ("TT NCUD & TT KH&CN", ("TTUD",)),
    ("TT NCUD&TT KH&CN", ("TTUD",)),
    ("TT Nghiên cứu, chuyển giao công nghệ và ĐMST", ("TTCG",)),
    ("Trung tâm Nghiên cứu, chuyển giao công nghệ và ĐMST", ("TTCG",)),
    ("P. Kế hoạch và Tài chính", ("KHTC",)),
    ("VAN PHONG SO", ("VP",)),
    ("Van phong So, thanh tra", ("VP", "TTRA")),
    ("văn phòng sở", ("VP",)),
    ("TT Nghien cuu, chuyen giao cong nghe va DMST", ("TTCG",)),
    ("Bộ phận một cửa", ("BPMC",)),
    ("Bộ phận TN & TKQ", ("BPMC",)),
    ("Bộ phận Tiếp nhận & Trả kết quả", ("BPMC",)),
    ("Các phòng, đơn vị thuộc Sở", ("ALL",)),
    ("Các phòng, đơn vị thuộc Sở.", ("ALL",)),
    ("các phòng đơn vị thuộc Sở", ("ALL",)),
    ("Các phòng, đơn vị có TTHC", ("ALL_TTHC",)),
    ("Các phòng, đơn vị thuộc Sở liên quan", ("ALL_LQ",)),
    ("Thanh tra, Văn phòng", ("TTRA", "VP")),
    ("Thanh tra; Văn phòng;", ("TTRA", "VP")),
    ("Văn phòng/Thanh tra", ("VP", "TTRA")),
    ("- Văn phòng\n- Thanh tra", ("VP", "TTRA")),
    ("Văn phòng - Thanh tra", ("VP", "TTRA")),
    ("Thanh tra\nVăn phòng", ("TTRA", "VP")),
    ("Thanh tra\r\nVăn phòng\r\nGiám đốc", ("TTRA", "VP", "GD")),
    ("TT Nghiên cứu, chuyển giao\ncông nghệ và ĐMST\nThanh tra", ("TTCG", "TTRA")),
    ("Văn phòng\nSở", ("VP",)),
    ("Thanh tra + Văn phòng", ("TTRA", "VP")),
    ("Thanh tra+Văn phòng", ("TTRA", "VP")),
    ("+ Thanh tra\n+ Văn phòng", ("TTRA", "VP")),
    ("Phòng Kế hoạch và Tài chính", ("KHTC",)),
    ("VP Sở, Thanh tra", ("VP", "TTRA")),
    ("Trung tâm NCUD&TT KHCN", ("TTUD",)),
    ("Các phòng và đơn vị thuộc Sở", ("ALL",)),
    ("Các phòng, đơn vị trực thuộc Sở", ("ALL",)),
    ("Các phòng, đơn vị trực thuộc", ("ALL",)),
    ("Văn phòng và Thanh tra", ("VP", "TTRA")),
    ("Văn phòng và các phòng, đơn vị thuộc Sở", ("VP", "ALL")),
    ("TT Nghiên cứu, chuyển giao công nghệ và ĐMST, Thanh tra và Văn phòng", ("TTCG", "TTRA", "VP")),
    ("Văn phòng (đầu mối, tổng hợp), Thanh tra", ("VP", "TTRA")),
    ("Văn phòng, Văn phòng Sở", ("VP",)),
    ("VP, GĐ", ("VP", "GD")),
    ("", ()),
)
# Text and the codes known in it; the rest is not known and must be asked for.
BAD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Thanh tra nhân dân", ()),
    ("Lãnh đạo phụ trách", ()),
    ("Phó Giám đốc", ()),
    ("TT Nghiên cứu", ()),
    ("Văn phòng Sơ", ()),
    ("Văn phong Sở", ()),
    ("VĂN PHÒNG SỠ", ()),
    ("Thanh trà", ()),
    ("Ban Giám dốc", ()),
    ("Thanh tra, Văn phòng Sơ", ("TTRA",)),
    ("TT Nghiên cứu, chuyên giao công nghệ và ĐMST", ()),
    ("Phòng Quản lý khoa học", ()),
    ("Văn phòng, Phòng Quản lý khoa học", ("VP",)),
    ("Phòng Tổ chức, Hành chính; Thanh tra", ("TTRA",)),
    ("Thanh tra tỉnh", ()),
    ("Các phòng, đơn vị", ()),
    ("Các phòng, Chi cục, Trung tâm thuộc Sở", ()),
    ("Văn phòng phối hợp với Thanh tra", ()),
)

_SPLIT = re.compile(r"(\s*[,;/+\n]+\s*|\s+(?:và|VÀ|Và|&|-|–)\s+)")
_REMARK = re.compile(r"\s*\([^()]*\)")
_MARKER = re.compile(r"^\s*(?:[-+*•·–]|\d{1,2}[.)])\s*")
_TIGHT = re.compile(r"\s*([&-])\s*")
# A piece behind a comma that does not begin like a unit goes on with the unknown name before it.
_UNIT_WORDS = re.compile(
    r"^(?:cac|phong|ban|van phong|thanh tra|trung tam|tt|bo phan|chi cuc|so|ubnd|cong doan|doan|lanh dao|"
    r"giam doc|pho|truong|to|hoi|dang uy|chi bo|don vi|toan the|quy|vien)\b"
)
# What a group counts up before it says of what it is a group: "Các phòng, Chi cục, Trung tâm thuộc Sở".
_PARTS_OF_GROUP = re.compile(
    r"(?:phong|ban|chi cuc|trung tam|don vi|bo phan)(?: chuyen mon| nghiep vu| su nghiep)?"
    r"(?: (?:(?:truc )?thuoc(?: so)?|lien quan|co tthc))*"
)
_AND = re.compile(" va\u0300? ")
_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_SYLLABLE = re.compile(r"[b-df-hj-np-tvwxz]{0,3}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_MOST_OFFERED = 3
# A cell longer than this is prose, not a list of units.
_LONGEST = 3000
# Found by trying the names of the sources: abbreviations and slips lie above, strangers below.
_NEAR_ENOUGH = 62.0
# From here on a name is rather another spelling of the known one than a name of its own.
_ALIKE = 80.0


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the list does not know. ``nearest`` are codes to offer, best first; never taken silently."""

    text: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitReading:
    """The codes known in a text, in the order printed, and the names that are not known."""

    codes: tuple[str, ...]
    unknown: tuple[UnknownName, ...]


class UnitNames:
    """The names and aliases of units and groups, compared folded.

    A name that belongs to two units is not known: both are offered. One whose marks differ from those of the
    list ("Văn phòng Sơ") is a slip and offered too; without any marks ("VAN PHONG SO") it is known.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        owners: dict[str, list[str]] = {}
        self._spellings: set[str] = set()
        for unit in units:
            for name in (unit.name, *unit.aliases):
                codes = owners.setdefault(_key(name), [])
                self._spellings.add(_spelling(name))
                if unit.code not in codes:
                    codes.append(unit.code)
        owners.pop("", None)
        # A code is a name too, where no printed name says the same ("GĐ" is GD).
        for unit in units:
            owners.setdefault(_key(unit.code), [unit.code])
        self._owners = owners
        names = (name for unit in units for name in (unit.name, *unit.aliases))
        # A name broken over lines holds two line ends, say, besides its own separators.
        self._most_parts = max((len(_SPLIT.split(name)) for name in names), default=1) + 4

    def read(self, text: str) -> UnitReading:
        """Read a cell of units. The whole text is tried first, then its longest known parts."""
        text = "\n".join(map(clean, text.splitlines()))
        whole = self._code(text) or self._code(_REMARK.sub("", text))
        if whole:
            return UnitReading((whole,), ())
        if len(text) > _LONGEST:
            return UnitReading((), (UnknownName(clean(text), ()),))
        # Odd places hold the separators, even places the pieces.
        parts = _SPLIT.split(_REMARK.sub("", text))
        codes: list[str] = []
        unknown: list[str] = []
        start, open_name = 0, False
        while start < len(parts):
            end, code = self._longest(parts, start)
            piece = _bare("".join(parts[start:end]))
            if code is not None:
                codes.append(code)
                open_name = False
            elif piece and open_name and _goes_on(unknown[-1], piece):
                unknown[-1] += parts[start - 1] + piece
            elif piece:
                unknown.append(piece)
                open_name = True
            start = end + 1
        return UnitReading(
            tuple(dict.fromkeys(codes)),
            tuple(UnknownName(clean(name), self.nearest(name)) for name in unknown),
        )

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return up to three codes whose names look like ``text``, best first."""
        key = _key(text)
        if key in self._owners:
            return tuple(self._owners[key])
        scored = sorted(((_likeness(key, name), name) for name in self._owners), key=lambda pair: -pair[0])
        codes = [code for score, name in scored if score >= _NEAR_ENOUGH for code in self._owners[name]]
        return tuple(dict.fromkeys(codes))[:_MOST_OFFERED]

    def resembles(self, text: str) -> bool:
        """Whether ``text`` may well be meant for a name of the list: only a person can tell."""
        key = _key(text)
        return any(_likeness(key, name) >= _ALIKE for name in self._owners)

    def _code(self, text: str) -> str | None:
        key = _key(text)
        owners = self._owners.get(key, [])
        if len(owners) != 1:
            return None
        unmarked = _marked(text) == fold(text)
        return owners[0] if unmarked or _spelling(text) in self._spellings else None

    def _longest(self, parts: Sequence[str], start: int) -> tuple[int, str | None]:
        """Return the end of the longest known name from ``start`` and its code; else one piece and None."""
        for end in range(min(len(parts), start + self._most_parts), start, -2):
            code = self._code("".join(parts[start:end]))
            if code is not None:
                return end, code
        return start + 1, None


def _goes_on(name: str, piece: str) -> bool:
    """Whether an unknown piece belongs to the unknown name before it: "Phòng Tổ chức, Hành chính"."""
    if fold(name).startswith("cac "):
        return piece[0].islower() or _PARTS_OF_GROUP.fullmatch(fold(piece)) is not None
    return not _UNIT_WORDS.match(fold(piece))


def _likeness(key: str, name: str) -> float:
    """0-100: half for the words in common, half for the letters in order."""
    return (fuzz.token_set_ratio(key, name) + fuzz.ratio(key, name)) / 2


def _bare(text: str) -> str:
    """The piece as printed, without list marks before it and punctuation behind it."""
    return _MARKER.sub("", clean(text)).strip(" .;,:")


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    """The form under which names are compared.

    Marks, case, commas and the spaces round "&" and dashes do not count; "và" is "&"; "TT" and "P." at the
    beginning are Trung tâm and Phòng (later in a name TT is Thông tin, so only the first one is opened).
    """
    return _form(text, fold)


@lru_cache(maxsize=1024)
def _spelling(text: str) -> str:
    """The key with the marks of its words kept."""
    return _form(text, _marked)


def _marked(text: str) -> str:
    """Spell the words; an abbreviation ("ĐMST", "ƯD") has no marks to slip in."""
    return _WORD.sub(lambda word: word[0] if _SYLLABLE.fullmatch(fold(word[0])) else fold(word[0]), spell(text))


def _form(text: str, letters: Callable[[str], str]) -> str:
    key = _AND.sub(" & ", letters(_bare(text)).replace(",", " "))
    key = _TIGHT.sub(r"\1", " ".join(key.split()))
    key = re.sub(r"^t\.?t\.? ", letters("trung tâm") + " ", key)
    return re.sub(r"^p\.? ", letters("phòng") + " ", key)
