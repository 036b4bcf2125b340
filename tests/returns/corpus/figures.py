"""Figures of commitments: numerator, denominator, value, judgement, finality, and the explanation."""

from datetime import date
from decimal import Decimal
from typing import Any

from papi_metrics.model.update import Evidence, Finality, Judgement
from tests.returns.corpus.bases import VP_2024
from tests.returns.corpus.case import Case, accept, refuse, warn
from tests.returns.corpus.damage import Shown, each, merged, put

_NONE = {"numerator": None, "denominator": None, "value": None}


def _said(row: int = 13, /, **fields: Any) -> dict[int, dict[str, Any]]:
    """What a row reads, figures as decimals."""
    return {row: {name: Decimal(value) if type(value) is str else value for name, value in fields.items()}}


def _value(name: str, value: Any, read: str, notes: str = "") -> Case:
    """A share in the column Giá trị alone."""
    damage = put(H13=None, I13=None, J13=value)
    return accept(f"so-lieu/gia-tri-{name}", VP_2024, damage, notes, reads=_said(**{**_NONE, "value": read}))


def _numerator(name: str, value: Any, read: str, notes: str = "") -> Case:
    return accept(f"so-lieu/tu-so-{name}", VP_2024, put(H13=value), notes, reads=_said(numerator=read))


def _bad_number(name: str, **cells: Any) -> Case:
    """``cells``: the last one named is not a number."""
    return refuse(f"so-lieu/{name}", VP_2024, put(**cells), f"number_unreadable {list(cells)[-1]}")


def _judged(name: str, text: str, judgement: Judgement) -> Case:
    return accept(f"so-lieu/danh-gia-{name}", VP_2024, put(K13=text), reads=_said(judgement=judgement))


def _sure(name: str, text: Any, finality: Finality | None) -> Case:
    return accept(f"so-lieu/tinh-chat-{name}", VP_2024, put(L13=text), reads=_said(finality=finality))


