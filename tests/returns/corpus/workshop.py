"""Where the cases are made: the store they are held against, and each base worked out once."""

import io
from functools import cache, cached_property
from typing import Any

from openpyxl import load_workbook

from papi_metrics.model.update import CommitmentUpdate, TaskUpdate
from papi_metrics.services import plans
from papi_metrics.services.importing import Preview, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from tests.returns.corpus.bases import Base, reported
from tests.returns.corpus.case import Case
from tests.returns.filling import saved

_READS = (
    "plan",
    "units",
    "tasks",
    "commitments",
    "task_updates",
    "commitment_updates",
    "narratives",
    "voices",
    "periods",
    "closed_periods",
)
_NOT_SAID = ("place", "cells")


class Workshop:
    """Makes the files of cases and shows what the program says of them."""

    def __init__(self) -> None:
        self._bases: dict[Base, bytes] = {}
        self._words: dict[Base, dict[str, dict[str, Any]]] = {}
        self._keys: dict[Base, dict[int | str, str]] = {}

    @cached_property
    def store(self) -> Store:
        """The real plans and what was reported before. Nothing is written any more: what is read once is kept."""
        store = reported()
        for name in _READS:
            setattr(store, name, cache(getattr(store, name)))
        return store

    def file(self, case: Case) -> bytes:
        """The bytes that come in."""
        content = self._base(case.base)
        if case.damage is not None:
            book = load_workbook(io.BytesIO(content))
            content = saved(case.damage(book) or book)
        return case.spoil(content) if case.spoil is not None else content

    def shown(self, case: Case) -> Preview:
        """What the program says of it. Raises UnreadableFileError."""
        base = case.base
        return preview(
            self.store,
            plans.plan_of(self.store, case.plan or base.plan),
            self.file(case),
            case.file,
            case.period or base.period,
            delivery=Delivery(case.sender, case.received or base.received),
        )

    def expected(self, case: Case) -> dict[str, dict[str, Any]]:
        """What is to be read, by row key: the words of the base with those that the case reads otherwise."""
        keys = self._undamaged(case.base)
        words = {key: dict(said) for key, said in self._words[case.base].items()}
        for row, otherwise in (case.reads or {}).items():
            if otherwise is None:
                del words[keys[row]]
            else:
                words[keys[row]] |= otherwise
        return words

    def _base(self, base: Base) -> bytes:
        if base not in self._bases:
            self._bases[base] = base.make(self.store)
        return self._bases[base]

    def _undamaged(self, base: Base) -> dict[int | str, str]:
        """Row of the base → the key of what it says; another sheet than the first is named before it."""
        if base not in self._keys:
            plan = plans.plan_of(self.store, base.plan)
            delivery = Delivery(received_on=base.received)
            shown = preview(self.store, plan, self._base(base), "tep.xlsx", base.period, delivery=delivery)
            first = first_sheet(shown)
            self._words[base] = {key: fields_of(update) for key, update in said(shown).items()}
            self._keys[base] = {}
            for key, update in said(shown).items():
                cell = update.cells["content"]
                self._keys[base][cell.row if cell.sheet == first else f"{cell.sheet}!{cell.row}"] = key
        return self._keys[base]


def first_sheet(shown: Preview) -> str:
    """The sheet of the first table, "" where none was found."""
    return shown.reading.tables[0].sheet if shown.reading.tables else ""


def said(shown: Preview) -> dict[str, TaskUpdate | CommitmentUpdate]:
    """Every row that is read, by its key."""
    rows: dict[str, TaskUpdate | CommitmentUpdate] = {}
    for difference in (shown.task_updates, shown.commitment_updates):
        rows |= {item.key: item.record for item in (*difference.new, *difference.same)}
        rows |= {item.key: item.new for item in difference.changed}
    return rows


def fields_of(update: TaskUpdate | CommitmentUpdate) -> dict[str, Any]:
    """What a row says, field by field, wherever it stands."""
    return {name: getattr(update, name) for name in update.__dataclass_fields__ if name not in _NOT_SAID}
