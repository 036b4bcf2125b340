"""What a return says against what was said before, in the period before or in this one."""

from papi_metrics.model.update import Finality, Status
from tests.returns.corpus.bases import (
    VP_2022,
    VP_2022_Q1,
    VP_2024,
    VP_2024_Q3,
    VP_2024_Q4,
    WHOLE_2024,
)
from tests.returns.corpus.case import Case, accept, warn
from tests.returns.corpus.damage import put

# All but rows 11 and 16 are reported by several units.
_OF_GROUPS = tuple(row for row in range(8, 18) if row not in (11, 16))
_BEFORE = "Dự thảo kế hoạch lấy ý kiến 7 phòng, đơn vị; còn chờ góp ý lần cuối"

CASES: tuple[Case, ...] = (
    accept(
        "ky-truoc/cao-hon",
        VP_2022,
        put(G8="Đang thực hiện", H8=90),
        reads={8: {"status": Status.IN_PROGRESS, "percent": 90}},
    ),
    accept(
        "ky-truoc/bang",
        VP_2022,
        put(G8="Đang thực hiện", H8=80),
        reads={8: {"status": Status.IN_PROGRESS, "percent": 80}},
    ),
    warn(
        "ky-truoc/ty-le-thap-hon",
        VP_2022,
        put(G8="Đang thực hiện", H8=60),
        "figure_lower H8",
        reads={8: {"status": Status.IN_PROGRESS, "percent": 60}},
    ),
    accept(
        "ky-truoc/thuong-xuyen-bat-dau-lai",
        VP_2022,
        put(G9="Đang thực hiện", H9=40),
        reads={9: {"status": Status.IN_PROGRESS, "percent": 40}},
    ),
    accept("ky-truoc/dem-cao-hon", VP_2024, put(H8=18, I8=40), reads={8: {"denominator": 40}}),
    warn(
        "ky-truoc/dem-thap-hon",
        VP_2024,
        put(H8=5, I8=40),
        "figure_lower H8",
        reads={8: {"numerator": 5, "denominator": 40}},
    ),
    warn(
        "ky-truoc/dem-thap-hon-o-gia-tri",
        VP_2024,
        put(H8=None, I8=None, J8=5),
        "figure_lower J8",
        reads={8: {"numerator": None, "denominator": None, "value": 5}},
    ),
    accept("ky-truoc/ty-le-cam-ket-giam", VP_2024, put(H13=15), reads={13: {"numerator": 15}}),
    warn(
        "ky-truoc/dem-thap-hon-mat-ma",
        VP_2024,
        put(A8=None, H8=5, I8=40),
        "figure_lower H8",
        notes="keys_lost D8",
        reads={8: {"numerator": 5, "denominator": 40}},
    ),
    warn(
        "ky-truoc/uoc-thay-chinh-thuc",
        VP_2024_Q3,
        None,
        "final_replaced " + " ".join(f"L{row}" for row in range(8, 18)),
    ),
    accept(
        "ky-truoc/dinh-chinh-chinh-thuc",
        VP_2024_Q3,
        put(**{f"L{row}": "chính thức" for row in range(8, 18)}, H13=19),
        reads={row: {"finality": Finality.FINAL} | ({"numerator": 19} if row == 13 else {}) for row in range(8, 18)},
    ),
    accept(
        "ky-truoc/khong-ghi-tinh-chat",
        VP_2024_Q3,
        put(**{f"L{row}": None for row in range(8, 18)}),
        reads={row: {"finality": None} for row in range(8, 18)},
    ),
    accept(
        "ky-truoc/gui-lai-y-nguyen",
        VP_2024_Q3,
        put(**{f"L{row}": "chính thức" for row in range(8, 18)}),
        reads={row: {"finality": Finality.FINAL} for row in range(8, 18)},
    ),
    warn("ky-truoc/da-co-so-toan-so", VP_2024_Q4, None, "whole_spoke " + " ".join(f"D{row}" for row in _OF_GROUPS)),
    accept("ky-truoc/toan-so", WHOLE_2024, None),
    accept("ky-truoc/sua-bao-cao-quy-1", VP_2022_Q1, None),
    accept(
        "ky-truoc/chep-loi-quy-1",
        VP_2022,
        put(J8=f"{_BEFORE}."),
        "text_repeated J8",
        reads={8: {"result": f"{_BEFORE}."}},
    ),
)
