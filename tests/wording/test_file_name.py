"""Names of files: what every system takes stays, only what one of them forbids is replaced."""

import pytest

from papi_metrics.model.period import Period
from papi_metrics.wording import template
from papi_metrics.wording.file_name import file_name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Phòng TCHC&QT (quý 1), bản 2", "Phòng TCHC&QT (quý 1), bản 2.xlsx"),
        ("a + b = c; #1 @ 50% {x} [y] ~ ^ ' ! $", "a + b = c; #1 @ 50% {x} [y] ~ ^ ' ! $.xlsx"),
        ("KH 14/KH-SKHCN", "KH 14-KH-SKHCN.xlsx"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i.xlsx"),
        ("a\tb\x00c", "a-b-c.xlsx"),
        ("Phòng A. . ", "Phòng A.xlsx"),
        ("con", "_con.xlsx"),
        ("LPT1.bao-cao", "_LPT1.bao-cao.xlsx"),
        ("Console", "Console.xlsx"),
        ("...", "tep.xlsx"),
        ("", "tep.xlsx"),
        ("/", "-.xlsx"),
    ],
)
def test_only_what_a_system_forbids_is_replaced(stem: str, name: str) -> None:
    assert file_name(stem, ".xlsx") == name


@pytest.mark.parametrize(
    ("unit", "ends"),
    [
        ("Phòng TCHC&QT", "phong-tchc&qt"),
        ("TT NCUD & TT KH&CN", "tt-ncud-&-tt-kh&cn"),
        ("Phòng Kế hoạch – Tài chính", "phong-ke-hoach-tai-chinh"),
        ("Văn phòng (bộ phận 1/2)", "van-phong-(bo-phan-1-2)"),
    ],
)
def test_the_workbook_of_a_unit_bears_its_whole_name(unit: str, ends: str) -> None:
    assert template.workbook_name(Period(2022, 1), "TCHC", unit) == f"bao-cao-quy-1-2022_TCHC_{ends}.xlsx"
