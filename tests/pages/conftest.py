"""A store with the sample, loaded once as any upload is, and copied for each test that wants to use it."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from papi_metrics.services.sample import load_sample
from papi_metrics.services.stores import Store
from tests.pages.opening import QUARTER_2, opened
from tests.pages.working import calm, named

ROOT = Path(__file__).parents[2]
LOADED_AT = datetime(2024, 10, 1, 8, 0, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store that holds the sample. Copy it before writing."""
    path = tmp_path_factory.mktemp("sample") / "papi.duckdb"
    with Store.open(path) as store:
        load_sample(store, made_at=LOADED_AT)
    return path


@pytest.fixture
def store_file(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the sample that the app of this test opens."""
    path = tmp_path / "papi.duckdb"
    shutil.copy(sample, path)
    monkeypatch.setenv("PAPI_STORE", str(path))
    yield path
    st.cache_resource.clear()


@pytest.fixture
def app(store_file: Path) -> AppTest:
    """The app, not run yet."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)


@pytest.fixture
def unreported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Nhận báo cáo of Quý II/2022 over the real plans, nothing reported yet; somebody works here."""
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as store:
        load_sample(store, made_at=LOADED_AT, real_only=True)
    monkeypatch.setenv("PAPI_STORE", str(path))
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    yield calm(opened(named(app), "cap_nhat", QUARTER_2))
    st.cache_resource.clear()
