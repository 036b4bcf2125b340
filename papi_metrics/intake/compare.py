"""What a file says against what is stored: plans row by row, returns field by field."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.matching import Entry, comparable, pairs
from papi_metrics.intake.rows_matching import Candidate, match_rows
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.difference import Changed, Difference, Keyed
from papi_metrics.model.finding import Finding
from papi_metrics.model.target import Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.template import RowKey
from papi_metrics.model.update import CommitmentUpdate, Evidence, Place, TaskUpdate

R = TypeVar("R", Task, Commitment)
U = TypeVar("U", TaskUpdate, CommitmentUpdate)

_ERASABLE = ("lead", "coordinators", "director", "deadline", "target")
_KEY_LENGTH = 12
_NOT_REPORTED = frozenset({"place", "cells"})


def task_key(task: Task, taken: Collection[str]) -> str:
    """Return the key of a new task: a hash of section, dimension and content, with a suffix where it is taken."""
    return _key(f"{task.section}|{task.dimension or ''}|{comparable(task.content)}", taken)


def commitment_key(commitment: Commitment, taken: Collection[str]) -> str:
    """Return the key of a new commitment: a hash of block and content, with a suffix where it is taken."""
    return _key(f"{commitment.block}|{comparable(commitment.content)}", taken)


def _key(text: str, taken: Collection[str]) -> str:
    key = hashlib.sha256(text.encode()).hexdigest()[:_KEY_LENGTH]
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key}-{number}"
    return candidate


def compare_tasks(stored: Sequence[Keyed[Task]], read: Sequence[Task]) -> Difference[Task]:
    """Hold the tasks of a file against the stored ones. A reworded task keeps its key."""
    return _compare(stored, read, _task_place, task_key, task_changes)


def compare_commitments(stored: Sequence[Keyed[Commitment]], read: Sequence[Commitment]) -> Difference[Commitment]:
    """Hold the commitments of a file against the stored ones.

    An index that the file does not print is not erased: the office filled it in.
    """
    return _compare(stored, read, _commitment_place, commitment_key, commitment_changes)


def _compare(
    stored: Sequence[Keyed[R]],
    read: Sequence[R],
    place: Callable[[R], Hashable],
    key_of: Callable[[R, Collection[str]], str],
    changes: Callable[[R, R], tuple[str, ...]],
) -> Difference[R]:
    found = pairs([_entry(item.record, place) for item in stored], [_entry(record, place) for record in read])
    taken = {item.key for item in stored}
    new: list[Keyed[R]] = []
    changed: list[Changed[R]] = []
    same: list[Keyed[R]] = []
    order: list[str] = []
    for index, record in enumerate(read):
        if index not in found:
            key = key_of(record, taken)
            taken.add(key)
            new.append(Keyed(key, record))
            order.append(key)
            continue
        old = stored[found[index]]
        order.append(old.key)
        differing = changes(old.record, record)
        if differing:
            changed.append(Changed(old.key, old.record, _keeping_index(old.record, record), differing))
        else:
            same.append(old)
    kept = set(found.values())
    gone = tuple(item for index, item in enumerate(stored) if index not in kept)
    return Difference(tuple(new), tuple(changed), tuple(same), gone, tuple(order))


def _entry(record: R, place: Callable[[R], Hashable]) -> Entry:
    return Entry(place(record), _bare_number(record.number), comparable(record.content))


def _bare_number(number: str) -> str:
    return number.strip(" .)")


def _task_place(task: Task) -> Hashable:
    return task.section, task.dimension


def _commitment_place(commitment: Commitment) -> Hashable:
    return commitment.block


def _keeping_index(old: R, new: R) -> R:
    if isinstance(old, Commitment) and isinstance(new, Commitment) and new.index is None:
        return replace(new, index=old.index)
    return new


def task_changes(old: Task, new: Task) -> tuple[str, ...]:
    """Return the fields in which a task differs from how it stood."""
    differing = _differing(old, new, ("number", "section", "dimension", "content"))
    if _units_differ(old.lead, old.lead_text, new.lead, new.lead_text):
        differing.append("lead")
    if _units_differ(old.coordinators, old.coordinators_text, new.coordinators, new.coordinators_text):
        differing.append("coordinators")
    if _deadlines_differ(old.deadline, new.deadline):
        differing.append("deadline")
    return tuple(differing)


def commitment_changes(old: Commitment, new: Commitment) -> tuple[str, ...]:
    """Return the fields in which a commitment differs from how it stood; an index that is not printed does not."""
    differing = _differing(old, new, ("block", "number", "content"))
    if _targets_differ(old.target, new.target):
        differing.append("target")
    if new.index is not None and new.index != old.index:
        differing.append("index")
    if _units_differ(old.director, old.director_text, new.director, new.director_text):
        differing.append("director")
    if _units_differ(old.lead, old.lead_text, new.lead, new.lead_text):
        differing.append("lead")
    if _deadlines_differ(old.deadline, new.deadline):
        differing.append("deadline")
    return tuple(differing)


def _differing(old: R, new: R, names: Sequence[str]) -> list[str]:
    return [name for name in names if getattr(old, name) != getattr(new, name)]


def _units_differ(old: tuple[str, ...], old_text: str, new: tuple[str, ...], new_text: str) -> bool:
    """Known units count by their codes, however they are written; names not known count by their text."""
    return old != new or (not new and comparable(old_text) != comparable(new_text))


def _deadlines_differ(old: Deadline, new: Deadline) -> bool:
    if new.kind is DeadlineKind.UNKNOWN and old.kind is DeadlineKind.UNKNOWN:
        return comparable(old.text) != comparable(new.text)
    return (old.kind, old.occurrences, old.before) != (new.kind, new.occurrences, new.before)


def _targets_differ(old: Target, new: Target) -> bool:
    if new.kind is TargetKind.QUALITATIVE and old.kind is TargetKind.QUALITATIVE:
        return comparable(old.text) != comparable(new.text)
    return replace(old, text="") != replace(new, text="")


def erasing(difference: Difference[R]) -> list[tuple[Changed[R], tuple[str, ...]]]:
    """Return the changed records in which the file leaves empty what the store holds, with those fields.

    The fields are of lead, coordinators, director, deadline and target, in this order.
    """
    found = []
    for item in difference.changed:
        names = tuple(
            name
            for name in _ERASABLE
            if name in item.fields and stored_text(item.old, name) and not stored_text(item.new, name)
        )
        if names:
            found.append((item, names))
    return found


def erasing_findings(difference: Difference[R]) -> tuple[Finding, ...]:
    """Return the findings ``would_erase`` of such records: where they stand in the file, what is stored."""
    findings = Collector()
    for item, names in erasing(difference):
        cells = [item.new.cells[name] for name in ("content",) if name in item.new.cells]
        value = "; ".join(stored_text(item.old, name) for name in names)
        findings.add("would_erase", cells, value, fields=",".join(names))
    return findings.findings()


def stored_text(record: Task | Commitment, name: str) -> str:
    """Return the printed text of one of the fields that ``erasing`` names, "" where the record has none."""
    if name in ("deadline", "target"):
        phrase = getattr(record, name, None)
        return phrase.text if phrase is not None else ""
    return getattr(record, f"{name}_text", "") or ", ".join(getattr(record, name, ()))


def match_task_updates(
    updates: Sequence[TaskUpdate], stored: Sequence[Keyed[Task]]
) -> tuple[tuple[Keyed[TaskUpdate], ...], tuple[TaskUpdate, ...]]:
    """Return each update under the ``RowKey`` of its task, and the updates that belong to none for sure."""
    candidates = [
        Candidate(item.key, _entry(item.record, _task_place), item.record.section, item.record.dimension)
        for item in stored
    ]
    return _matched(updates, candidates)


def match_commitment_updates(
    updates: Sequence[CommitmentUpdate], stored: Sequence[Keyed[Commitment]]
) -> tuple[tuple[Keyed[CommitmentUpdate], ...], tuple[CommitmentUpdate, ...]]:
    """Return each update under the ``RowKey`` of its commitment, and the updates that belong to none for sure."""
    candidates = [
        Candidate(item.key, _entry(item.record, _commitment_place), item.record.block, None) for item in stored
    ]
    return _matched(updates, candidates)


def _matched(updates: Sequence[U], candidates: Sequence[Candidate]) -> tuple[tuple[Keyed[U], ...], tuple[U, ...]]:
    """Match the rows of each speaking unit for themselves: a row of the plan stands once for each of them."""
    speakers: dict[str, list[int]] = defaultdict(list)
    for index, update in enumerate(updates):
        speakers[RowKey.parse(update.place.key).unit].append(index)
    found: dict[int, RowKey] = {}
    for unit, places in speakers.items():
        keys = match_rows([_candidate_of(updates[index].place) for index in places], candidates)
        found |= {places[at]: RowKey(key, unit) for at, key in keys.items()}
    matched = tuple(Keyed(str(found[index]), update) for index, update in enumerate(updates) if index in found)
    return matched, tuple(update for index, update in enumerate(updates) if index not in found)


def _candidate_of(place: Place) -> Candidate:
    entry = Entry((), _bare_number(place.number), comparable(place.content))
    return Candidate(RowKey.parse(place.key).key, entry, place.block or place.section, place.dimension)


def compare_task_updates(
    current: Mapping[str, TaskUpdate], matched: Sequence[Keyed[TaskUpdate]]
) -> Difference[TaskUpdate]:
    """Hold reported rows against what counts now. Only what a row fills can change anything; empty never erases."""
    return _compare_updates(current, matched)


def compare_commitment_updates(
    current: Mapping[str, CommitmentUpdate], matched: Sequence[Keyed[CommitmentUpdate]]
) -> Difference[CommitmentUpdate]:
    """Hold reported figures against what counts now; see ``compare_task_updates``."""
    return _compare_updates(current, matched)


def _compare_updates(current: Mapping[str, U], matched: Sequence[Keyed[U]]) -> Difference[U]:
    new: list[Keyed[U]] = []
    changed: list[Changed[U]] = []
    same: list[Keyed[U]] = []
    for item in matched:
        filled = _filled(item.record)
        old = current.get(item.key)
        if old is None:
            (new if filled else same).append(item)
            continue
        differing = tuple(name for name in filled if _says_else(getattr(old, name), getattr(item.record, name)))
        if differing:
            changed.append(Changed(item.key, old, item.record, differing))
        else:
            same.append(item)
    return Difference(tuple(new), tuple(changed), tuple(same), (), tuple(item.key for item in matched))


def _filled(update: U) -> tuple[str, ...]:
    """Return the fields that say something; 0 does, an empty text and None do not."""
    return tuple(
        item.name for item in fields(update) if item.name not in _NOT_REPORTED and _says(getattr(update, item.name))
    )


def _says(value: object) -> bool:
    return value is not None and value != "" and value != Evidence()


def _says_else(old: object, new: object) -> bool:
    if isinstance(old, Evidence) and isinstance(new, Evidence):
        parts = (item.name for item in fields(new))
        return any(_says(getattr(new, part)) and getattr(new, part) != getattr(old, part) for part in parts)
    return old != new