_SHARES: tuple[Case, ...] = (
    accept("so-lieu/tu-so-khong", VP_2024, put(H13=0), reads=_said(numerator="0")),
    accept(
        "so-lieu/gop-trong-tu-so", VP_2024, put(H13="31/40", I13=None), reads=_said(numerator="31", denominator="40")
    ),
    accept(
        "so-lieu/gop-trong-gia-tri",
        VP_2024,
        put(H13=None, I13=None, J13="31/40"),
        reads=_said(numerator="31", denominator="40"),
    ),
    accept(
        "so-lieu/dem-40-tren-40",
        VP_2024,
        put(H8=None, I8=None, J8="40/40 nhiệm vụ"),
        reads=_said(8, numerator="40", denominator="40"),
    ),
    accept(
        "so-lieu/dem-chi-gia-tri", VP_2024, put(H8=None, I8=None, J8=31), reads=_said(8, **{**_NONE, "value": "31"})
    ),
    accept("so-lieu/dem-vuot", VP_2024, put(H8=None, I8=None, J8=45), reads=_said(8, **{**_NONE, "value": "45"})),
    accept("so-lieu/dem-chi-tu-so", VP_2024, put(H8=31, I8=None), reads=_said(8, numerator="31", denominator=None)),
    _numerator("chu", "18", "18"),
    _numerator("co-don-vi", "18 hồ sơ", "18"),
    _numerator("so-thuc", 18.0, "18"),
    accept(
        "so-lieu/nghin-dau-cham",
        VP_2024,
        put(H13="1.234", I13="1.250"),
        "number_doubt H13;number_doubt I13",
        reads=_said(numerator="1234", denominator="1250"),
    ),
    accept(
        "so-lieu/nghin-khoang-trang",
        VP_2024,
        put(H13="1 234", I13="1 250"),
        "number_doubt H13;number_doubt I13",
        reads=_said(numerator="1234", denominator="1250"),
    ),
    accept(
        "so-lieu/trieu-dau-cham",
        VP_2024,
        put(H13="1.234.567", I13="1.234.568"),
        reads=_said(numerator="1234567", denominator="1234568"),
    ),
    accept("so-lieu/gia-tri-khop", VP_2024, put(J13=90), reads=_said(value="90")),
    accept(
        "so-lieu/gia-tri-khop-lam-tron",
        VP_2024,
        put(H13=17, I13=23, J13="73,9%"),
        reads=_said(numerator="17", denominator="23", value="73.9"),
    ),
    accept("so-lieu/gia-tri-khop-dinh-dang", VP_2024, put(J13=Shown(0.9, "0%")), reads=_said(value="90")),
    _value("so", 72.4, "72.4"),
    _value("chu", "72,4%", "72.4"),
    _value("chu-tron", "đạt 72,4%", "72.4"),
    _value("dinh-dang", Shown(0.724, "0.0%"), "72.4"),
    _value("khong", 0, "0"),
    _value("tram", 100, "100"),
    warn(
        "so-lieu/tu-lon-hon-mau",
        VP_2024,
        put(H13=41, I13=40),
        "numerator_above_denominator H13 I13",
        reads=_said(numerator="41", denominator="40"),
    ),
    warn("so-lieu/tu-am", VP_2024, put(H13=-5), "number_negative H13", reads=_said(numerator="-5")),
    warn(
        "so-lieu/mau-khong",
        VP_2024,
        put(H13=0, I13=0),
        "denominator_zero H13 I13",
        reads=_said(numerator="0", denominator="0"),
    ),
    warn("so-lieu/thieu-mau", VP_2024, put(I13=None), "share_incomplete H13", reads=_said(denominator=None)),
    warn("so-lieu/thieu-tu", VP_2024, put(H13=None), "share_incomplete I13", reads=_said(numerator=None)),
    warn("so-lieu/gia-tri-lech", VP_2024, put(J13=95), "value_contradicts J13", reads=_said(value="95")),
    warn("so-lieu/gia-tri-lech-chu", VP_2024, put(J13="70%"), "value_contradicts J13", reads=_said(value="70")),
    warn(
        "so-lieu/gia-tri-khong-phay-9",  # 90% typed under a number format: asked about once
        VP_2024,
        put(J13=0.9),
        "percent_doubt J13",
        reads=_said(value="0.9"),
    ),
    warn(
        "so-lieu/chi-gia-tri-khong-phay",
        VP_2024,
        put(H13=None, I13=None, J13=0.724),
        "percent_doubt J13",
        reads=_said(**{**_NONE, "value": "0.724"}),
    ),
    warn(
        "so-lieu/ty-le-955",
        VP_2024,
        put(H13=None, I13=None, J13=955),
        "share_above_all J13",
        reads=_said(**{**_NONE, "value": "955"}),
    ),
    warn(
        "so-lieu/gia-tri-am",
        VP_2024,
        put(H13=None, I13=None, J13=-3),
        "number_negative J13",
        reads=_said(**{**_NONE, "value": "-3"}),
    ),
    _bad_number("tu-so-bang-loi", H13="ba mươi"),
    _bad_number("tu-so-khoang", H13="khoảng 18"),
    _bad_number("tu-so-ngay", H13=date(2024, 5, 3)),
    _bad_number("mau-so-gach-ngang", I13="-"),
    _bad_number("phan-so-thua", H13="31/40"),
    _bad_number("gia-tri-tren-70", H13=None, I13=None, J13="trên 70%"),
    _bad_number("gia-tri-bang-loi", H13=None, I13=None, J13="khoảng bảy mươi"),
    refuse(
        "so-lieu/nhom-diem",
        VP_2024,
        put(H13=None, I13=None, J13="nhóm trung bình cao"),
        "group_as_value J13",
    ),
)

