"""Names of provinces in any spelling → their names in the reference list."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from papi_metrics.model.score import Province
from papi_metrics.model.text import fold

GOOD: tuple[tuple[str, str], ...] = (
    # as a table prints it, name before the merger of 01/07/2025
    ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("TP.HCM", "TP. Hồ Chí Minh"),
    ("TP HCM", "TP. Hồ Chí Minh"),
    ("TPHCM", "TP. Hồ Chí Minh"),
    ("Tp. HCM", "TP. Hồ Chí Minh"),
    ("HCM", "TP. Hồ Chí Minh"),
    ("Tp Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("TP.Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("T.P. Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("THÀNH PHỐ HỒ CHÍ MINH", "TP. Hồ Chí Minh"),
    ("Hồ Chí Minh", "TP. Hồ Chí Minh"),
    ("Hồ Chí Minh, TP.", "TP. Hồ Chí Minh"),
    ("Ho Chi Minh City", "TP. Hồ Chí Minh"),
    ("Ho Chi Minh", "TP. Hồ Chí Minh"),
    ("HCMC", "TP. Hồ Chí Minh"),
    ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("Bà Rịa—Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("BR-VT", "Bà Rịa - Vũng Tàu"),
    ("BRVT", "Bà Rịa - Vũng Tàu"),
    ("BR – VT", "Bà Rịa - Vũng Tàu"),
    ("Ba Ria - Vung Tau", "Bà Rịa - Vũng Tàu"),
    ("BaRia-VungTau", "Bà Rịa - Vũng Tàu"),
    ("Đăk Nông", "Đắk Nông"),
    ("Đắk Nông", "Đắk Nông"),
    ("Đắc Nông", "Đắk Nông"),
    ("Dak Nong", "Đắk Nông"),
    ("DakNong", "Đắk Nông"),
    ("Ðắk Nông", "Đắk Nông"),
    ("Đăk Lăk", "Đắk Lắk"),
    ("Đắc Lắc", "Đắk Lắk"),
    ("Daklak", "Đắk Lắk"),
    ("Dak Lak", "Đắk Lắk"),
    ("Thừa Thiên-Huế", "Thừa Thiên Huế"),
    ("Thừa Thiên Huế", "Thừa Thiên Huế"),
    ("Thừa Thiên – Huế", "Thừa Thiên Huế"),
    ("TT-Huế", "Thừa Thiên Huế"),
    ("TT. Huế", "Thừa Thiên Huế"),
    ("Huế", "Thừa Thiên Huế"),
    ("TP. Huế", "Thừa Thiên Huế"),
    ("Thua Thien Hue", "Thừa Thiên Huế"),
    ("Thua Thien-Hue", "Thừa Thiên Huế"),
    ("Hue", "Thừa Thiên Huế"),
    ("\u00d0à Nẵng", "Đà Nẵng"),
    ("\u00d0a Nẵng", "Đà Nẵng"),
    ("TP. Đà Nẵng", "Đà Nẵng"),
    ("Da Nang City", "Đà Nẵng"),
    ("Da Nang", "Đà Nẵng"),
    ("ĐÀ NẴNG", "Đà Nẵng"),
    ("TP Hà Nội", "Hà Nội"),
    ("Thành phố Hà Nội", "Hà Nội"),
    ("Ha Noi", "Hà Nội"),
    ("Hanoi", "Hà Nội"),
    ("Hà nội", "Hà Nội"),
    ("tỉnh Quảng Trị", "Quảng Trị"),
    ("Tỉnh Quảng Trị", "Quảng Trị"),
    ("Quảng Trị  ", "Quảng Trị"),
    ("QUẢNG TRỊ", "Quảng Trị"),
    ("Quang Tri", "Quảng Trị"),
    ("Quang Tri Province", "Quảng Trị"),
    ("45. Quảng Trị", "Quảng Trị"),
    ("Quảng Trị*", "Quảng Trị"),
    ("Quảng Trị (1)", "Quảng Trị"),
    ("Hoà Bình", "Hòa Bình"),
    ("HOÀ BÌNH", "Hòa Bình"),
    ("Khánh Hoà", "Khánh Hòa"),
    ("Thanh Hoá", "Thanh Hóa"),
    ("Bắc Cạn", "Bắc Kạn"),
    ("Bac Kan", "Bắc Kạn"),
    ("Kontum", "Kon Tum"),
    ("Hậu Giang", "Hậu Giang"),
    ("Hà Giang", "Hà Giang"),
    ("TP Cần Thơ", "Cần Thơ"),
    ("Hai Phong", "Hải Phòng"),
)
BAD: tuple[str, ...] = (
    "",
    "Tỉnh",
    "TP.",
    "Sở Khoa học và Công nghệ Quảng Trị",
    "UBND tỉnh Quảng Trị",
    "Thị xã Quảng Trị",
    "Quảng",
    "Quảng Trịnh",
    "Huyện Lâm Hà",
    "Vũng Tàu",
    "Bình Dương và Bình Phước",
    "Quảng Bình - Quảng Trị",
    "Trung bình cả nước",
    "Cả nước",
    "Việt Nam",
    "Đồng bằng sông Hồng",
    "Nam",
    "STT",
    "45",
    "Hà",
    "Hà Nội 2",
    "Giang",
    "Lào",
    "TT",
)

_ORDINAL = re.compile(r"^\(?\d{1,2}\s*[.):/-]\s*")
_KIND = re.compile(r"^(?:tinh|thanh pho|tp|t\.p|province of)(?:\b[. ]*|(?=\.))")
_KIND_BEHIND = re.compile(r"[ ,]*\b(?:province|city|municipality)$|, ?(?:tinh|thanh pho|tp\.?)$")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|\*+|\[\d+\])\s*$")
_BETWEEN = re.compile(r"[\s.,'\"_&/-]+")
# Only offered, never taken: Hà Giang and Hậu Giang are more alike than most slips and their names.
_NEAR = 80.0


class ProvinceNames:
    """The provinces of one list with their aliases, compared without marks, case, signs and "tỉnh", "TP."."""

    def __init__(self, provinces: Iterable[Province]) -> None:
        self._names = {
            key: province.name
            for province in provinces
            for text in (province.name, *province.aliases)
            for key in (_key(text), _bare(text))
        }

    def read(self, text: str) -> str | None:
        """Return the name in the list, None for what names no province.

        A district, a department or two provinces at once name none.
        """
        return self._names.get(_key(text)) or self._names.get(_bare(text))

    def nearest(self, text: str) -> str | None:
        """Return the province that is meant in all likelihood where a name is misspelt, None where none is alike."""
        found = process.extractOne(_key(text), self._names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return self._names[found[0]] if found else None


def _bare(text: str) -> str:
    """The letters of a name alone, without its number in a list and the remark behind it."""
    return _BETWEEN.sub("", _REMARK.sub("", _ORDINAL.sub("", fold(text), count=1)))


def _key(text: str) -> str:
    """The same, without what kind of place it is."""
    name = _REMARK.sub("", _ORDINAL.sub("", fold(text), count=1)).strip()
    return _BETWEEN.sub("", _KIND_BEHIND.sub("", _KIND.sub("", name, count=1), count=1))
