"""The measures of tasks once more, in plain Python and one task at a time, to hold the SQL against.

Written from the rules and not from the SQL: words are looked up again for every question, nothing is shared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.period import Period
from papi_metrics.model.update import Status, TaskUpdate


@dataclass(frozen=True)
class NaiveTask:
    """What the rules need of a task."""

    key: str
    dimension: int | None
    kind: DeadlineKind
    dates: tuple[date, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the rules say of a task, for its whole or for a unit."""

    state: str
    applies: bool
    done: bool
    expected: bool
    reported: bool
    evidenced: bool
    dates_due: int
    dates_on_time: int
    days_late: int
    next_due: date | None
    due_soon: bool

    @property
    def owes(self) -> bool:
        """Whether a report is owed: what is reported was owed."""
        return self.reported or self.expected


Said = Mapping[tuple[str, str], Mapping[Period, TaskUpdate]]


@dataclass(frozen=True)
class Naive:
    """All words of a plan, (key, unit) → period → update, seen from one period and day."""

    said: Said
    period: Period
    as_of: date
    due_soon_days: int

    def of_unit(self, task: NaiveTask, unit: str) -> Answer:
        """The answer for one unit: its own words, in other quarters those for the whole."""
        heard = {**self.said.get((task.key, ""), {}), **self.said.get((task.key, unit), {})}
        return self._answer(task, [heard])

    def of_whole(self, task: NaiveTask) -> Answer:
        """The answer for the whole: what is said for it, or what all answering units have done."""
        whole = self.said.get((task.key, ""), {})
        speakers = [unit for key, unit in self.said if key == task.key and unit]
        if not self.units_have_spoken(task.key):
            return self._answer(task, [whole])
        members = [{**whole, **self.said.get((task.key, unit), {})} for unit in task.units]
        others = [self.said[task.key, unit] for unit in speakers]
        return self._answer(task, [whole], members, others)

    def units_have_spoken(self, key: str) -> bool:
        """Whether a unit has spoken for itself up to the period."""
        return any(self._up_to_now(words) for (of, unit), words in self.said.items() if of == key and unit)

    def others_shown(self, task: NaiveTask) -> list[str]:
        """The units that do not answer for the task, and whose own word is the last one that is shown of it."""
        lasts = self._counted(task) in ("fixed", "periodic")
        shown = []
        for key, unit in self.said:
            if key == task.key and unit and unit not in task.units:
                own = self._up_to_now(self.said[key, unit])
                told = {*own, *self._up_to_now(self.said.get((key, ""), {}))}
                last = max(told, default=None)
                if last in own and (lasts or last == self.period):
                    shown.append(unit)
        return shown

    def _answer(
        self,
        task: NaiveTask,
        whole: list[Mapping[Period, TaskUpdate]],
        members: Sequence[Mapping[Period, TaskUpdate]] = (),
        others: Sequence[Mapping[Period, TaskUpdate]] = (),
    ) -> Answer:
        heard = whole[0]
        active = [words for words in members if not self._stopped(words) and not self._not_arising(words)]
        stopped = self._stopped(heard) or (bool(members) and all(self._stopped(words) for words in members))
        not_arising = self._not_arising(heard) or (bool(members) and not active)
        reported = any(self.period in words for words in [heard, *members, *others])
        kind = self._counted(task)

        def day_of(first: Period, last: Period) -> date | None:
            own = self._done_day(heard, first, last)
            if own or not members:
                return own
            days = [self._done_day(words, first, last) for words in active]
            known = [day for day in days if day]
            return max(known) if known and len(known) == len(days) else None

        def now(test: str) -> bool:
            check = self._handled if test == "handled" else self._dated
            return check(heard) or (bool(active) and all(check(words) for words in active))

        start = Period(1, 1)
        dates = sorted(set(task.dates))
        days_late = 0
        due: date | None = None
        dates_due = on_time = 0
        waiting: list[date] = []
        if kind == "periodic":
            delivered = {o: day_of(*self._quarters(dates, o)) for o in dates}
            past = [o for o in dates if o <= self.as_of]
            applies = bool(past) or any(delivered.values())
            done = applies and all(delivered[o] for o in past)
            waiting = [o for o in dates if not delivered[o]]
            due = waiting[0] if waiting else dates[-1]
            dates_due = len(past)
            for o in past:
                day = delivered[o]
                last_of_quarter = not any(other > o and Period.of(other) == Period.of(o) for other in dates)
                if day and last_of_quarter and day > o:
                    days_late = max(days_late, (day - o).days)
                elif day:
                    on_time += 1
        elif kind == "fixed":
            applies = True
            day = day_of(start, self.period)
            done = day is not None
            due = dates[0] if dates else None
            if due and due <= self.as_of:
                dates_due = 1
                on_time = int(day is not None and day <= due)
            if day and due and day > due:
                days_late = (day - due).days
        else:
            applies = True
            done = now("handled" if kind == "as_needed" else "dated")
        applies = applies and not stopped and not not_arising
        done = done and applies
        if not applies:
            dates_due = on_time = 0
        if not done and due:
            days_late = max(0, (self.as_of - due).days)
        everyone = [heard, *members, *others]
        voices = [heard, *({**heard, **words} for words in others)]
        since = self.period if kind in {"ongoing", "as_needed"} else start
        state = self._state(stopped, not_arising, done, days_late, due, kind, applies, reported)
        is_begun = kind == "fixed" and any(self._done_day(words, start, self.period) for words in voices)
        if state == "in_progress" and not is_begun and self._nobody_has_begun(voices):
            state = "not_started"
        next_due = waiting[0] if done and waiting else None
        return Answer(
            state=state,
            applies=applies,
            done=done,
            expected=not stopped and self._expected(kind, dates, day_of),
            reported=reported,
            evidenced=done and any(self._proven(words, since) for words in everyone),
            dates_due=dates_due,
            dates_on_time=on_time,
            days_late=days_late if applies else 0,
            next_due=next_due,
            due_soon=state == "due_soon" or (next_due is not None and self._is_near(next_due)),
        )

    def _state(
        self,
        stopped: bool,
        not_arising: bool,
        done: bool,
        days_late: int,
        due: date | None,
        kind: str,
        applies: bool,
        reported: bool,
    ) -> str:
        if stopped:
            return "stopped"
        if not_arising:
            return "not_arising"
        if done:
            return "done_late" if days_late else "done_on_time"
        if due and due < self.as_of:
            return "overdue"
        if due and self._is_near(due):
            return "due_soon"
        if reported:
            return "in_progress"
        return "not_yet_due" if kind == "periodic" and not applies else "not_reported"

    def _nobody_has_begun(self, voices: Iterable[Mapping[Period, TaskUpdate]]) -> bool:
        """Whether all who report now, and for whom it applies, say that they have not begun."""
        now = [
            words[self.period].status
            for words in voices
            if self.period in words and not self._stopped(words) and not self._not_arising(words)
        ]
        return bool(now) and set(now) == {Status.NOT_STARTED}

    def _is_near(self, due: date) -> bool:
        return due <= self.as_of + timedelta(days=self.due_soon_days)

    def _expected(self, kind: str, dates: Sequence[date], day_of: object) -> bool:
        if kind == "periodic":
            return any(Period.of(o) == self.period for o in dates)
        if kind == "fixed":
            assert callable(day_of)
            return day_of(Period(1, 1), self.period.previous) is None
        return True

    @staticmethod
    def _counted(task: NaiveTask) -> str:
        if task.kind is DeadlineKind.PERIODIC:
            return "periodic" if task.dates else "ongoing"
        if task.kind in {DeadlineKind.ONGOING, DeadlineKind.AS_NEEDED} and len(task.dates) < 2:
            return task.kind.value
        return "periodic" if len(task.dates) > 1 else "fixed"

    @staticmethod
    def _quarters(dates: Sequence[date], due: date) -> tuple[Period, Period]:
        """The quarters whose reports can deliver a date."""
        own = Period.of(due)
        before = [Period.of(o) for o in dates if o < due]
        if not before:
            return Period(due.year, 1), own
        return (own if before[-1] == own else before[-1].next), own

    def _up_to_now(self, words: Mapping[Period, TaskUpdate]) -> dict[Period, TaskUpdate]:
        return {period: word for period, word in words.items() if period <= self.period}

    def _done_day(self, words: Mapping[Period, TaskUpdate], first: Period, last: Period) -> date | None:
        days = []
        for period, word in self._up_to_now(words).items():
            known = word.done_on is None or word.done_on <= self.as_of
            if first <= period <= last and word.status is Status.DONE and known:
                days.append(word.done_on or period.end)
        return min(days, default=None)

    def _stopped(self, words: Mapping[Period, TaskUpdate]) -> bool:
        said = [(period, word.status) for period, word in self._up_to_now(words).items() if word.status]
        return bool(said) and max(said)[1] is Status.STOPPED

    def _not_arising(self, words: Mapping[Period, TaskUpdate]) -> bool:
        return self.period in words and words[self.period].status is Status.NOT_ARISING

    def _handled(self, words: Mapping[Period, TaskUpdate]) -> bool:
        return self._done_day(words, self.period, self.period) is not None

    def _dated(self, words: Mapping[Period, TaskUpdate]) -> bool:
        word = words.get(self.period)
        if word is None or word.status not in {Status.DONE, Status.IN_PROGRESS}:
            return False
        days = [day for day in (word.done_on, word.evidence.issued) if day]
        in_time = any(self.period.data_start <= day <= self.as_of for day in days)
        return in_time and bool(word.result or self._has_evidence(word))

    def _proven(self, words: Mapping[Period, TaskUpdate], since: Period) -> bool:
        return any(
            period >= since and (self._has_evidence(word) or any(letter.isdigit() for letter in word.result))
            for period, word in self._up_to_now(words).items()
        )

    def _has_evidence(self, word: TaskUpdate) -> bool:
        """Whether a document is named that is not dated after the day."""
        issued = word.evidence.issued
        return bool(word.evidence) and (issued is None or issued <= self.as_of)


