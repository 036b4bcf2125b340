"""A process that is killed in the middle of an import leaves all of it or nothing, and never less than before."""

import os
import random
from pathlib import Path

import pytest

from tests.kill.importer import prepare
from tests.kill.killing import kill_once

KILLS = int(os.environ.get("KILLS", "50"))
"""``make kill`` sets it to 1000."""
_BATCH = 10


@pytest.mark.parametrize("batch", range(-(-KILLS // _BATCH)))
def test_a_killed_import_is_there_as_a_whole_or_not_at_all(batch: int, tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    prepare(path)
    chance = random.Random(batch)
    before = 0
    for _ in range(min(_BATCH, KILLS - batch * _BATCH)):
        left = kill_once(path, chance, longest=0.15)
        assert left.partial == ()
        assert left.version >= left.said
        assert left.version > before, "an import that was there before is gone"
        before = left.version
