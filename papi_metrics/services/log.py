"""The log of everything that happened, gathered from the ledger in its order; nothing in it changes afterwards."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from papi_metrics.documents.log_file import log_file
from papi_metrics.model.cell import CellRef
from papi_metrics.model.decision import Decision
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import ImportEntry, LogEntry, Rejection, ScoreEntry, SettingsEntry
from papi_metrics.model.log import Event, EventKind
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import mended, plans
from papi_metrics.services.changes import changes
from papi_metrics.services.good_rows import bad_rows
from papi_metrics.services.mended import ToldMend
from papi_metrics.services.new_year import earlier_plan
from papi_metrics.services.versions import all_versions
from papi_metrics.store import Store
from papi_metrics.wording import findings as finding_words
from papi_metrics.wording import labels, page_entering, page_history, page_update
from papi_metrics.wording import log as words
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording import scores as score_words
from papi_metrics.wording.columns import HEADING_OF_COLUMN


def events(store: Store) -> tuple[Event, ...]:
    """Return every event since the store was made, oldest first."""
    return tuple(_Log(store).events())


def csv_of(found: Iterable[Event]) -> bytes:
    """Return events as a CSV that Excel in Viet Nam opens into columns."""
    return log_file(found)


class _Log:
    """What is read once for the whole log."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries = store.log()
        self._imports = {entry.no: entry for entry in store.imports()}
        self._rejections = {entry.no: entry for entry in store.rejection_history()}
        self._settings = {entry.no: entry for entry in store.settings()}
        self._decisions = {entry.no: entry for entry in store.decisions.history()}
        self._settlements = store.decisions.settlements()
        self._scores = {entry.no: entry for entry in store.scores.history()}
        self._versions = {number: item.number for number, item in all_versions(store).items()}
        # Names change with a setting, with a file of a plan, and when one of them goes or comes back.
        self._turns = [entry.no for entry in self._entries if entry.kind in ("settings", "revoke") or not entry.period]
        self._plans: dict[int, dict[str, Plan]] = {}
        self._units: dict[tuple[str, int], Mapping[str, str]] = {}
        self._by_number = {entry.no: entry for entry in self._entries}

    def events(self) -> Iterator[Event]:
        """Tell entry after entry."""
        begun: set[str] = set()
        for entry in self._entries:
            base = self._base(entry)
            match entry.kind:
                case "import":
                    yield from self._of_import(self._imports[entry.no], base, begun)
                case "reject":
                    yield from self._of_rejection(self._rejections[entry.no], base)
                case "settings":
                    yield from self._of_settings(self._settings[entry.no], base)
                case "revoke":
                    yield self._of_revocation(entry, base)
                case "decision":
                    yield self._of_decision(self._decisions[entry.no], base)
                case "settlement":
                    yield self._of_settlement(entry.no, base)
                case "scores":
                    yield from self._of_scores(self._scores[entry.no], base)
                case _:
                    yield replace(base, kind=EventKind.CLOSED if entry.closed else EventKind.REOPENED)

    def _base(self, entry: LogEntry) -> Event:
        plan = self._plan(entry.plan, entry.no) if entry.plan else None
        is_sent = entry.file_name is not None and entry.period is not None
        unit = (entry.sender or "") if is_sent else None
        return Event(
            no=entry.no,
            kind=EventKind.IMPORT,
            made_at=entry.made_at,
            made_by=entry.made_by,
            plan=entry.plan,
            plan_title=(plan.title if plan else "") or entry.plan or "",
            period=Period.parse(entry.period) if entry.period else None,
            unit=unit,
            unit_name=self._unit_name(unit, plan, entry.no),
            version=self._versions.get(entry.no),
            received_on=entry.received_on,
            file_name=entry.file_name or "",
            sha256=entry.sha256 or "",
            reason=entry.reason,
        )

    def _of_import(self, entry: ImportEntry, base: Event, begun: set[str]) -> Iterator[Event]:
        parts = (
            page_entering.ON_THE_PAGE if entry.typed else "",
            page_update.contents(entry.counts),
            words.ILLUSTRATIVE if entry.illustrative else "",
        )
        yield replace(base, subject=" · ".join(part for part in parts if part), reason="")
        if entry.period is None and entry.plan not in begun:
            begun.add(entry.plan)
            yield from self._of_new_year(entry, base)
        told = mended.told_mends(self._store, entry) if entry.typed else ()
        if told:
            yield from self._of_typed(told, base)
        else:
            yield from self._of_mends(entry.mends, base)
        yield from self._of_findings(entry.protocol.findings, base, entry, mended.fields_of(told))

    def _of_new_year(self, entry: ImportEntry, base: Event) -> Iterator[Event]:
        plan = self._plan(entry.plan, entry.no)
        earlier = earlier_plan(self._store, plan, entry.no) if plan else None
        if earlier is not None:
            yield replace(base, kind=EventKind.NEW_YEAR, subject=words.after(earlier.year), reason="")

    def _of_findings(
        self, found: tuple[Finding, ...], base: Event, entry: ImportEntry, fields: Mapping[CellRef, str]
    ) -> Iterator[Event]:
        names = self._unit_names(self._plan(entry.plan, entry.no), entry.no)
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        for sheet, row in sorted(bad_rows(found)):
            here = [
                (finding, item)
                for finding in errors
                for cell, item in finding.placed
                if (cell.sheet, cell.row) == (sheet, row)
            ]
            yield replace(
                base,
                kind=EventKind.LEFT_OUT,
                subject=next((item for _, item in here if item), ""),
                place=words.row(sheet, row),
                reason=" ".join(dict.fromkeys(finding_words.message(finding, names) for finding, _ in here)),
            )
        yield from self._of_warnings(found, base, names, fields)

    def _of_warnings(
        self,
        found: tuple[Finding, ...],
        base: Event,
        names: Mapping[str, str],
        fields: Mapping[CellRef, str] = MappingProxyType({}),
    ) -> Iterator[Event]:
        for finding in found:
            if finding.severity is Severity.WARNING:
                where = _typed_places(finding, fields) if fields else map(str, finding.cells)
                said = finding_words.message(finding, names)
                yield replace(base, kind=EventKind.ACCEPTED, subject=said, place=", ".join(where), old=finding.value)

    def _of_typed(self, told: Iterable[ToldMend], base: Event) -> Iterator[Event]:
        """What was typed on the page: its row and field are named, nobody has seen a cell."""
        for item in told:
            place = words.place(item.row, item.heading)
            yield replace(base, kind=EventKind.MEND, place=place, old=item.mend.old, new=item.mend.new, reason="")

    def _of_mends(self, mends: Iterable[Mend], base: Event) -> Iterator[Event]:
        for mend in mends:
            subject = HEADING_OF_COLUMN if mend.role else ""
            told = replace(base, kind=EventKind.MEND, subject=subject, place=str(mend.cell), reason="")
            yield replace(told, old=mend.old, new=mend.new)

    def _of_rejection(self, entry: Rejection, base: Event) -> Iterator[Event]:
        counted = words.points(
            sum(item.severity is Severity.ERROR for item in entry.findings),
            sum(item.severity is Severity.WARNING for item in entry.findings),
        )
        yield replace(base, kind=EventKind.REJECTED, subject=counted)
        yield from self._of_mends(entry.mends, base)

    def _of_settings(self, entry: SettingsEntry, base: Event) -> Iterator[Event]:
        org = self._organisation(entry.org, entry.no) if entry.org and not entry.plan else ""
        founded = (entry.founded_for,) if entry.founded_for else ()
        event = replace(base, kind=EventKind.SETTING, plan_title=base.plan_title or org, targets=founded)
        names = self._names_of(entry.org, entry.no) if entry.org else {}
        listed = page_history.lines(changes(self._store, entry), names)
        for thing, field, old, new in listed:
            subject = f"{thing}: {field}" if thing else field
            yield replace(event, subject=subject, old=_said(old), new=_said(new))
        if not listed:
            yield replace(event, subject=page_history.NOTHING_CHANGED)

    def _of_revocation(self, entry: LogEntry, base: Event) -> Event:
        targets, restores = self._aimed(entry.no)
        kind = EventKind.RESTORED if restores else EventKind.REVOKED
        told = [(words.ENTRIES[self._by_number[number].kind], number) for number in targets]
        return replace(base, kind=kind, subject=words.aimed(told), targets=targets)

    def _of_decision(self, entry: Decision, base: Event) -> Event:
        names = self._unit_names(self._plan(entry.plan, entry.no), entry.no)
        said = decision_words.task_of(entry.errand, names)
        return replace(base, kind=EventKind.DECIDED, subject=entry.errand.content, new=said)

    def _of_settlement(self, number: int, base: Event) -> Event:
        decided, settlement = self._settlements[number]
        subject = self._decisions[decided].errand.content
        said = decision_words.ended(settlement)
        return replace(base, kind=EventKind.SETTLED, subject=subject, new=said, targets=(decided,))

    def _of_scores(self, entry: ScoreEntry, base: Event) -> Iterator[Event]:
        said = score_words.contents(entry.year, entry.scores, entry.provinces)
        yield replace(base, kind=EventKind.SCORES, subject=said, reason="")
        yield from self._of_warnings(entry.findings, base, {})

    def _aimed(self, number: int) -> tuple[tuple[int, ...], bool]:
        """The entries that a revocation takes back in the end, and whether it brings them back instead."""
        targets, restores = self._by_number[number].targets, False
        while targets and all(self._by_number[target].kind == "revoke" for target in targets):
            targets = tuple(sorted({aim for target in targets for aim in self._by_number[target].targets}))
            restores = not restores
        return targets, restores

    def _plan(self, plan: str, version: int) -> Plan | None:
        turn = self._turn(version)
        if turn not in self._plans:
            self._plans[turn] = {item.id: item for item in self._store.plans(turn)}
        return self._plans[turn].get(plan)

    def _organisation(self, org: str, version: int) -> str:
        return next((item.name for item in self._store.organisations(version) if item.id == org), org)

    def _unit_name(self, unit: str | None, plan: Plan | None, version: int) -> str:
        if unit is None:
            return ""
        return self._unit_names(plan, version).get(unit, unit) if unit else labels.WHOLE_DEPARTMENT

    def _unit_names(self, plan: Plan | None, version: int) -> Mapping[str, str]:
        return self._names_of(plan.org, version) if plan else {}

    def _names_of(self, org: str, version: int) -> Mapping[str, str]:
        turn = self._turn(version)
        if (org, turn) not in self._units:
            self._units[org, turn] = plans.unit_names(self._store.units(org, turn))
        return self._units[org, turn]

    def _turn(self, version: int) -> int:
        """The last version up to ``version`` at which a name may have changed."""
        return self._turns[bisect_right(self._turns, version) - 1] if self._turns else version


def _typed_places(finding: Finding, fields: Mapping[CellRef, str]) -> Iterable[str]:
    """The rows and fields of a finding about what was typed on the page."""
    named = (words.place(item, fields.get(cell, "")) for cell, item in finding.placed)
    return dict.fromkeys(filter(None, named))


def _said(text: str) -> str:
    return "" if text == page_update.NO_VALUE else text