def measures(answers: Iterable[Answer]) -> dict[str, tuple[int | None, int | None, int | None]]:
    """Measure → (numerator, denominator, count)."""
    rows = list(answers)
    done = [row for row in rows if row.done]
    return {
        "completion": (len(done), sum(row.applies for row in rows), None),
        "on_time": (sum(row.dates_on_time for row in rows), sum(row.dates_due for row in rows), None),
        "overdue": (None, None, sum(row.state == "overdue" for row in rows)),
        "due_soon": (None, None, sum(row.due_soon for row in rows)),
        "reported": (sum(row.reported for row in rows), sum(row.owes for row in rows), None),
        "evidenced": (sum(row.evidenced for row in done), len(done), None),
        "evidence_missing": (None, None, sum(not row.evidenced for row in done)),
    }


@dataclass(frozen=True)
class Receipt:
    """One row of a standing import of the period: of which task, by whom, when it was handed in, in which entry."""

    key: str
    unit: str
    day: date
    entry: int


@dataclass(frozen=True)
class SentBack:
    """A return of the period that stands as sent back to its sender; ``units`` are those of whose rows it speaks."""

    sender: str
    day: date
    entry: int
    units: frozenset[str]


@dataclass(frozen=True)
class HandedIn:
    """What a unit has handed in by a day."""

    owed: int
    reported: int
    optional: int
    first_on: date | None
    last_on: date | None
    state: str
    days_late: int


