"""What the board says of a due date, before and after it."""

from datetime import date

import pytest

from papi_metrics.model.period import Period
from papi_metrics.wording import page_board as words

Q2, DUE = Period(2022, 2), date(2022, 6, 5)


@pytest.mark.parametrize(
    ("due", "day", "missing", "owing", "line", "tone"),
    [
        (DUE, 20, 4, 7, "Còn 16 ngày đến hạn nộp quý II/2022 (05/06/2022), còn 4 đơn vị chưa nộp.", "good"),
        (DUE, 33, 4, 7, "Còn 3 ngày đến hạn nộp quý II/2022 (05/06/2022), còn 4 đơn vị chưa nộp.", "late"),
        (DUE, 36, 4, 7, "Ngày chốt là ngày cuối hạn nộp quý II/2022 (05/06/2022), còn 4 đơn vị chưa nộp.", "late"),
        (DUE, 38, 4, 7, "Quá hạn 2 ngày (hạn nộp quý II/2022: 05/06/2022), còn 4 đơn vị chưa nộp.", "bad"),
        (DUE, 38, 0, 7, "Cả 7 đơn vị đã nộp báo cáo quý II/2022.", "good"),
        (DUE, 38, 0, 0, "Chưa đơn vị nào phải nộp báo cáo quý II/2022.", "good"),
        (None, 38, 1, 7, "Kế hoạch chưa đặt hạn nộp quý II/2022; còn 1 đơn vị chưa nộp.", "late"),
    ],
)
def test_the_countdown_says_how_near_the_due_date_is(
    due: date | None, day: int, missing: int, owing: int, line: str, tone: str
) -> None:
    as_of = date.fromordinal(date(2022, 4, 30).toordinal() + day)
    assert words.countdown(Q2, due, as_of, missing, owing) == (line, tone)


def test_a_quarter_is_headed_by_its_due_date_and_its_lock() -> None:
    strict = date(2022, 6, 4)
    assert words.quarter(Q2, DUE, strict, closed=True) == "Quý II · hạn 05/06 (hiểu chặt 04/06) · đã khóa sổ"
    assert words.quarter(Q2, None, None, closed=False) == "Quý II · chưa đặt hạn"
