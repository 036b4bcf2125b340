"""Stores with the sample: loaded once a process as any upload is, and copied for each test."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from papi_metrics.services.sample import load_sample
from papi_metrics.store import Store
from tests.services.books import NOW


def sample_store(path: Path, *, real_only: bool = False, made_at: datetime = NOW) -> Path:
    """Put the file of a store with the sample there; ``real_only``: nothing reported in it is invented."""
    shutil.copy(_loaded(real_only, made_at), path)
    return path


@contextmanager
def stocked() -> Iterator[Store]:
    """A store with the real plans and nothing reported but the narrative of the first quarter of 2022."""
    with tempfile.TemporaryDirectory() as folder, Store.open(sample_store(_file(folder), real_only=True)) as store:
        yield store


@cache
def _loaded(real_only: bool, made_at: datetime) -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with Store.open(_file(folder)) as store:
        load_sample(store, made_at=made_at, real_only=real_only)
    return _file(folder)


def _file(folder: str) -> Path:
    return Path(folder) / "papi.duckdb"