_WORDS: tuple[Case, ...] = (
    _judged("mot-phan", "đạt một phần", Judgement.PARTLY_MET),
    _judged("chua-dat", "Chưa đạt", Judgement.NOT_MET),
    _judged("chu-hoa", "KHÔNG ĐẠT.", Judgement.NOT_MET),
    _sure("chinh-thuc", "CHÍNH THỨC", Finality.FINAL),
    _sure("uoc-tinh", "Ước tính", Finality.PROVISIONAL),
    _sure("trong", None, None),
    refuse("so-lieu/danh-gia-tot", VP_2024, put(K13="tốt"), "judgement_unreadable K13"),
    refuse("so-lieu/danh-gia-phan-tram", VP_2024, put(K13="95%"), "judgement_unreadable K13"),
    refuse("so-lieu/danh-gia-hai", VP_2024, put(K13="Đạt/Không đạt"), "judgement_unreadable K13"),
    refuse("so-lieu/tinh-chat-tam", VP_2024, put(L13="tạm"), "finality_unreadable L13"),
    refuse("so-lieu/tinh-chat-hai", VP_2024, put(L13="ước và chính thức"), "finality_unreadable L13"),
    refuse("so-lieu/ngay-so-lieu-hom-qua", VP_2024, put(M13="hôm qua"), "date_unreadable M13"),
    refuse("so-lieu/ngay-so-lieu-30-thang-2", VP_2024, put(M13="30/02/2024"), "date_impossible M13"),
    accept(
        "so-lieu/ngay-so-lieu-29-thang-2",
        VP_2024,
        put(**{f"M{row}": "29/02/2024" for row in range(8, 18)}),
        reads={row: {"as_of": date(2024, 2, 29)} for row in range(8, 18)},
    ),
    warn(
        "so-lieu/ngay-so-lieu-sau-ngay-nhan",
        VP_2024,
        put(M13=date(2024, 6, 30)),
        "date_in_future M13",
        reads=_said(as_of=date(2024, 6, 30)),
    ),
    warn(
        "so-lieu/ngay-so-lieu-nam-truoc",
        VP_2024,
        put(M13=date(2023, 6, 3)),
        "date_before_plan M13",
        reads=_said(as_of=date(2023, 6, 3)),
    ),
    accept(
        "so-lieu/chi-danh-gia",
        VP_2024,
        put(**{f"{letter}17": None for letter in "HILMNO"}),
        reads={17: {**_NONE, "finality": None, "as_of": None, "result": "", "evidence": Evidence()}},
    ),
    accept(
        "so-lieu/giai-trinh-du",
        VP_2024,
        put(
            H13=8,
            K13="Không đạt",
            S13="Thiếu 01 cán bộ một cửa",
            T13="Bổ sung cán bộ, hướng dẫn nộp trực tuyến",
            U13=date(2024, 9, 30),
            V13="Phó Chánh Văn phòng",
        ),
        reads={
            13: {
                "numerator": 8,
                "judgement": Judgement.NOT_MET,
                "cause": "Thiếu 01 cán bộ một cửa",
                "remedy": "Bổ sung cán bộ, hướng dẫn nộp trực tuyến",
                "new_deadline": date(2024, 9, 30),
                "responsible": "Phó Chánh Văn phòng",
            }
        },
    ),
    accept(
        "so-lieu/chua-dat-giua-nam",  # the year is not over: an explanation is not owed yet
        VP_2024,
        put(H13=8, K13="Chưa đạt"),
        reads={13: {"numerator": 8, "judgement": Judgement.NOT_MET}},
    ),
    refuse("so-lieu/han-moi-31-thang-9", VP_2024, put(U13="31/9/2024"), "date_impossible U13"),
    refuse("so-lieu/han-moi-quy", VP_2024, put(U13="Quý IV"), "date_unreadable U13"),
    refuse(
        "so-lieu/nhieu-loi-mot-dong",
        VP_2024,
        put(H13=41, I13=40, K13="tốt", L13="tạm", M13="hôm qua"),
        "judgement_unreadable K13",
        "finality_unreadable L13",
        "date_unreadable M13",
        "numerator_above_denominator H13 I13",
    ),
)

_MERGED = (
    warn(
        "so-lieu/gop-tu-so-hai-dong",
        VP_2024,
        each(put(H13=12), merged("H13:H14")),
        "result_merged H14",
        reads={
            13: {"numerator": Decimal(12)},
            14: {"numerator": Decimal(12)},
        },
    ),
)
CASES = (*_SHARES, *_WORDS, *_MERGED)
