"""The app over a store with the sample, each test over one of its own."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.opening import QUARTER_2, opened, window
from tests.pages.working import calm, named
from tests.services.sample_store import sample_store

LOADED_AT = datetime(2024, 10, 1, 8, 0, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def store_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store with the sample that the app of this test opens."""
    path = sample_store(tmp_path / "papi.duckdb", made_at=LOADED_AT)
    monkeypatch.setenv("PAPI_STORE", str(path))
    yield path
    st.cache_resource.clear()


@pytest.fixture
def app(store_file: Path) -> AppTest:
    """The app, not run yet."""
    return window()


@pytest.fixture
def unreported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Nhận báo cáo of Quý II/2022 over the real plans, nothing reported yet; somebody works here."""
    path = sample_store(tmp_path / "papi.duckdb", made_at=LOADED_AT, real_only=True)
    monkeypatch.setenv("PAPI_STORE", str(path))
    st.cache_resource.clear()
    yield calm(opened(named(window()), "cap_nhat", QUARTER_2))
    st.cache_resource.clear()
