"""The cards of Tổng quan: what each says, and in which tone."""

from dataclasses import replace
from datetime import date

import pytest

from papi_metrics.app.components.cards import Figures, cards
from papi_metrics.app.overview import Unreported
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.ratio import Ratio

VIEW = View("qt-2022", Period(2022, 1), date(2022, 3, 14), 1)
FINE = Figures(
    completion=Ratio(17, 23),
    completion_before=Ratio(17, 23),
    overdue=0,
    oldest_days=0,
    met=Ratio(0, 0),
    missed=0,
    reported=Ratio(6, 6),
    unreported=Unreported(missing=0, returned=0, late=0, waiting=0, undated=0, lines=0, has_due=True),
    evidenced=Ratio(17, 17),
    copied=[],
)


@pytest.mark.parametrize(
    ("left", "note"),
    [
        (Unreported(0, 0, 0, 0, 0, 0, has_due=True), 'papi-ink-good">đủ và đúng hạn<'),
        (Unreported(0, 0, 0, 0, 0, 0, has_due=False), 'papi-ink-good">đã nộp đủ<'),
        (Unreported(0, 0, 2, 0, 0, 5, has_due=True), 'papi-ink-late">2 trễ hạn · 5 dòng chưa báo cáo<'),
        (Unreported(0, 0, 0, 0, 0, 5, has_due=True), 'papi-ink-unknown">5 dòng chưa báo cáo<'),
        (Unreported(0, 1, 0, 0, 0, 0, has_due=True), 'papi-ink-late">1 trả lại<'),
        (Unreported(1, 0, 2, 0, 0, 0, has_due=True), 'papi-ink-bad">1 chưa nộp · 2 trễ hạn<'),
        (Unreported(0, 0, 0, 3, 0, 0, has_due=True), 'papi-ink-waiting">3 chưa đến hạn<'),
        (Unreported(0, 0, 0, 0, 3, 0, has_due=True), 'papi-ink-waiting">3 chưa nộp<'),
    ],
)
def test_reports_are_green_only_when_all_came_whole_and_in_time(left: Unreported, note: str) -> None:
    assert note in cards(VIEW, replace(FINE, unreported=left))


@pytest.mark.parametrize(
    ("before", "note"),
    [
        (Ratio(14, 22), 'papi-ink-good">+3 · kỳ trước 14/22<'),
        (Ratio(15, 16), 'papi-ink-bad">+2 · kỳ trước 15/16<'),
        (Ratio(17, 23), 'papi-muted">kỳ trước 17/23<'),
    ],
)
def test_more_tasks_done_of_many_more_is_no_improvement(before: Ratio, note: str) -> None:
    assert note in cards(VIEW, replace(FINE, completion_before=before))


def test_without_an_earlier_period_completion_is_held_against_nothing() -> None:
    assert "kỳ trước" not in cards(VIEW, replace(FINE, completion_before=None))
