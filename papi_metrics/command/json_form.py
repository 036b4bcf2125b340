"""The JSON of the command line, as documented in ``docs/dong-lenh.md``: stable field names and codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline
from papi_metrics.model.finding import Finding
from papi_metrics.model.reading import Reading, TableAccount
from papi_metrics.model.target import Target
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, Evidence, Narrative, Place, TaskUpdate
from papi_metrics.wording import findings as words
from papi_metrics.wording.labels import PAPI_GROUPS

Json = dict[str, Any]


def plain(value: Any) -> Any:
    """Return ``value`` as JSON knows it: ISO dates, numbers, codes of enums, lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, CellRef):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def deadline(value: Deadline) -> Json:
    """Return a deadline: kind, printed text, due date or null, every occurrence, the strict reading or null."""
    return {
        "kind": value.kind.value,
        "text": value.text,
        "due": plain(value.due),
        "occurrences": plain(value.occurrences),
        "strict_due": plain(value.strict_due),
    }


def target(value: Target) -> Json:
    """Return a target; ``group`` and ``change`` are null for targets of another kind.

    The value of a PAPI group is its name, as the plan words it; ``group`` is its code.
    """
    return {
        "kind": value.kind.value,
        "comparator": plain(value.comparator),
        "value": plain(value.value) if value.group is None else PAPI_GROUPS[value.group],
        "unit": value.unit,
        "text": value.text,
        "upper": plain(value.upper),
        "group": plain(value.group),
        "change": plain(value.change),
    }


def task(value: Task) -> Json:
    """Return a task of a plan."""
    return {
        "number": value.number,
        "section": value.section,
        "dimension": value.dimension,
        "content": value.content,
        "lead": list(value.lead),
        "lead_text": value.lead_text,
        "coordinators": list(value.coordinators),
        "coordinators_text": value.coordinators_text,
        "deadline": deadline(value.deadline),
        "cells": plain(value.cells),
    }


def commitment(value: Commitment) -> Json:
    """Return a commitment of a plan."""
    return {
        "block": value.block,
        "number": value.number,
        "content": value.content,
        "target": target(value.target),
        "index": value.index,
        "director": list(value.director),
        "director_text": value.director_text,
        "lead": list(value.lead),
        "lead_text": value.lead_text,
        "deadline": deadline(value.deadline),
        "cells": plain(value.cells),
    }


def evidence(value: Evidence) -> Json | None:
    """Return the evidence of a result, or null where none is reported."""
    if not value:
        return None
    return {"number": value.number, "issued": plain(value.issued), "title": value.title, "link": value.link}


def _place(value: Place) -> Json:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def update(value: TaskUpdate | CommitmentUpdate) -> Json:
    """Return a reported row: ``of`` says whether of a task or a commitment, then its place and its fields."""
    own = {
        field.name: plain(getattr(value, field.name))
        for field in fields(value)
        if field.name not in ("place", "evidence", "cells")
    }
    of = "task" if isinstance(value, TaskUpdate) else "commitment"
    return {
        "of": of,
        **_place(value.place),
        **own,
        "evidence": evidence(value.evidence),
        "cells": plain(value.cells),
    }


def record(value: Task | Commitment | TaskUpdate | CommitmentUpdate) -> Json:
    """Return a row of a plan or of a return."""
    match value:
        case Task():
            return task(value)
        case Commitment():
            return commitment(value)
    return update(value)


def narrative(value: Narrative) -> Json:
    """Return one paragraph of a report."""
    return {"dimension": value.dimension, "text": value.text, "cell": str(value.cell)}


def finding(value: Finding, names: Mapping[str, str]) -> Json:
    """Return a finding with its Vietnamese message and the way to mend it; ``names`` are those of units by code."""
    return {
        "code": value.code,
        "severity": value.severity.value,
        "cells": plain(value.cells),
        "items": list(value.items) or [""] * len(value.cells),
        "value": value.value,
        "message": words.message(value, names),
        "fix": words.fix(value),
    }


def findings(values: Sequence[Finding], names: Mapping[str, str]) -> list[Json]:
    """Return findings in their order."""
    return [finding(value, names) for value in values]


def table(value: TableAccount) -> Json:
    """Return the short account of one table."""
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def reading(value: Reading, names: Mapping[str, str]) -> Json:
    """Return everything taken from one file."""
    return {
        "file": {"name": value.name, "sha256": value.sha256, "format": value.format},
        "year": value.year,
        "tables": [table(item) for item in value.tables],
        "tasks": [task(item) for item in value.tasks],
        "commitments": [commitment(item) for item in value.commitments],
        "updates": [*map(update, value.task_updates), *map(update, value.commitment_updates)],
        "narratives": [narrative(item) for item in value.narratives],
        "findings": findings(value.findings, names),
    }