def submissions(
    expected: Mapping[tuple[str, str], bool],
    receipts: Iterable[Receipt],
    sent_back: Iterable[SentBack],
    due: date | None,
    as_of: date,
) -> dict[str, HandedIn]:
    """What each unit has handed in; ``expected`` says of each (task, answering unit) whether a report is awaited."""
    known = [one for one in receipts if one.day <= as_of]
    returned = [one for one in sent_back if one.day <= as_of]
    of_unit: dict[str, list[tuple[bool, list[Receipt]]]] = defaultdict(list)
    for (key, unit), awaited in expected.items():
        of_unit[unit].append((awaited, [one for one in known if one.key == key and one.unit in {"", unit}]))
    found = {}
    for unit, rows in of_unit.items():
        accepted = [one for _, of_row in rows for one in of_row]
        days = [one.day for one in accepted]
        owed = sum(awaited or bool(of_row) for awaited, of_row in rows)
        if not owed:
            continue
        first = min(days, default=None)
        held = first or as_of
        late = max((held - due).days, 0) if due else 0
        early, tardy = ("on_time", "late") if first else ("not_yet_due", "missing")
        reported = sum(bool(of_row) for _, of_row in rows)
        open_returns = [
            one
            for one in returned
            if (one.sender == unit and all((one.day, one.entry) > (word.day, word.entry) for word in accepted))
            or (not one.sender and unit in one.units and not accepted)
        ]
        state = "returned" if open_returns else tardy if late else early
        found[unit] = HandedIn(owed, reported, len(rows) - owed, first, max(days, default=None), state, late)
    return found


def on_time_rates(
    board: Mapping[Period, Mapping[str, HandedIn]], dues: Mapping[Period, date | None], as_of: date
) -> dict[str, tuple[int, int]]:
    """Unit → (periods handed in by their due date, periods due), over the periods in which it owed a report."""
    rates: dict[str, tuple[int, int]] = {}
    for period, units in board.items():
        due = dues[period]
        for unit, found in units.items():
            kept, fallen_due = rates.get(unit, (0, 0))
            if due and due <= as_of:
                in_time = found.first_on is not None and found.first_on <= due
                counts = due < as_of or found.first_on is not None
                kept, fallen_due = kept + in_time, fallen_due + counts
            rates[unit] = kept, fallen_due
    return rates
