"""Rows of the ledger's views back as records of the model."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.mend import Mend
from papi_metrics.model.office import Office, Signer
from papi_metrics.model.plan import Calendar, DayOfYear, Plan
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.model.target import Change, Comparator, PapiGroup, PapiTarget, PapiTargetKind, Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.update import (
    CommitmentUpdate,
    Evidence,
    Finality,
    Judgement,
    Place,
    Status,
    TaskUpdate,
)
from papi_metrics.store.rows import Row


def task(row: Row) -> Task:
    """A row of ``tasks_at``."""
    return Task(
        number=row["number"],
        section=row["section"],
        dimension=row["dimension"],
        content=row["content"],
        lead=tuple(row["lead"]),
        lead_text=row["lead_text"],
        coordinators=tuple(row["coordinators"]),
        coordinators_text=row["coordinators_text"],
        deadline=_deadline(row),
        cells=_cells(row["cells"]),
    )


def commitment(row: Row) -> Commitment:
    """A row of ``commitments_at``."""
    return Commitment(
        block=row["block"],
        number=row["number"],
        content=row["content"],
        target=Target(
            kind=TargetKind(row["target_kind"]),
            text=row["target_text"],
            comparator=Comparator(row["comparator"]) if row["comparator"] else None,
            value=plain(row["target_value"]),
            unit=row["target_unit"],
            upper=plain(row["target_upper"]),
            group=PapiGroup(row["target_group"]) if row["target_group"] else None,
            change=Change(row["target_change"]) if row["target_change"] else None,
        ),
        index=row["index_name"],
        director=tuple(row["director"]),
        director_text=row["director_text"],
        lead=tuple(row["lead"]),
        lead_text=row["lead_text"],
        deadline=_deadline(row),
        cells=_cells(row["cells"]),
    )


def papi_target(row: Row) -> PapiTarget:
    """A row of ``papi_targets_at``."""
    return PapiTarget(
        kind=PapiTargetKind(row["kind"]),
        text=row["content"],
        value=plain(row["target_value"]),
        group=PapiGroup(row["target_group"]) if row["target_group"] else None,
    )


def task_update(row: Row, place: Place) -> TaskUpdate:
    """A row of ``task_updates_at`` or a single word; ``place`` is that of the task it speaks of."""
    return TaskUpdate(
        place=place,
        status=Status(row["status"]) if row["status"] else None,
        percent=plain(row["percent"]),
        done_on=row["done_on"],
        result=row["result"] or "",
        evidence=_evidence(row),
        difficulties=row["difficulties"] or "",
        proposal=row["proposal"] or "",
        next_steps=row["next_steps"] or "",
        cells=_last_cells(row["said"]),
    )


def commitment_update(row: Row, place: Place) -> CommitmentUpdate:
    """A row of ``commitment_updates_at``; ``place`` is that of the commitment it speaks of."""
    return CommitmentUpdate(
        place=place,
        numerator=plain(row["numerator"]),
        denominator=plain(row["denominator"]),
        value=plain(row["value"]),
        judgement=Judgement(row["judgement"]) if row["judgement"] else None,
        finality=Finality(row["finality"]) if row["finality"] else None,
        as_of=row["figure_as_of"],
        result=row["result"] or "",
        evidence=_evidence(row),
        cause=row["cause"] or "",
        remedy=row["remedy"] or "",
        new_deadline=row["new_deadline"],
        responsible=row["responsible"] or "",
        cells=_last_cells(row["said"]),
    )


def plan(row: Row) -> Plan:
    """A row of ``plans_at``."""
    return Plan(
        id=row["plan"],
        org=row["org"],
        year=row["year"],
        title=row["title"] or "",
        calendar=_calendar(row["calendar"]),
        due_soon_days=row["due_soon_days"],
        outer=_calendar(row["outer_calendar"]),
    )


def office(row: Row) -> Office:
    """A row of ``offices_at``."""
    return Office(
        parent=row["parent"],
        name=row["name"],
        code=row["code"],
        drafter=row["drafter"],
        place=row["place"],
        signer=Signer(row["post"], row["signer"], row["stands_for"]),
    )


def unit(row: Row) -> Unit:
    """A row of ``units_at``."""
    return Unit(
        code=row["code"],
        name=row["name"],
        kind=UnitKind(row["kind"]),
        aliases=tuple(row["aliases"]),
        members=tuple(row["members"]),
    )


def account(text: str) -> tuple[TableAccount, ...]:
    """The stored accounts of an import's tables."""
    return tuple(
        TableAccount(**{**table, "kind": TableKind(table["kind"]), "header_rows": tuple(table["header_rows"])})
        for table in json.loads(text)
    )


def findings(text: str) -> tuple[Finding, ...]:
    """The stored findings of an import."""
    return tuple(
        Finding(
            code=found["code"],
            severity=Severity(found["severity"]),
            cells=tuple(CellRef.parse(cell) for cell in found["cells"]),
            value=found["value"],
            details=found["details"],
            # Ledgers of before kept none.
            items=tuple(found.get("items", ())),
        )
        for found in json.loads(text)
    )


def mends(text: str) -> tuple[Mend, ...]:
    """The cells of an import that were read as other texts."""
    return tuple(
        Mend(CellRef.parse(mend["cell"]), mend["old"], mend["new"], mend.get("role", "")) for mend in json.loads(text)
    )


def plain(value: Decimal | None) -> Decimal | None:
    """Drop the zeros that a column of 16 decimals adds: 90.0000000000000000 → 90."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if whole == value else Decimal(f"{value:f}".rstrip("0"))


def _calendar(text: str | None) -> Calendar:
    said = json.loads(text) if text else {}
    before = bool(said.pop("before", False))
    return Calendar({int(quarter): DayOfYear(*map(int, day.split("-"))) for quarter, day in said.items()}, before)


def _deadline(row: Row) -> Deadline:
    return Deadline(
        kind=DeadlineKind(row["deadline_kind"]),
        text=row["deadline_text"],
        occurrences=tuple(row["occurrences"]),
        before=row["before"],
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(
        number=row["evidence_number"] or "",
        issued=row["evidence_issued"],
        title=row["evidence_title"] or "",
        link=row["evidence_link"] or "",
    )


def _cells(text: str) -> dict[str, CellRef]:
    return {name: CellRef.parse(cell) for name, cell in json.loads(text).items()}


def _last_cells(said: Iterable[Mapping[str, Any]]) -> dict[str, CellRef]:
    merged: dict[str, CellRef] = {}
    for word in said:
        merged.update(_cells(word["cells"]))
    return merged
