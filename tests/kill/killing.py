"""Ends an importing process with SIGKILL at a random moment and looks at what it left behind."""

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from papi_metrics.store import Store
from tests.kill.importer import ROWS

ROOT = Path(__file__).parents[2]
_COUNTS = """
SELECT no,
    (SELECT count(*) FROM import WHERE entry = no),
    (SELECT count(*) FROM task_update_word WHERE entry = no),
    (SELECT count(*) FROM commitment_update_word WHERE entry = no),
    (SELECT count(*) FROM import JOIN file USING (sha256) WHERE entry = no)
FROM entry WHERE kind = 'import' AND period IS NOT NULL
"""


@dataclass(frozen=True)
class Left:
    """What one killed process left: the last import it said was saved, and the version found afterwards."""

    said: int
    version: int
    partial: tuple[int, ...]


def kill_once(path: Path, chance: random.Random, longest: float) -> Left:
    """Let a process import for up to ``longest`` seconds after its first import, kill it, open the store again."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.kill.importer", str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, longest))
        process.kill()
        said = [line for line in (first, *process.stdout) if line.endswith("\n")]
    with Store.open(path, create=False) as store, store.cursor() as cursor:
        counts = cursor.execute(_COUNTS).fetchall()
        partial = tuple(row[0] for row in counts if row[1:] != (1, ROWS, ROWS, 1))
        store.state_hash()
        return Left(int(said[-1]), store.version, partial)
