"""What is told in words: copied, bare, cut off, in old fonts, with odd signs."""

import unicodedata
from typing import Any

from papi_metrics.model.update import Evidence, Status
from tests.returns.corpus.bases import VP_2022, VP_2024
from tests.returns.corpus.case import Case, accept, warn
from tests.returns.corpus.damage import page, put

_TOLD = "Đã tổ chức 3 hội nghị, 150 người dự; ban hành Kế hoạch số 14/KH-SKHCN"
_LONG = "Đã niêm yết 45 thủ tục tại bộ phận một cửa và trên trang thông tin của Sở. " * 38


def _told(name: str, text: Any, notes: str = "", read: str | None = None) -> Case:
    return accept(f"chu/{name}", VP_2022, put(J9=text), notes, reads={9: {"result": text if read is None else read}})


def _copy_of_plan(sheet: Any) -> None:
    sheet["J9"] = sheet["C9"].value


def _plan_with_a_word(sheet: Any) -> None:
    plan = sheet["C9"].value
    sheet["J9"] = f"Đã {plan[0].lower()}{plan[1:]}"


def _quoted(sheet: Any) -> None:
    """The apostrophe that Excel hides: the cell is a text."""
    sheet["H9"].value, sheet["H9"].quotePrefix, sheet["G9"].value = "60", True, "Đang thực hiện"


def _equals(sheet: Any) -> None:
    sheet["J9"].value = "=> đã họp 2 lần"
    sheet["J9"].data_type = "s"


CASES: tuple[Case, ...] = (
    _told("to-hop-dau", unicodedata.normalize("NFD", _TOLD), read=_TOLD),
    _told("khoang-trang-khong-ngat", _TOLD.replace(" ", "\u00a0"), read=_TOLD),
    _told("ky-tu-vo-hinh", _TOLD.replace(" ", " \u200b"), read=_TOLD),
    _told("xuong-dong", "- Đã họp 2 lần\n- Ban hành 1 kế hoạch", read="- Đã họp 2 lần - Ban hành 1 kế hoạch"),
    _told("ngoac-kep-cong", "Đã phát động “Ngày thứ Bảy tình nguyện”, 25 người"),
    _told("gach-dai", "Đã họp – 2 lần — trong quý"),
    _told("mot-trang", _LONG.strip()),
    _told("hon-mot-trang", (_LONG * 2).strip()),
    _told("nhieu-dong-dai", "\n".join([_LONG] * 2), read=" ".join(f"{_LONG}{_LONG}".split())),
    _told("dau-cong", "+ Đã họp 2 lần"),
    _told("dau-nhay-don", "'Đã họp 2 lần"),
    accept("chu/dau-bang", VP_2022, page(_equals), reads={9: {"result": "=> đã họp 2 lần"}}),
    accept("chu/so-dang-chu", VP_2022, page(_quoted), reads={9: {"status": Status.IN_PROGRESS, "percent": 60}}),
    accept("chu/so-trong-o-ket-qua", VP_2022, put(J9=45), reads={9: {"result": "45"}}),
    accept("chu/toan-khoang-trang", VP_2022, put(J9="   "), reads={9: {"result": ""}}),
    accept(
        "chu/kho-khan-gach-ngang",
        VP_2022,
        put(O9="-", P9="Không"),
        reads={9: {"difficulties": "-", "proposal": "Không"}},
    ),
    accept("chu/chep-ke-hoach", VP_2022, page(_copy_of_plan), "text_copied J9", reads=None),
    accept("chu/chep-ke-hoach-doi-vai-chu", VP_2022, page(_plan_with_a_word), "text_copied J9", reads=None),
    accept(
        "chu/khong-so-lieu",
        VP_2022,
        put(G9="Đang thực hiện", H9=50, J9="Đang tích cực triển khai", K9=None, L9=None, M9=None),
        "text_bare J9",
        reads={
            9: {
                "status": Status.IN_PROGRESS,
                "percent": 50,
                "result": "Đang tích cực triển khai",
                "evidence": Evidence(),
            }
        },
    ),
    _told("khong-so-lieu-nhung-co-van-ban", "Đã tham mưu ban hành văn bản chỉ đạo"),
    _told("cat-giua-chung", "Đã tổ chức 3 hội nghị tuyên truyền về", "text_cut J9"),
    _told("cat-sau-dau-phay", "Đã tổ chức 3 hội nghị, 150 người dự,", "text_cut J9"),
    accept(
        "chu/kho-khan-cat",
        VP_2022,
        put(O9="Thiếu kinh phí để"),
        "text_cut O9",
        reads={9: {"difficulties": "Thiếu kinh phí để"}},
    ),
    _told("ba-cham", "Đã tổ chức 3 hội nghị, 2 lớp tập huấn..."),
    accept(
        "chu/cam-ket-cat",
        VP_2024,
        put(N13="Đã xử lý 18 hồ sơ của"),
        "text_cut N13",
        reads={13: {"result": "Đã xử lý 18 hồ sơ của"}},
    ),
    warn(
        "chu/tcvn3",
        VP_2022,
        put(J9="§· tæ chøc 3 héi nghÞ"),
        "legacy_text J9",
        reads={9: {"result": "Đã tổ chức 3 hội nghị"}},
    ),
    warn(
        "chu/vni",
        VP_2022,
        put(J9="Ñaõ toå chöùc 3 hoäi nghò"),
        "legacy_text J9",
        reads={9: {"result": "Đã tổ chức 3 hội nghị"}},
    ),
    warn("chu/tcvn3-trang-thai", VP_2022, put(G9="Hoµn thµnh"), "legacy_text G9"),
    warn(
        "chu/tcvn3-hai-o",
        VP_2022,
        put(J9="§· tæ chøc 3 héi nghÞ", O9="ThiÕu kinh phÝ"),
        "legacy_text J9 O9",
        reads={9: {"result": "Đã tổ chức 3 hội nghị", "difficulties": "Thiếu kinh phí"}},
    ),
)
