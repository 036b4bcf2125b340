"""Faults nobody foresaw outside a page's own run: in callbacks, in windows, in a store that is gone."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from papi_metrics.app import server
from tests.pages.opening import QUARTER_1, opened, words_of


@pytest.fixture(autouse=True)
def as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest runs the script without its server; give it what the server is told in dashboard.py."""
    begin = LocalScriptRunner.__init__

    def with_net(self: LocalScriptRunner, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        self._on_script_error = server.tell_fault

    monkeypatch.setattr(LocalScriptRunner, "__init__", with_net)


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError


def told(app: AppTest) -> str:
    """What is said of the fault; nothing of it is English."""
    assert not app.exception
    parts = [str(element.proto.body) for element in app.get("html")]
    text = re.sub(r"<[^>]+>", " ", " ".join(part for part in parts if not part.startswith(("<style", "<script"))))
    assert "Trang này gặp lỗi" in text
    assert re.search(r"Mã lỗi: [0-9a-f]{6}", text)
    assert "ZeroDivisionError" not in text
    return text


def test_a_fault_in_a_callback_ends_in_a_page_with_a_mark_to_quote(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app, "nhiem_vu", QUARTER_1)
    monkeypatch.setattr("papi_metrics.app.filters._remember", broken)
    app.selectbox(key="papi-filter-period").select("Quý II/2022").run()
    told(app)
    assert any(element.proto.body.startswith("<style") for element in app.get("html"))


def test_after_a_fault_in_a_callback_the_next_run_shows_the_page_again(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app, "nhiem_vu", QUARTER_1)
    with monkeypatch.context() as patch:
        patch.setattr("papi_metrics.app.filters._remember", broken)
        app.selectbox(key="papi-filter-period").select("Quý II/2022").run()
    app.run()
    assert "Trang này gặp lỗi" not in words_of(app)
    assert "Đang thực hiện" in words_of(app)


def test_a_fault_in_a_window_is_told_in_the_window_and_the_page_stays(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app, "noi_dung", QUARTER_1)
    monkeypatch.setattr("papi_metrics.app.components.chart_card.plotly_chart", broken)
    app.button(key="papi-window-matrix").click().run()
    assert told(app).count("Trang này gặp lỗi") == 1
    assert "Nội dung PAPI theo đơn vị chủ trì" in words_of(app)


def test_a_fault_before_the_page_is_told_too(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papi_metrics.app.filters.begin", broken)
    app.run()
    told(app)
