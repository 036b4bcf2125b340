"""What the figures of a plan ask of its leadership, whatever the units propose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papi_metrics.documents.facts import Record
from papi_metrics.documents.report.source import Source
from papi_metrics.model.state import NOT_MET, SubmissionState, TaskState
from papi_metrics.wording import brief as words
from papi_metrics.wording import form


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked, for which tasks and commitments, and the names of those who have to act."""

    text: str
    tasks: tuple[Record, ...] = ()
    commitments: tuple[Record, ...] = ()
    who: tuple[str, ...] = ()


def asks(source: Source) -> Iterator[Ask]:
    """Yield what the figures ask for, the worst first."""
    facts = source.facts
    late, count = overdue(source), source.some("plan.overdue.count")
    if count:
        yield Ask(words.ask_overdue(count, leads(late)), tasks=tuple(late), who=leads(late))
    missed, at_risk = (source.some(f"plan.commitments_{state}.count") for state in ("missed", "at_risk"))
    if missed or at_risk:
        held = [row for row in facts.commitments if row["state"] in NOT_MET]
        yield Ask(words.ask_missed(missed, at_risk), commitments=tuple(held), who=leads(held))
    silent = source.some("plan.explanation_missing.count")
    if silent:
        unexplained = [row for row in facts.commitments if row["explanation_missing"]]
        yield Ask(words.ask_explanation(silent), commitments=tuple(unexplained), who=leads(unexplained))
    for state, said in (
        (SubmissionState.MISSING, words.ask_returns),
        (SubmissionState.RETURNED, words.ask_returns_again),
    ):
        units = source.some(f"submissions.state.{state}.count")
        if units:
            owing = [row["unit"] for row in facts.submissions if row["unit"] and row["state"] == state]
            yield Ask(said(units, form.period_inside(facts.period)), who=tuple(map(facts.name_of, owing)))
    rows = source.some(f"plan.state.{TaskState.NOT_REPORTED}.count")
    if rows and source.named["plan.units_reported"].value is None:
        unsaid = tuple(row for row in facts.tasks if row["state"] == TaskState.NOT_REPORTED)
        yield Ask(words.ask_rows(rows), tasks=unsaid, who=leads(unsaid))
    of_tasks, of_commitments = (source.some(f"plan.{of}evidence_missing.count") for of in ("", "commitments."))
    if of_tasks or of_commitments:
        tasks, commitments = (
            tuple(row for row in rows if row["evidence_missing"]) for rows in (facts.tasks, facts.commitments)
        )
        told = words.ask_evidence(of_tasks, of_commitments)
        yield Ask(told, tasks=tasks, commitments=commitments, who=leads((*tasks, *commitments)))


def overdue(source: Source) -> list[Record]:
    """Return the tasks that are late, the latest first."""
    found = [row for row in source.facts.tasks if row["state"] == TaskState.OVERDUE]
    return sorted(found, key=lambda row: -(row["days_late"] or 0))


def leads(rows: Iterable[Record]) -> tuple[str, ...]:
    """Return who leads rows of the plan, as it prints them, each once."""
    return tuple(dict.fromkeys(row["lead_text"].rstrip(" .;") for row in rows if row["lead_text"]))
