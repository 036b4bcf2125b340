"""An address opened cold gives one view; what it gets wrong falls back and is said."""

from datetime import date

import pytest

from papi_metrics.app.choice import PlanOption, default_plan, plan_names, resolve, told_apart
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan

Q1, Q2 = Period(2022, 1), Period(2022, 2)
OLD = PlanOption(Plan("qt-2022", "qt", 2022), "Sở KH&CN Quảng Trị", "Quảng Trị", (Q1, Q2))
NEW = PlanOption(Plan("qt-2024", "qt", 2024), "Sở KH&CN Quảng Trị", "Quảng Trị", (Period(2024, 1),))
OTHER = PlanOption(Plan("dn-2024", "dn", 2024), "Sở KH&CN Đắk Nông", "Đắk Nông")
OPTIONS = (OLD, OTHER, NEW)


def shown(wanted: dict[str, str]) -> tuple[str, str, str, list[str]]:
    choice, bad = resolve(wanted, OPTIONS)
    return choice.option.plan.id, choice.period.code, choice.as_of.isoformat(), bad


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ("qt-2024", "2024-Q1", "2024-03-14", [])),
        ({"plan": "qt-2022"}, ("qt-2022", "2022-Q2", "2022-06-14", [])),
        ({"plan": "qt-2022", "period": "2022-Q1"}, ("qt-2022", "2022-Q1", "2022-03-14", [])),
        (
            {"plan": "qt-2022", "period": "2022-Q1", "as_of": "2022-03-31"},
            ("qt-2022", "2022-Q1", "2022-03-31", []),
        ),
        ({"plan": "dn-2024"}, ("dn-2024", "2024-Q1", "2024-03-14", [])),
        ({"plan": "nowhere"}, ("qt-2024", "2024-Q1", "2024-03-14", ["plan"])),
        ({"plan": "nowhere", "period": "2022-Q1"}, ("qt-2024", "2024-Q1", "2024-03-14", ["plan"])),
        ({"plan": "qt-2022", "period": "2022-Q9"}, ("qt-2022", "2022-Q2", "2022-06-14", ["period"])),
        ({"plan": "qt-2022", "period": "2019-Q1"}, ("qt-2022", "2022-Q2", "2022-06-14", ["period"])),
        (
            {"plan": "qt-2022", "period": "2022-Q1", "as_of": "14/03/2022"},
            ("qt-2022", "2022-Q1", "2022-03-14", ["as_of"]),
        ),
        (
            {"plan": "qt-2022", "period": "2022-Q1", "as_of": "1999-01-01"},
            ("qt-2022", "2022-Q1", "2022-03-14", ["as_of"]),
        ),
    ],
)
def test_an_address_names_one_view(wanted: dict[str, str], expected: tuple[str, str, str, list[str]]) -> None:
    assert shown(wanted) == expected


def test_a_view_written_into_an_address_comes_back_the_same() -> None:
    choice, _ = resolve({"plan": "qt-2022", "period": "2022-Q1", "as_of": "2022-04-01"}, OPTIONS)
    assert resolve(choice.words, OPTIONS) == (choice, [])


def test_the_latest_plan_with_figures_comes_first_and_one_without_only_when_there_is_no_other() -> None:
    assert default_plan((OTHER, OLD)) is OLD
    assert default_plan((OTHER,)) is OTHER


def test_without_any_plan_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="empty"):
        resolve({}, ())


def test_the_quarters_of_the_plan_year_and_late_periods_can_be_chosen_newest_first() -> None:
    late = PlanOption(Plan("p", "o", 2022), "o", "", (Q1, Period(2023, 1)))
    assert [period.code for period in late.choices] == ["2023-Q1", "2022-Q4", "2022-Q3", "2022-Q2", "2022-Q1"]
    assert (late.first_day, late.last_day) == (date(2021, 12, 15), date(2024, 3, 31))


def test_plans_of_one_name_are_told_apart_by_their_ids() -> None:
    names = {"qt-2022": "PAPI 2022", "qt-2022-2": "PAPI 2022", "qt-2024": "PAPI 2024"}
    assert told_apart(names) == {
        "qt-2022": "PAPI 2022 (qt-2022)",
        "qt-2022-2": "PAPI 2022 (qt-2022-2)",
        "qt-2024": "PAPI 2024",
    }


KHCN, NNMT = "Sở Khoa học và Công nghệ tỉnh", "Sở Nông nghiệp và Môi trường tỉnh"


@pytest.mark.parametrize(
    ("makers", "names"),
    [
        ([(f"{KHCN} Quảng Trị", "Quảng Trị")], ["PAPI 2025"]),
        (
            [(f"{KHCN} Quảng Trị", "Quảng Trị"), (f"{KHCN} Đắk Nông", "Đắk Nông")],
            ["PAPI 2025 · Quảng Trị", "PAPI 2025 · Đắk Nông"],
        ),
        ([("Sở Nội vụ", ""), ("Sở Nội vụ tỉnh Huế", "")], ["PAPI 2025 · Sở Nội vụ", "PAPI 2025 · Sở Nội vụ tỉnh Huế"]),
        (
            [(f"{KHCN} Quảng Trị", "Quảng Trị"), (f"{NNMT} Quảng Trị", "Quảng Trị"), (f"{KHCN} Đắk Nông", "Đắk Nông")],
            ["PAPI 2025 · Sở KH&CN Quảng Trị", "PAPI 2025 · Sở NN&MT Quảng Trị", "PAPI 2025 · Sở KH&CN Đắk Nông"],
        ),
        (
            [(f"{KHCN} Quảng Trị", "Quảng Trị"), ("Sở Tư pháp tỉnh Nghệ An", "Nghệ An")],
            ["PAPI 2025 · Sở KH&CN Quảng Trị", "PAPI 2025 · Sở Tư pháp Nghệ An"],
        ),
        (
            [("Sở KH&CN", "Quảng Trị"), (f"{KHCN} Quảng Trị", "Quảng Trị")],
            ["PAPI 2025 · Sở KH&CN Quảng Trị (p0)", "PAPI 2025 · Sở KH&CN Quảng Trị (p1)"],
        ),
    ],
)
def test_plans_bear_what_tells_their_departments_apart(makers: list[tuple[str, str]], names: list[str]) -> None:
    options = [PlanOption(Plan(f"p{no}", f"o{no}", 2025), *maker) for no, maker in enumerate(makers)]
    assert list(plan_names(options).values()) == names
