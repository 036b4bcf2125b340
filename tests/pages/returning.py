"""The return of a unit on the desk: made as a unit makes it, and done with as a clerk does."""

from datetime import date

from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.model.period import Period
from papi_metrics.wording import page_update as words
from tests.pages.opening import words_of
from tests.pages.working import calm, fill, press, upload
from tests.returns.filling import Q2_2022, filled, task_rows, template_of

IN_TIME = date(2022, 6, 3)


def returned(
    unit: str, count: int = 2, day: object = None, result: str = "", period: Period = Q2_2022
) -> tuple[str, bytes]:
    """The template of a unit filled in, with a day and a result of its own in the first row."""
    rows = list(task_rows(count))
    rows[0] |= {"Ngày hoàn thành": day} if day is not None else {}
    rows[0] |= {"Kết quả thực hiện": result} if result else {}
    content = template_of(cache.store(), "qt-2022", period, unit)
    return f"bao-cao-{unit}.xlsx", filled(content, {"Nhiệm vụ": rows})


def received(page: AppTest, day: date = IN_TIME) -> AppTest:
    """Say when the open return came."""
    next(field for field in page.date_input if field.label == words.RECEIVED).set_value(day).run()
    return calm(page)


def accept(page: AppTest) -> AppTest:
    """Save what is looked at, with a reason where one is asked for."""
    if words.REASON in [field.label for field in page.text_input]:
        fill(page, words.REASON, "đã xem").run()
    return press(page, words.ACCEPT)


def saved(page: AppTest, file: tuple[str, bytes]) -> AppTest:
    """A return that was looked at and saved."""
    upload(page, file)
    received(page)
    accept(page)
    assert "Đã lưu lần nhập số" in words_of(page)
    return press(page, words.CLOSE)
