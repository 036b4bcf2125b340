"""Imports returns into a store without end, and says after each one that it is saved; it is killed from outside.

Run as ``python -m tests.kill.importer STORE``.
"""

import sys
from pathlib import Path

from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, Place, Status, TaskUpdate
from papi_metrics.store import Store
from tests.store.things import COMMITMENT, NOON, PLAN, Q1, file_of, settle

ROWS = 40
"""Results of tasks in each import, and as many figures of commitments."""


def prepare(path: Path) -> None:
    """Make the store with a plan of ``ROWS`` tasks and commitments."""
    with Store.open(path) as store:
        settle(store)
        tasks = tuple(Keyed(f"t{row}", Task(str(row), "II", 1, f"Nhiệm vụ {row}")) for row in range(ROWS))
        commitments = tuple(Keyed(f"c{row}", COMMITMENT) for row in range(ROWS))
        store.append_import(PLAN, file_of("plan"), Words(tasks=tasks, commitments=commitments), made_at=NOON)


def main(path: Path) -> None:
    """Append imports, each of which says something new of every row, until the process ends."""
    with Store.open(path, create=False) as store:
        turn = store.version
        while True:
            turn += 1
            result = TaskUpdate(Place("", ""), Status.IN_PROGRESS, result=f"Lần {turn} " + "x" * 2000)
            figure = CommitmentUpdate(Place("", ""), result=f"Lần {turn}")
            words = Words(
                task_updates=tuple(Reported(f"t{row}", result) for row in range(ROWS)),
                commitment_updates=tuple(Reported(f"c{row}", figure) for row in range(ROWS)),
            )
            saved = store.append_import(PLAN, file_of(f"file {turn}" * 5000), words, made_at=NOON, period=Q1)
            sys.stdout.write(f"{saved}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
