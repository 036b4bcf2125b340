"""Stores with the sample: loaded once a process as any upload is, copied for each test; and what is told of it."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from papi_metrics.model.period import Period
from papi_metrics.services.facts import Facts, facts_of
from papi_metrics.services.figures import default_as_of
from papi_metrics.services.plans import plan_of
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
    with tempfile.TemporaryDirectory() as folder:
        path = sample_store(Path(folder) / "papi.duckdb", real_only=True)
        with Store.open(path) as store:
            yield store


@cache
def sample_to_read() -> Path:
    """A store with the sample for all tests of a process: none may write to it."""
    return sample_store(_folder() / "papi.duckdb")


@cache
def sample_facts(plan: str, period: Period) -> Facts:
    """The facts of a period of the sample on its own day; they are the same object for all, and left as they are."""
    with Store.open(sample_to_read()) as store:
        return facts_of(store, plan_of(store, plan), period, default_as_of(period))


@cache
def _loaded(real_only: bool, made_at: datetime) -> Path:
    path = _folder() / "papi.duckdb"
    with Store.open(path) as store:
        load_sample(store, made_at=made_at, real_only=real_only)
    return path


def _folder() -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
