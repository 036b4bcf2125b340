"""Two versions of the same file held against each other: unlike a return held against what counts, silence counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from papi_metrics.intake.compare import commitment_changes, task_changes
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Changed, Difference, Keyed
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, Narrative, TaskUpdate
from papi_metrics.model.version import NarrativeChange

R = TypeVar("R", Task, Commitment, TaskUpdate, CommitmentUpdate)
U = TypeVar("U", TaskUpdate, CommitmentUpdate)

_NOT_SAID = frozenset({"place", "cells"})


def task_versions(old: Sequence[Keyed[Task]], new: Sequence[Keyed[Task]]) -> Difference[Task]:
    """Hold two states of a plan's tasks against each other."""
    return _held(old, new, task_changes)


def commitment_versions(old: Sequence[Keyed[Commitment]], new: Sequence[Keyed[Commitment]]) -> Difference[Commitment]:
    """Hold two states of a plan's commitments against each other."""
    return _held(old, new, commitment_changes)


def update_versions(old: Sequence[Keyed[U]], new: Sequence[Keyed[U]]) -> Difference[U]:
    """Hold the rows of two returns against each other. A field that is empty in one of them differs."""
    return _held(old, new, _update_changes)


def narrative_versions(old: Sequence[Narrative], new: Sequence[Narrative]) -> tuple[NarrativeChange, ...]:
    """Return the dimensions of which two reports say something else, paragraphs put together."""
    before, after = _paragraphs(old), _paragraphs(new)
    return tuple(
        NarrativeChange(dimension, before.get(dimension, ""), after.get(dimension, ""))
        for dimension in dict.fromkeys((*before, *after))
        if before.get(dimension) != after.get(dimension)
    )


def _held(
    old: Sequence[Keyed[R]], new: Sequence[Keyed[R]], changes: Callable[[R, R], tuple[str, ...]]
) -> Difference[R]:
    before: Mapping[str, R] = {item.key: item.record for item in old}
    keys = {item.key for item in new}
    fresh: list[Keyed[R]] = []
    changed: list[Changed[R]] = []
    same: list[Keyed[R]] = []
    for item in new:
        stood = before.get(item.key)
        if stood is None:
            fresh.append(item)
        elif differing := changes(stood, item.record):
            changed.append(Changed(item.key, stood, item.record, differing))
        else:
            same.append(item)
    gone = tuple(item for item in old if item.key not in keys)
    return Difference(tuple(fresh), tuple(changed), tuple(same), gone)


def _update_changes(old: U, new: U) -> tuple[str, ...]:
    names = (item.name for item in fields(new) if item.name not in _NOT_SAID)
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _paragraphs(found: Sequence[Narrative]) -> dict[int, str]:
    texts: dict[int, list[str]] = {}
    for item in found:
        texts.setdefault(item.dimension, []).append(item.text)
    return {dimension: "\n".join(parts) for dimension, parts in texts.items()}
