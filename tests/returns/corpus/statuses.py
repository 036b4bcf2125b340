"""Column Trạng thái, and what it has to agree with."""

import unicodedata
from typing import Any

from papi_metrics.model.update import Evidence, Status
from tests.returns.corpus.bases import VP_2022
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import put

_NOTHING = {"done_on": None, "percent": None, "result": "", "evidence": Evidence()}


def _word(name: str, text: Any, status: Status, percent: int | None = None) -> Case:
    """A word for a status; one that is not done goes with ``percent`` and no date."""
    if status is Status.DONE:
        return accept(f"trang-thai/{name}", VP_2022, put(G9=text))
    reads = {9: {"status": status, "percent": percent, "done_on": None}}
    return accept(f"trang-thai/{name}", VP_2022, put(G9=text, H9=percent, I9=None), reads=reads)


def _bad(name: str, text: Any) -> Case:
    return refuse(f"trang-thai/{name}", VP_2022, put(G9=text), "status_unreadable G9")


CASES: tuple[Case, ...] = (
    _word("chu-thuong", "hoàn thành", Status.DONE),
    _word("chu-hoa", "HOÀN THÀNH", Status.DONE),
    _word("khoang-trang", "  Hoàn  thành ", Status.DONE),
    _word("khoang-trang-khong-ngat", "Hoàn\u00a0thành", Status.DONE),
    _word("xuong-dong", "Hoàn\nthành", Status.DONE),
    _word("to-hop-dau", unicodedata.normalize("NFD", "Hoàn thành"), Status.DONE),
    _word("kieu-dat-dau", "Hòan thành", Status.DONE),
    _word("da-hoan-thanh", "Đã hoàn thành.", Status.DONE),
    _word("hoan-thanh-qua-han", "Hoàn thành quá hạn", Status.DONE),
    _word("co-ghi-chu", "Hoàn thành (Kế hoạch số 14/KH-SKHCN)", Status.DONE),
    _word("viet-tat", "HT", Status.DONE),
    _word("dang-trien-khai", "Đang triển khai", Status.IN_PROGRESS, 60),
    _word("cham-tien-do", "Chậm tiến độ", Status.IN_PROGRESS, 30),
    _word("chua-hoan-thanh", "Chưa hoàn thành", Status.IN_PROGRESS, 95),
    _word("chua-thuc-hien", "Chưa thực hiện", Status.NOT_STARTED, 0),
    _word("tam-dung", "Tạm dừng", Status.STOPPED),
    accept(
        "trang-thai/khong-phat-sinh",
        VP_2022,
        put(G9="Không phát sinh", **{f"{letter}9": None for letter in "HIJKLM"}),
        reads={9: {**_NOTHING, "status": Status.NOT_ARISING}},
    ),
    accept("trang-thai/trong", VP_2022, put(G9=None), reads={9: {"status": None}}),
    accept(
        "trang-thai/dong-trong",
        VP_2022,
        put(**{f"{letter}9": None for letter in "GHIJKLM"}),
        reads={9: None},
    ),
    accept(
        "trang-thai/chi-ghi-chua-bao-cao",
        VP_2022,
        put(**{f"{letter}9": None for letter in "HIJKLM"}, G9="Chưa báo cáo"),
        reads={9: None},
    ),
    accept(
        "trang-thai/dang-thuc-hien-co-ngay",  # an ongoing task has a dated result and goes on
        VP_2022,
        put(G9="Đang thực hiện", H9=60),
        reads={9: {"status": Status.IN_PROGRESS, "percent": 60}},
    ),
    _bad("cau-noi", "xong rồi nhé"),
    _bad("dau-x", "x"),
    _bad("dau-tich", "✓"),
    _bad("phan-tram", "100%"),
    _bad("so", 1),
    _bad("danh-gia", "Đạt"),
    _bad("tot", "Tốt"),
    _bad("hai-trang-thai", "Hoàn thành/Chưa hoàn thành"),
    _bad("ca-cau", "Hoàn thành kế hoạch, đang thực hiện báo cáo"),
    _bad("gach-ngang", "-"),
    _bad("go-sai", "Hoàn thahf"),
    _bad("qua-han", "Quá hạn"),  # it says how late, not how far
    warn(
        "trang-thai/xong-ma-80",
        VP_2022,
        put(H9=80),
        "value_contradicts G9 H9",
        reads={9: {"percent": 80}},
    ),
    warn(
        "trang-thai/chua-lam-ma-30",
        VP_2022,
        put(G9="Chưa thực hiện", H9=30, I9=None),
        "value_contradicts G9 H9",
        reads={9: {"status": Status.NOT_STARTED, "percent": 30, "done_on": None}},
    ),
    warn(
        "trang-thai/khong-phat-sinh-ma-50",
        VP_2022,
        put(G9="Không phát sinh", H9=50, I9=None),
        "value_contradicts G9 H9",
        reads={9: {"status": Status.NOT_ARISING, "percent": 50, "done_on": None}},
    ),
    warn(
        "trang-thai/chua-lam-ma-co-ngay-xong",
        VP_2022,
        put(G9="Chưa thực hiện", H9=0),
        "value_contradicts G9 I9",
        reads={9: {"status": Status.NOT_STARTED, "percent": 0}},
    ),
    warn(
        "trang-thai/xong-thieu-ngay",
        VP_2022,
        put(I9=None, I12=None),
        "done_without_date G9 G12",
        reads={9: {"done_on": None}, 12: {"done_on": None}},
    ),
    warn(
        "trang-thai/xong-thieu-minh-chung",
        VP_2022,
        put(J9="Đã thực hiện tốt", K9=None, L9=None, M9=None),
        "done_without_evidence G9",
        notes="text_bare J9",
        reads={9: {"result": "Đã thực hiện tốt", "evidence": Evidence()}},
    ),
    warn(
        "trang-thai/xong-khong-noi-gi",
        VP_2022,
        put(J9=None, K9=None, L9=None, M9=None),
        "done_without_evidence G9",
        reads={9: {"result": "", "evidence": Evidence()}},
    ),
    warn(
        "trang-thai/xong-thieu-ca-ngay-lan-minh-chung",
        VP_2022,
        put(I9=None, J9=None, K9=None, L9=None, M9=None),
        "done_without_date G9",
        "done_without_evidence G9",
        reads={9: {"done_on": None, "result": "", "evidence": Evidence()}},
    ),
    accept(
        "trang-thai/xong-chi-co-con-so",
        VP_2022,
        put(J9="Đã mở 3 lớp", K9=None, L9=None, M9=None),
        reads={9: {"result": "Đã mở 3 lớp", "evidence": Evidence()}},
    ),
    accept(
        "trang-thai/xong-chi-co-lien-ket",
        VP_2022,
        put(J9=None, K9=None, L9=None, M9=None, N9="https://dost.quangtri.gov.vn/14"),
        reads={9: {"result": "", "evidence": Evidence(link="https://dost.quangtri.gov.vn/14")}},
    ),
)
