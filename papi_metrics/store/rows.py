"""Records of the model as rows of the ledger: one function a table."""

import json
import re
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any, TypeAlias

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline
from papi_metrics.model.finding import Finding
from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.mend import Mend
from papi_metrics.model.plan import Calendar
from papi_metrics.model.reading import TableAccount
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit
from papi_metrics.model.update import CommitmentUpdate, Evidence, Narrative, TaskUpdate
from papi_metrics.store.errors import TooLargeError

Row: TypeAlias = dict[str, Any]

_FIGURES = re.compile(r"[0-9]+")
_PLACES = Decimal(1).scaleb(-16)
_LIMIT = Decimal(10) ** 13
_WIDE = Context(prec=38)


def exact(value: Decimal | None) -> Decimal | None:
    """Return ``value`` as the store keeps it: 13 digits before and 16 after the point.

    Raises TooLargeError for more digits before the point; further decimals are rounded away.
    """
    if value is None:
        return None
    if not value.is_finite() or abs(value) >= _LIMIT:
        raise TooLargeError(str(value))
    return value.quantize(_PLACES, context=_WIDE)


def task_row(key: str, task: Task) -> Row:
    """A task as a row of ``task_word``."""
    return {
        "key": key,
        "op": "put",
        "section": task.section,
        "dimension": task.dimension,
        "number": task.number,
        "content": task.content,
        "lead": list(task.lead),
        "lead_text": task.lead_text,
        "coordinators": list(task.coordinators),
        "coordinators_text": task.coordinators_text,
        **_deadline(task.deadline),
        "cells": _cells(task.cells),
    }


def commitment_row(key: str, commitment: Commitment) -> Row:
    """A commitment as a row of ``commitment_word``."""
    target = commitment.target
    return {
        "key": key,
        "op": "put",
        "block": commitment.block,
        "number": commitment.number,
        "content": commitment.content,
        "target_kind": target.kind.value,
        "target_text": target.text,
        "comparator": target.comparator.value if target.comparator else None,
        "target_value": exact(target.value),
        "target_unit": target.unit,
        "target_upper": exact(target.upper),
        "target_group": target.group.value if target.group else None,
        "target_change": target.change.value if target.change else None,
        "index_name": commitment.index,
        "director": list(commitment.director),
        "director_text": commitment.director_text,
        "lead": list(commitment.lead),
        "lead_text": commitment.lead_text,
        **_deadline(commitment.deadline),
        "cells": _cells(commitment.cells),
    }


def papi_target(target: PapiTarget | None) -> Row:
    """A target of a dimension as columns of ``papi_target_word``; None is no target any more."""
    if target is None:
        return {"kind": None}
    return {
        "kind": target.kind.value,
        "content": target.text,
        "target_value": exact(target.value),
        "target_group": target.group.value if target.group else None,
    }


def task_update_row(key: str, unit: str, update: TaskUpdate) -> Row:
    """A reported row of a task as a row of ``task_update_word``: what is not said is null."""
    return {
        "key": key,
        "unit": unit,
        "status": update.status.value if update.status else None,
        "percent": exact(update.percent),
        "done_on": update.done_on,
        "result": update.result or None,
        "figures": len(_FIGURES.findall(update.result)) if update.result else None,
        **_evidence(update.evidence),
        "evidence": True if update.evidence else None,
        "difficulties": update.difficulties or None,
        "proposal": update.proposal or None,
        "next_steps": update.next_steps or None,
        "cells": _cells(update.cells),
    }


def commitment_update_row(key: str, unit: str, update: CommitmentUpdate) -> Row:
    """A reported row of a commitment as a row of ``commitment_update_word``: what is not said is null."""
    return {
        "key": key,
        "unit": unit,
        "numerator": exact(update.numerator),
        "denominator": exact(update.denominator),
        "value": exact(update.value),
        "judgement": update.judgement.value if update.judgement else None,
        "finality": update.finality.value if update.finality else None,
        "figure_as_of": update.as_of,
        "result": update.result or None,
        **_evidence(update.evidence),
        "cause": update.cause or None,
        "remedy": update.remedy or None,
        "new_deadline": update.new_deadline,
        "responsible": update.responsible or None,
        "cells": _cells(update.cells),
    }


def narrative_row(position: int, narrative: Narrative) -> Row:
    """A paragraph as a row of ``narrative_word``."""
    return {
        "position": position,
        "dimension": narrative.dimension,
        "content": narrative.text,
        "cell": str(narrative.cell),
    }


def unit_row(position: int, org: str, unit: Unit) -> Row:
    """A unit as a row of ``unit_word``."""
    return {
        "org": org,
        "code": unit.code,
        "op": "put",
        "name": unit.name,
        "kind": unit.kind.value,
        "aliases": list(unit.aliases),
        "members": list(unit.members),
        "position": position,
    }


def import_row(source: SourceFile, protocol: Protocol) -> Row:
    """What is kept of a file and its reading, as columns of ``import`` and ``rejection``."""
    return {
        "sha256": source.sha256,
        "file_name": source.name,
        "file_format": source.format,
        "account": _json([_account(table) for table in protocol.account]),
        "findings": findings_json(protocol.findings),
    }


def findings_json(findings: tuple[Finding, ...]) -> str:
    """What was found in a file, in full."""
    return _json([_finding(finding) for finding in findings])


def mends_json(mends: tuple[Mend, ...]) -> str:
    """Cells that were read as other texts: [{"cell", "old", "new"}], with "role" where one heads a named column."""
    listed = ({"cell": str(mend.cell), "old": mend.old, "new": mend.new, "role": mend.role} for mend in mends)
    return _json([{name: text for name, text in mend.items() if text or name != "role"} for mend in listed])


def calendar_json(calendar: Calendar) -> str | None:
    """The calendar as {"1": "03-05"}, with "before": true for "trước ngày"; None where it sets nothing."""
    days: dict[str, object] = {
        str(quarter): f"{day.month:02d}-{day.day:02d}" for quarter, day in sorted(calendar.due.items())
    }
    if not days:
        return None
    return _json({**days, "before": True} if calendar.before else days)


def _account(table: TableAccount) -> Row:
    return {
        "sheet": table.sheet,
        "kind": table.kind.value,
        "header_rows": list(table.header_rows),
        "rows": table.rows,
        "records": table.records,
        "continuations": table.continuations,
        "headings": table.headings,
        "repeated_headers": table.repeated_headers,
    }


def _finding(finding: Finding) -> Row:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cells": [str(cell) for cell in finding.cells],
        "value": finding.value,
        "details": dict(finding.details),
        "items": list(finding.items),
    }


def _deadline(deadline: Deadline) -> Row:
    return {
        "deadline_kind": deadline.kind.value,
        "deadline_text": deadline.text,
        "occurrences": sorted(deadline.occurrences),
        "before": deadline.before,
    }


def _evidence(evidence: Evidence) -> Row:
    return {
        "evidence_number": evidence.number or None,
        "evidence_issued": evidence.issued,
        "evidence_title": evidence.title or None,
        "evidence_link": evidence.link or None,
    }


def _cells(cells: Mapping[str, CellRef]) -> str:
    return _json({name: str(cell) for name, cell in cells.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
