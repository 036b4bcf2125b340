"""The plan of a new year beside the last one: what became of its rows, and what is taken over from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from papi_metrics.intake.years import compare_years
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Fate, YearPair
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.plan import Calendar, Plan
from papi_metrics.model.task import Task
from papi_metrics.services.importing import Preview
from papi_metrics.services.uploads import Founding
from papi_metrics.store import Store


@dataclass(frozen=True, slots=True)
class NewYear:
    """The rows with which a plan begins, beside those of the ``earlier`` plan of the same department.

    Pairs are empty where only one of the two years has rows of that kind. ``calendar`` is what the earlier plan gives
    because the file of the new one prints none; None where the file prints its own, or is no plan. ``indexes`` are
    those of commitments that were kept or reworded, by the key of the new one; a base is last year's and is not taken.
    """

    earlier: Plan
    tasks: tuple[YearPair[Task], ...] = ()
    commitments: tuple[YearPair[Commitment], ...] = ()
    calendar: Calendar | None = None
    indexes: Mapping[str, CommitmentSetting] = field(default_factory=dict)

    @property
    def takes_over(self) -> bool:
        """Whether something that the file does not print is taken from the earlier plan: a person confirms it."""
        return self.calendar is not None or bool(self.indexes)

    @property
    def without_lead(self) -> int:
        """How many tasks that go on have a lead in the earlier plan and none in the new one."""
        pairs = ((pair.old, pair.new) for pair in self.tasks)
        return sum(bool(old and new and old.lead_text and not new.lead_text) for old, new in pairs)


def compared(store: Store, shown: Preview) -> NewYear | None:
    """Hold what a plan is to begin with against the last plan before it; None where there is nothing to compare.

    A plan that has tasks, or commitments, already is corrected by its file, not begun.
    """
    earlier = earlier_plan(store, shown.plan)
    if earlier is None or shown.period is not None:
        return None
    tasks, commitments = store.tasks(earlier.id), store.commitments(earlier.id)
    begun = bool(store.tasks(shown.plan.id)), bool(store.commitments(shown.plan.id))
    task_pairs: tuple[YearPair[Task], ...] = ()
    commitment_pairs: tuple[YearPair[Commitment], ...] = ()
    if tasks and shown.reading.tasks and not begun[0]:
        task_pairs = compare_years([item.record for item in tasks], shown.reading.tasks, lambda task: task.dimension)
    if commitments and shown.reading.commitments and not begun[1]:
        commitment_pairs = compare_years(
            [item.record for item in commitments], shown.reading.commitments, lambda item: item.block
        )
    if not (task_pairs or commitment_pairs):
        return None
    is_new = store.plan(shown.plan.id) is None
    printed = shown.reading.calendar is not None and bool(shown.reading.calendar.due)
    taken = earlier.calendar if is_new and task_pairs and not printed and earlier.calendar.due else None
    return NewYear(earlier, task_pairs, commitment_pairs, taken, _indexes(shown, commitment_pairs))


def count(pairs: Sequence[YearPair[Task] | YearPair[Commitment]], fate: Fate) -> int:
    """Return how many rows met that fate."""
    return sum(pair.fate is fate for pair in pairs)


def taking_over(founding: Founding, year: NewYear) -> Founding:
    """Return the plan to be made with what it takes from the earlier one: the calendar, where its own file has none."""
    return founding if year.calendar is None else replace(founding, calendar=year.calendar)


def earlier_plan(store: Store, plan: Plan, version: int | None = None) -> Plan | None:
    """Return the last plan before ``plan`` of the same department, None where there is none."""
    before = (item for item in store.plans(version) if plan.org and item.org == plan.org and item.year < plan.year)
    return max(before, key=lambda item: item.year, default=None)


def _indexes(shown: Preview, pairs: Sequence[YearPair[Commitment]]) -> dict[str, CommitmentSetting]:
    keys = {id(item.record): item.key for item in shown.commitments.new}
    return {
        keys[id(pair.new)]: CommitmentSetting(index=pair.old.index)
        for pair in pairs
        if pair.old and pair.new and pair.old.index and pair.new.index is None and id(pair.new) in keys
    }
