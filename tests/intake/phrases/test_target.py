"""Targets of commitments."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papi_metrics.intake.grid import Value
from papi_metrics.intake.phrases import target_count, target_group, target_rank, target_sense
from papi_metrics.intake.phrases.target import BAD, DOUBTFUL, GOOD, parse_target, read_target, target_from_cell
from papi_metrics.model.target import Change, Comparator, PapiGroup, Target, TargetKind
from papi_metrics.model.text import clean, fold

P, C, Q = TargetKind.PERCENT, TargetKind.COUNT, TargetKind.QUALITATIVE

# Source 003, the Mục tiêu column in its printed order.
REAL: tuple[tuple[str, TargetKind, str | None, str | None, str], ...] = (
    (
        "Hoàn thành 40/40 nhiệm vụ của Kế hoạch CCHC năm 2024 đề ra tại Kế hoạch số 97/KH-SKHCN ngày 28/12/2024",
        C,
        "≥",
        "40",
        "nhiệm vụ",
    ),
    ("Tỷ lệ hồ sơ TTHC tiếp nhận trong năm được giải quyết đúng hạn đạt 100%.", P, "≥", "100", "%"),
    ("Mức độ hài lòng của người dân đối với việc giải quyết TTHC của Sở đạt tỷ lệ 100%", P, "≥", "100", "%"),
    ("Tỷ lệ giải ngân trên 90%", P, ">", "90", "%"),
    (
        "Thực hiện Công khai đầy đủ các thông tin liên quan đến lĩnh vực KHCN trên Công thông tin điện tử của Sở",
        Q,
        None,
        None,
        "",
    ),
    (
        "Tiếp tục duy trì mức độ hài lòng của người dân đối với việc giải quyết thực hiện chính sách của cơ quan "
        "nhà nước",
        Q,
        None,
        None,
        "",
    ),
    ("Có lịch tiếp Công dân định kỳ hàng tháng đúng quy định", Q, None, None, ""),
    (
        "Sẽ tiến hành sắp xếp, bố trí đảm bảo 100% ĐVSN có đầy đủ cấp Trưởng, Phó theo quy định",
        P,
        "≥",
        "100",
        "%",
    ),
    ("Tiếp tục rà soát, đề xuất phương án đơn giản hóa TTHC theo lộ trình UBND tỉnh đề ra.", Q, None, None, ""),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%", P, "≥", "70", "%"),
    ("Tỷ lệ thanh toán trực tuyến đạt 40% trở lên", P, "≥", "40", "%"),
    ("Văn bản đi được ký số đạt 95% trở lên", P, "≥", "95", "%"),
    ("Văn bản đi được lãnh đạo ký số đạt 95% trở lên", P, "≥", "95", "%"),
    ("Báo cáo Trưởng Ban Chỉ đạo CCHC tỉnh về những cam kết đạt được trong năm 2024", Q, None, None, ""),
)


@pytest.mark.parametrize(("text", "kind", "comparator", "value", "unit", "upper", "change"), GOOD)
def test_a_measurable_target_is_read(
    text: str, kind: TargetKind, comparator: str, value: str, unit: str, upper: str, change: Change | None
) -> None:
    assert parse_target(text) == Target(
        kind,
        text,
        Comparator(comparator),
        Decimal(value),
        unit,
        upper=Decimal(upper) if upper else None,
        change=change,
    )


@pytest.mark.parametrize(("text", "kind", "comparator", "value", "unit"), REAL)
def test_the_fourteen_real_targets_are_read_exactly(
    text: str, kind: TargetKind, comparator: str | None, value: str | None, unit: str
) -> None:
    reading = read_target(text)
    assert reading.target == Target(
        kind, text, Comparator(comparator) if comparator else None, Decimal(value) if value else None, unit
    )
    assert not reading.doubt
    assert not reading.several


@pytest.mark.parametrize(("text", "group"), target_group.GOOD)
def test_a_group_target_names_its_group(text: str, group: PapiGroup) -> None:
    assert parse_target(text) == Target(TargetKind.GROUP, text, Comparator.AT_LEAST, group=group)


@pytest.mark.parametrize(("text", "place"), target_rank.GOOD)
def test_a_place_is_met_by_every_better_one(text: str, place: str) -> None:
    assert parse_target(text) == Target(TargetKind.RANK, text, Comparator.AT_MOST, Decimal(place))


@pytest.mark.parametrize(("text", "unit"), target_count.GOOD)
def test_what_is_not_to_happen_is_counted_and_met_by_none(text: str, unit: str) -> None:
    reading = read_target(text)
    assert reading.target == Target(TargetKind.COUNT, text, Comparator.AT_MOST, Decimal(0), unit)
    assert not reading.several


@pytest.mark.parametrize("text", [*BAD, *target_count.BAD])
def test_a_target_without_one_figure_is_qualitative(text: str) -> None:
    assert parse_target(text) == Target(TargetKind.QUALITATIVE, text)


@pytest.mark.parametrize("text", [*DOUBTFUL, *target_group.BAD, *target_rank.BAD, *target_count.DOUBTFUL])
def test_a_target_of_uncertain_sense_is_left_to_a_person_and_told(text: str) -> None:
    reading = read_target(text)
    assert reading.target == Target(TargetKind.QUALITATIVE, text)
    assert reading.several


@pytest.mark.parametrize(("words", "comparator"), target_sense.GOOD)
def test_words_before_a_figure_set_its_sense(words: str, comparator: str) -> None:
    sense = target_sense.sense_of(fold(words) + " ", "")
    assert (sense.comparator, sense.unsure) == (Comparator(comparator), False)
    assert parse_target(f"{words} 5%").comparator == Comparator(comparator)


@pytest.mark.parametrize("words", target_sense.BAD)
def test_words_without_a_certain_sense_never_set_one(words: str) -> None:
    assert parse_target(f"{words} 5%").comparator is None
    assert read_target(f"{words} 5%").several


def test_two_different_targets_in_one_cell_are_told() -> None:
    assert read_target("Hồ sơ trực tuyến đạt 70%, thanh toán trực tuyến đạt 40%").several
    assert not read_target("Hồ sơ trực tuyến đạt 70%; đạt 70% trong cả năm 2024").several


def test_a_score_with_a_dot_is_in_doubt() -> None:
    assert read_target("đạt 42.394 điểm").doubt
    assert not read_target("đạt 42,394 điểm").doubt


@pytest.mark.parametrize(
    ("value", "number_format", "kind", "expected", "unit"),
    [
        (0.95, "0%", P, "95", "%"),
        (0.955, "0.0%", P, "95.5", "%"),
        (95, '0"%"', P, "95", "%"),
        (40, "General", C, "40", ""),
        (42.5, "", C, "42.5", ""),
        ("đạt 95%", "", P, "95", "%"),
    ],
)
def test_a_target_cell_is_read_by_its_format(
    value: Value, number_format: str, kind: TargetKind, expected: str, unit: str
) -> None:
    target = target_from_cell(value, number_format).target
    assert (target.kind, target.value, target.unit) == (kind, Decimal(expected), unit)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_makes_it_raise_and_the_text_is_kept(text: str) -> None:
    assert parse_target(text).text == clean(text)


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=100))
def test_every_whole_share_keeps_its_sign(points: int) -> None:
    assert parse_target(f"trên {points}%").comparator is Comparator.ABOVE
    assert parse_target(f"đạt {points}% trở lên").comparator is Comparator.AT_LEAST
    assert parse_target(f"không quá {points} %").comparator is Comparator.AT_MOST
    assert parse_target(f"dưới {points}%").value == points
