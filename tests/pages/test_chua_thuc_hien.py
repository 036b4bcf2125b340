"""What a unit reports as not begun is called so on every page, and nowhere "đang thực hiện"."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.model.ledger import Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.update import Place, Status, TaskUpdate
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_units
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import QUARTER_1, lines_of, links_of, opened, words_of


@pytest.fixture
def content(store_file: Path) -> str:
    """The text of a task of one unit, reported as not begun in Quý I/2022."""
    with Store.open(store_file) as store:
        found = next(item for item in store.tasks("qt-2022") if item.record.lead == ("TTRA",))
        update = TaskUpdate(Place("", ""), Status.NOT_STARTED, result="Chờ bố trí kinh phí.")
        store.append_import(
            "qt-2022",
            SourceFile("ttra.xlsx", "xlsx", b"ttra"),
            Words(task_updates=(Reported(found.key, update),)),
            made_at=LOADED_AT,
            period=Period(2022, 1),
            received_on=date(2022, 3, 4),
        )
    return found.record.content


def test_lists_filters_and_the_unit_say_that_it_has_not_begun(app: AppTest, content: str) -> None:
    opened(app, "nhiem_vu", QUARTER_1, state="not_started")
    lines = lines_of(app, "Nhiệm vụ")
    assert all("▷ Chưa thực hiện" in line and "Đang thực hiện" not in line for line in lines)
    (line,) = [line for line in lines if content in line]
    assert "▷ Chưa thực hiện đã báo cáo là chưa thực hiện" in line
    assert f"Chưa thực hiện {len(lines)}" in words_of(app)
    opened(app, "don_vi", QUARTER_1, unit="TTRA", state="")
    (line,) = [line for line in lines_of(app, page_units.LEADS) if content in line]
    assert "▷ Chưa thực hiện" in line
    assert "Đang thực hiện" not in line


def test_the_overview_counts_it_apart_and_leads_to_it(app: AppTest, content: str) -> None:
    opened(app, "tong_quan", QUARTER_1)
    assert "Chưa thực hiện" in words_of(app)
    assert any("state=not_started" in link for link in links_of(app))
