"""A store in memory in which the plan has been set up (version 3)."""

from collections.abc import Iterator

import pytest

from papi_metrics.store import Store
from tests.store.things import settle


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with an organisation, a plan and units."""
    with Store.open() as one:
        settle(one)
        yield one
