"""Addresses inside the app carry the view."""

from datetime import date

import pytest

from papi_metrics.app import links, registry
from papi_metrics.app.registry import Entry
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.wording import pages as words

VIEW = View("qt-2022", Period(2022, 1), date(2022, 3, 14), 14)
LISTED = registry.PAGES
QUERY = "plan=qt-2022&period=2022-Q1&as_of=2022-03-14"


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "PAGES", (Entry(registry.HOME, "tong_quan.py"), Entry("nhiem-vu", "nhiem_vu.py")))


@pytest.mark.parametrize(
    ("page", "extra", "expected"),
    [
        (registry.HOME, {}, f"./?{QUERY}"),
        ("nhiem-vu", {}, f"nhiem-vu?{QUERY}"),
        ("nhiem-vu", {"state": "overdue", "unit": ""}, f"nhiem-vu?{QUERY}&state=overdue"),
        ("nhiem-vu", {"q": "kế hoạch"}, f"nhiem-vu?{QUERY}&q=k%E1%BA%BF+ho%E1%BA%A1ch"),
        ("no-such-page", {}, None),
    ],
)
def test_a_link_carries_plan_period_and_date(page: str, extra: dict[str, str], expected: str | None) -> None:
    assert links.address(VIEW, page, **extra) == expected


def test_without_a_view_a_link_is_the_bare_page() -> None:
    assert links.address(None, "nhiem-vu") == "nhiem-vu"


def test_every_listed_page_has_its_file_and_its_title() -> None:
    assert LISTED[0].path == registry.HOME
    for entry in LISTED:
        assert (registry.FOLDER / entry.file).is_file()
        assert entry.title == words.TITLES[entry.path]
