"""Columns of dates: the day first, always; never before the plan, never after the day the file came in."""

import unicodedata
from datetime import date, datetime, time
from typing import Any

from papi_metrics.model.update import Evidence
from tests.returns.corpus.bases import VP_2022
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import Shown, put
from tests.returns.filling import Q2_2022

_MAY_9 = date(2022, 5, 9)
_EVERY = tuple(f"I{row}" for row in range(8, 18))


def _good(name: str, value: Any, day: date = _MAY_9, notes: str = "") -> Case:
    return accept(f"ngay/{name}", VP_2022, put(I9=value), notes, reads={9: {"done_on": day}})


def _none(name: str, value: Any) -> Case:
    return refuse(f"ngay/{name}", VP_2022, put(I9=value), "date_unreadable I9")


def _impossible(name: str, value: Any) -> Case:
    return refuse(f"ngay/{name}", VP_2022, put(I9=value), "date_impossible I9")


CASES: tuple[Case, ...] = (
    _good("ngay-that", _MAY_9),
    _good("ngay-gio", datetime.combine(_MAY_9, time(14, 30))),
    _good("chu", "09/05/2022"),
    _good("chu-khong-so-khong", "9/5/2022"),
    _good("gach-ngang", "9-5-2022"),
    _good("gach-dai", "09–05–2022"),
    _good("dau-cham", "09.05.2022"),
    _good("khoang-trang", " 9 / 5 / 2022 "),
    _good("bang-loi", "ngày 9 tháng 5 năm 2022"),
    _good("bang-loi-to-hop-dau", unicodedata.normalize("NFD", "ngày 9 tháng 5 năm 2022")),
    _good("iso", "2022-05-09"),
    _good("iso-gio", "2022-05-09 00:00:00"),
    _good("ngay-truoc-thang", "03/05/2022", date(2022, 5, 3)),
    _good("so-ngay-co-dinh-dang", Shown(44690, "dd/mm/yyyy")),
    _good("hien-kieu-my", Shown(_MAY_9, "m/d/yyyy"), notes="date_doubt I9"),
    _good("hien-kieu-may", Shown(_MAY_9, "mm-dd-yy")),
    _none("so-ngay-khong-dinh-dang", Shown(44690, "General")),
    _none("nam-hai-chu-so", "09/05/22"),
    _none("thieu-nam", "09/05"),
    _none("chi-thang", "tháng 5/2022"),
    _none("thang-nam", "5/2022"),
    _none("o-ngay-chi-hien-thang", Shown(_MAY_9, "mm/yyyy")),
    _none("quy", "Quý II/2022"),
    _none("hom-qua", "hôm qua"),
    _none("hai-ngay", "09/05/2022 và 12/05/2022"),
    _none("nam-go-sai", "09/05/20222"),
    _none("logic", True),
    _impossible("31-thang-2", "31/02/2022"),
    _impossible("29-thang-2-nam-thuong", "29/02/2022"),
    _impossible("31-thang-4-bang-loi", "ngày 31 tháng 4 năm 2022"),
    _impossible("thang-truoc-ngay", "05/13/2022"),
    _impossible("thieu-nam-31-thang-6", "31/6"),
    warn(
        "ngay/dao-ngay-thang",  # typed on an American computer: 25/05 stays text, the days up to 12 are turned
        VP_2022,
        put(I9="25/05/2022"),
        f"date_swapped {' '.join(cell for cell in _EVERY if cell != 'I9')}",
        reads={9: {"done_on": date(2022, 5, 25)}},
    ),
    accept(
        "ngay/chu-va-ngay-that-lon-hon-12",
        VP_2022,
        put(I9="25/05/2022", I10=date(2022, 5, 20)),
        reads={9: {"done_on": date(2022, 5, 25)}, 10: {"done_on": date(2022, 5, 20)}},
    ),
    warn(
        "ngay/truoc-ke-hoach",
        VP_2022,
        put(I9=date(2021, 5, 9)),
        "date_before_plan I9",
        reads={9: {"done_on": date(2021, 5, 9)}},
    ),
    accept("ngay/ky-so-lieu-dau-nam", VP_2022, put(I9=date(2021, 12, 20)), reads={9: {"done_on": date(2021, 12, 20)}}),
    warn(
        "ngay/sau-ngay-nhan",
        VP_2022,
        put(I9=date(2022, 6, 20)),
        "date_in_future I9",
        reads={9: {"done_on": date(2022, 6, 20)}},
    ),
    accept("ngay/dung-ngay-nhan", VP_2022, put(I9=date(2022, 6, 3)), reads={9: {"done_on": date(2022, 6, 3)}}),
    warn(
        "ngay/sau-ky",
        VP_2022,
        put(I9=date(2022, 7, 5)),
        "date_after_period I9",
        received=date(2022, 7, 10),
        reads={9: {"done_on": date(2022, 7, 5)}},
    ),
    warn(
        "ngay/sau-ky-va-sau-ngay-nhan",  # one slip, said once
        VP_2022,
        put(I9=date(2022, 12, 5)),
        "date_in_future I9",
        reads={9: {"done_on": date(2022, 12, 5)}},
    ),
    warn(
        "ngay/van-ban-sau-ngay-nhan",
        VP_2022,
        put(L9=date(2032, 5, 3)),
        "date_in_future L9",
        reads={9: {"evidence": Evidence("2/BC-SKHCN", date(2032, 5, 3), "Báo cáo kết quả")}},
    ),
    accept(
        "ngay/van-ban-nam-truoc",
        VP_2022,
        put(L9=date(2021, 5, 3)),
        reads={9: {"evidence": Evidence("2/BC-SKHCN", date(2021, 5, 3), "Báo cáo kết quả")}},
    ),
    refuse("ngay/van-ban-31-thang-9", VP_2022, put(L9="31/9/2022"), "date_impossible L9"),
    refuse("ngay/van-ban-nam-hai-chu-so", VP_2022, put(L9="3/5/22"), "date_unreadable L9"),
    refuse(
        "ngay/nhieu-o",
        VP_2022,
        put(I9="31/02/2022", I10="31/02/2022", I11="hôm qua", I12=date(2021, 5, 9)),
        "date_impossible I9 I10",
        "date_unreadable I11",
        "date_before_plan I12",
    ),
    accept("ngay/gui-lai-som-hon-ky", VP_2022, received=date(2022, 5, 31), period=Q2_2022),
)
