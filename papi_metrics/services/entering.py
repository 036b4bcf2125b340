"""Results typed on the page: mends of the empty template of the unit, which then goes the way of every return."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from papi_metrics.documents.template import (
    COMMITMENT_ENTRIES,
    FIRST_DAY,
    LAST_DAY,
    TASK_ENTRIES,
    EntryRow,
    TaskLine,
    Template,
    entry_rows,
    template_workbook,
)
from papi_metrics.model.cell import CellRef
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.template import Entry, RowKey
from papi_metrics.model.text import clean
from papi_metrics.services import templates
from papi_metrics.services.importing import Preview, preview
from papi_metrics.services.returns import Delivery
from papi_metrics.store import Store
from papi_metrics.wording import template as words

__all__ = ["FIRST_DAY", "LAST_DAY", "EntryForm", "FormRow", "Typed", "changes", "entered", "form"]

Typed = Mapping[str, Mapping[str, str]]
"""What was typed: ``str`` of a ``RowKey`` → name of an entry → text."""

_EVIDENCE = frozenset({"evidence_number", "evidence_date", "evidence_title", "evidence_link"})
# What the rules hold against one another: a new status is judged beside the day and the evidence that stand already.
_JUDGED_TOGETHER = (
    frozenset({"status", "percent", "done_on", "result"}) | _EVIDENCE,
    frozenset({"numerator", "denominator", "value", "result"}),
)


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row to fill in.

    ``block`` and ``target`` are "" for a task, ``before`` what was told in an earlier period. ``said`` is what stands
    now for this period and speaker, by name of the entry; "" for nothing. ``others`` are who else has told something of
    the row in this period, "" being the whole department. ``cells`` are those of the template.
    """

    key: RowKey
    is_task: bool
    block: str
    number: str
    content: str
    deadline: str
    target: str
    before: str
    said: Mapping[str, str]
    others: tuple[str, ...]
    cells: Mapping[str, CellRef]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What can be filled in, in the order of the template."""
        return TASK_ENTRIES if self.is_task else COMMITMENT_ENTRIES

    @property
    def reported(self) -> bool:
        """Whether anything stands for this period."""
        return any(self.said.values())


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The rows that a unit reports ("" = the whole department). ``closed`` tells that the period takes no more."""

    plan: Plan
    period: Period
    unit: str
    content: Template
    rows: tuple[FormRow, ...]
    closed: bool

    @property
    def fields(self) -> Mapping[CellRef, str]:
        """The headings of the cells that are filled in."""
        return {row.cells[entry.name]: entry.heading for row in self.rows for entry in row.entries}


def form(store: Store, plan: Plan, period: Period, unit: str) -> EntryForm:
    """Return the rows of ``unit`` with what stands for each of them, "" for every row of the plan as a whole."""
    content = templates.content_of(store, plan, period, unit)
    said: dict[RowKey, Mapping[str, str]] = {}
    for speaker in dict.fromkeys(("", unit)):
        for key, result in store.task_updates(plan.id, period, speaker).items():
            said[RowKey(key, speaker)] = words.task_entries(result)
        for key, figure in store.commitment_updates(plan.id, period, speaker).items():
            said[RowKey(key, speaker)] = words.commitment_entries(figure)
    voices = store.voices(plan.id, period)
    rows = tuple(
        _row(item, said.get(item.line.key, {}), voices.get(item.line.key.key, ())) for item in entry_rows(content)
    )
    return EntryForm(plan, period, unit, content, rows, period in store.closed_periods(plan.id))


def _row(item: EntryRow, said: Mapping[str, str], voices: Sequence[str]) -> FormRow:
    line = item.line
    is_task = isinstance(line, TaskLine)
    printed = line.task if isinstance(line, TaskLine) else line.commitment
    return FormRow(
        key=line.key,
        is_task=is_task,
        block="" if isinstance(line, TaskLine) else line.commitment.block,
        number=printed.number,
        content=printed.content,
        deadline=printed.deadline.text,
        target="" if isinstance(line, TaskLine) else line.commitment.target.text,
        before=line.before,
        said={entry.name: said.get(entry.name, "") for entry in (TASK_ENTRIES if is_task else COMMITMENT_ENTRIES)},
        others=tuple(unit for unit in voices if unit != line.key.unit),
        cells=item.cells,
    )


def changes(row: FormRow, typed: Mapping[str, str]) -> dict[str, str]:
    """Return the entries that say something else than what stands. An empty one says nothing: it never erases."""
    texts = {name: clean(text) for name, text in typed.items()}
    return {name: text for name, text in texts.items() if text and text != row.said[name]}


def entered(store: Store, filled: EntryForm, typed: Typed, *, received_on: date | None) -> Preview:
    """Return what saving the typed results would do; rows that the form does not hold are left out.

    A row goes in with what is judged together with its changes, as it will stand; the difference names the changes.
    """
    mends = tuple(mend for row in filled.rows for mend in _mends(row, changes(row, typed.get(str(row.key), {}))))
    return preview(
        store,
        filled.plan,
        template_workbook(filled.content),
        words.entered_name(filled.period, filled.unit),
        filled.period,
        delivery=Delivery(sender=filled.unit, received_on=received_on, mends=mends, typed=True),
    )


def _mends(row: FormRow, changed: Mapping[str, str]) -> Iterator[Mend]:
    judged = _JUDGED_TOGETHER[0 if row.is_task else 1]
    beside = judged if judged & changed.keys() else frozenset[str]()
    for entry in row.entries:
        text = changed.get(entry.name) or (row.said[entry.name] if entry.name in beside else "")
        if text:
            yield Mend(row.cells[entry.name], "", text)
