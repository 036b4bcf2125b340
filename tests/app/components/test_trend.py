"""The small line of a commitment."""

import re

from papi_metrics.app.components.commitments import trend
from papi_metrics.charts.frames import Row


def point(period: str, actual: float | None, unit: str = "%", judgement: str | None = None) -> Row:
    return {
        "period": period,
        "actual": actual,
        "target_unit": unit,
        "target_value": 90.0,
        "judgement": judgement,
        "numerator": None,
        "denominator": None,
        "finality": "provisional",
        "figure_as_of": None,
        "is_later": False,
    }


def heights(drawn: str) -> list[float]:
    return [float(found) for found in re.findall(r'<i style="left:[\d.]+%;top:([\d.]+)%"', drawn)]


def test_a_figure_that_just_misses_its_target_is_not_written_as_the_target() -> None:
    assert "Quý I/2024: 89,96%" in trend.line([point("2024-Q1", 89.96)], 90)


def test_a_rising_figure_rises_and_the_target_stands_above() -> None:
    drawn = trend.line([point("2024-Q1", 20), point("2024-Q2", 30), point("2024-Q3", 35)], 40)
    found = heights(drawn)
    assert found == sorted(found, reverse=True)
    goal = re.search(r'<b style="top:([\d.]+)%"', drawn)
    assert goal is not None
    assert float(goal[1]) < min(found)


def test_the_line_is_told_in_words_too() -> None:
    drawn = trend.line([point("2024-Q1", 20.5), point("2024-Q2", 31, "nhiệm vụ")], None)
    assert 'aria-label="Quý I/2024: 20,5%; Quý II/2024: 31 nhiệm vụ"' in drawn


def test_one_figure_is_a_dot_and_none_is_nothing() -> None:
    assert heights(trend.line([point("2024-Q1", 20)], None)) == [50.0]
    assert trend.line([point("2024-Q1", None, judgement="met")], None) == ""


def test_the_table_gives_every_period_with_figure_or_judgement() -> None:
    table = trend.figures([point("2024-Q1", 20), point("2024-Q2", None, judgement="partly_met")])
    assert "20,0%" in table
    assert "Đạt một phần" in table
    assert table.count("<tr>") == 3
