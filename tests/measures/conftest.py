"""One store for the tests of measures: each test works on a plan of its own."""

from collections.abc import Iterator

import pytest

from papi_metrics.store import Store
from tests.measures.world import new_store


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """A store in memory with units and groups."""
    with new_store() as one:
        yield one
