"""Column % hoàn thành: 95, "95%" and 0,95."""

from datetime import date
from decimal import Decimal
from typing import Any

from papi_metrics.model.update import Status
from tests.returns.corpus.bases import VP_2022
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import Shown, put


def _read(percent: str) -> dict[int, dict[str, Any]]:
    return {9: {"status": Status.IN_PROGRESS, "percent": Decimal(percent)}}


def _damage(value: Any) -> Any:
    return put(G9="Đang thực hiện", H9=value)


def _good(name: str, value: Any, percent: str, notes: str = "") -> Case:
    return accept(f"ty-le/{name}", VP_2022, _damage(value), notes, reads=_read(percent))


def _doubtful(name: str, value: Any, percent: str) -> Case:
    """Kept as it stands, and asked about: a share typed as 95% under a number format becomes 0,95."""
    return warn(f"ty-le/{name}", VP_2022, _damage(value), "percent_doubt H9", reads=_read(percent))


def _outside(name: str, value: Any, notes: str = "") -> Case:
    return refuse(f"ty-le/{name}", VP_2022, _damage(value), "percent_out_of_range H9", notes=notes)


def _no_number(name: str, value: Any) -> Case:
    return refuse(f"ty-le/{name}", VP_2022, _damage(value), "number_unreadable H9")


CASES: tuple[Case, ...] = (
    _good("so", 95, "95"),
    _good("so-thap-phan", 95.5, "95.5"),
    _good("so-dai", 66.66666666666667, "66.6666666666667"),
    _good("chu-so", "95", "95"),
    _good("chu-co-phan-tram", "95%", "95"),
    _good("chu-co-khoang-trang", " 95 % ", "95"),
    _good("chu-dau-phay", "95,5", "95.5"),
    _good("chu-dau-phay-phan-tram", "95,5%", "95.5"),
    _good("chu-dau-cham", "95.5", "95.5", "number_doubt H9"),
    _good("chu-dau-cham-phan-tram", "95.5%", "95.5", "number_doubt H9"),
    _good("bang-loi", "95 phần trăm", "95"),
    _good("dinh-dang-phan-tram", Shown(0.95, "0%"), "95"),
    _good("dinh-dang-mot-so-le", Shown(0.955, "0.0%"), "95.5"),
    _good("dinh-dang-tram-phan-tram", Shown(1, "0%"), "100"),
    _good("khong", 0, "0"),
    _good("khong-phan-tram", "0%", "0"),
    _good("nua-phan-tram", "0,5%", "0.5"),
    _good("tram", 100, "100"),
    _doubtful("khong-phay-95", 0.95, "0.95"),
    _doubtful("chu-khong-phay-95", "0,95", "0.95"),
    _doubtful("mot", 1, "1"),
    warn(
        "ty-le/xong-ma-mot",  # 100% typed under a number format
        VP_2022,
        put(H9=1),
        "percent_doubt H9",
        reads={9: {"percent": 1}},
    ),
    _outside("mot-tram-ruoi", 150),
    _outside("chu-150", "150%"),
    _outside("am", -1),
    _outside("chu-am", "-5%"),
    _outside("hon-tram-mot-chut", 100.5),
    _outside("doi-dinh-dang-sau", Shown(95, "0%"), "number_doubt H9"),
    _outside("nghin", "95.500", "number_doubt H9"),
    _no_number("chu", "gần xong"),
    _no_number("khoang", "khoảng 95%"),
    _no_number("tu-den", "80-90%"),
    _no_number("hai-dau", "95%%"),
    _no_number("phan-so", "31/40"),
    _no_number("ngay", date(2022, 5, 9)),
    _no_number("logic", True),
    _no_number("gach-ngang", "-"),
    _no_number("dau-nhay", "'95"),
    refuse(
        "ty-le/bon-o-cung-loi",
        VP_2022,
        put(H9=150, H11=150, H13="nhiều", H15=-3),
        "percent_out_of_range H9 H11 H15",
        "number_unreadable H13",
    ),
)
