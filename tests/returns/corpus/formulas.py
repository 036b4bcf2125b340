"""Formulas with and without a value, and cells that show an error."""

import io
import re
import zipfile
from datetime import date
from typing import Any

from papi_metrics.model.update import Status
from tests.returns.corpus.bases import VP_2022, VP_2024
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import put


def _worked_out(value: str, of_text: bool = False) -> Any:
    """Give the formulas of the first sheet a value, as Excel does when it saves."""

    def spoil(content: bytes) -> bytes:
        old, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name).decode("utf-8") if name.endswith("sheet1.xml") else ""
                kind = ' t="str"' if of_text else ""
                part = re.sub(
                    r"<c ([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>", rf"<c \1{kind}><f>\2</f><v>{value}</v></c>", part
                )
                new.writestr(name, part or old.read(name))
        return out.getvalue()

    return spoil


_IN_PROGRESS = {"status": Status.IN_PROGRESS}

CASES: tuple[Case, ...] = (
    warn(
        "cong-thuc/ty-le-khong-gia-tri",
        VP_2022,
        put(H9="=50+45"),
        "formula_without_value H9",
        reads={9: {"percent": None}},
    ),
    warn(
        "cong-thuc/ngay-khong-gia-tri",
        VP_2022,
        put(I9="=TODAY()"),
        "formula_without_value I9",
        reads={9: {"done_on": None}},
    ),
    warn(
        "cong-thuc/trang-thai-khong-gia-tri",
        VP_2022,
        put(G9='=IF(H9=100,"Hoàn thành","")'),
        "formula_without_value G9",
        reads={9: {"status": None}},
    ),
    warn(
        "cong-thuc/loi-van-khong-gia-tri",
        VP_2022,
        put(J9='="Đã họp "&2'),
        "formula_without_value J9",
        reads={9: {"result": ""}},
    ),
    warn(
        "cong-thuc/tu-so-khong-gia-tri",
        VP_2024,
        put(H13="=SUM(H14:H16)"),
        "formula_without_value H13",
        reads={13: {"numerator": None}},
    ),
    warn(
        "cong-thuc/ca-tu-lan-mau-khong-gia-tri",
        VP_2024,
        put(H13="=SUM(H14:H16)", I13="=SUM(I14:I16)"),
        "formula_without_value H13 I13",
        reads={13: {"numerator": None, "denominator": None}},
    ),
    warn(
        "cong-thuc/nhieu-o-khong-gia-tri",
        VP_2022,
        put(**{f"H{row}": "=50+50" for row in range(8, 18)}),
        "formula_without_value " + " ".join(f"H{row}" for row in range(8, 18)),
        reads={row: {"percent": None} for row in range(8, 18)},
    ),
    warn("cong-thuc/loi-ref", VP_2022, put(H9="#REF!"), "error_cell H9", reads={9: {"percent": None}}),
    warn("cong-thuc/loi-chia-khong", VP_2024, put(J13="#DIV/0!"), "error_cell J13"),
    warn("cong-thuc/loi-ten", VP_2022, put(J9="#NAME?"), "error_cell J9", reads={9: {"result": ""}}),
    warn("cong-thuc/loi-o-ngay", VP_2022, put(I9="#VALUE!"), "error_cell I9", reads={9: {"done_on": None}}),
    warn("cong-thuc/loi-o-tu-so", VP_2024, put(H13="#N/A"), "error_cell H13", reads={13: {"numerator": None}}),
    accept(
        "cong-thuc/co-gia-tri",
        VP_2022,
        put(G9="Đang thực hiện", H9="=50+45"),
        spoil=_worked_out("95"),
        reads={9: {**_IN_PROGRESS, "percent": 95}},
    ),
    accept(
        "cong-thuc/co-gia-tri-ngay",
        VP_2022,
        put(I9="=DATE(2022,5,9)"),
        spoil=_worked_out("44690"),
        reads={9: {"done_on": date(2022, 5, 9)}},
    ),
    accept(
        "cong-thuc/co-gia-tri-chu",
        VP_2022,
        put(G9='=PROPER("hoàn thành")'),
        spoil=_worked_out("Hoàn thành", of_text=True),
    ),
    accept("cong-thuc/co-gia-tri-tu-so", VP_2024, put(H13="=9+9"), spoil=_worked_out("18")),
    refuse(
        "cong-thuc/co-gia-tri-sai",
        VP_2022,
        put(G9="Đang thực hiện", H9="=100+50"),
        "percent_out_of_range H9",
        spoil=_worked_out("150"),
    ),
)
