"""The letter that reminds a unit of its return, and the same as a message to paste."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.nd30 import AdministrativeDocument
from papi_metrics.documents.table import columns
from papi_metrics.model.office import Office
from papi_metrics.model.period import Period
from papi_metrics.model.reminder import Lack
from papi_metrics.wording import nd30
from papi_metrics.wording import reminder as words

_ROWS_IN_LETTER = 8
"""More rows than these go into an appendix, so that the signature stays near the text."""
_ROWS_IN_MESSAGE = 5
_TASK_SHARES, _COMMITMENT_SHARES = (10, 64, 26), (10, 48, 42)


@dataclass(frozen=True, slots=True)
class OwedTask:
    """A task without a result, as printed: its TT ("" where none is), content and deadline."""

    number: str
    content: str
    deadline: str


@dataclass(frozen=True, slots=True)
class OwedCommitment:
    """A commitment without a result, as printed: its block and TT ("" where none is), content and target."""

    block: str
    number: str
    content: str
    target: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one unit owes for a period at ``as_of``.

    ``plan`` is the plan's name inside a sentence; ``receiver`` takes the returns ("Văn phòng Sở"); ``due`` None is a
    plan that sets no date; ``days_late`` is 0 until the due date is past; ``reply_by`` None asks for the return by the
    due date, or at once where that is past. ``faults`` are sentences that say why a return was not accepted. ``copies``
    are recipients beside the unit itself. ``made_at`` is wall time in Việt Nam.
    """

    office: Office
    unit: str
    lack: Lack
    plan: str
    period: Period
    due: date | None
    as_of: date
    days_late: int
    receiver: str
    made_at: datetime
    tasks: Sequence[OwedTask] = ()
    commitments: Sequence[OwedCommitment] = ()
    faults: Sequence[str] = ()
    reply_by: date | None = None
    copies: Sequence[str] = ()
    issue: Issue = field(default_factory=Issue)

    @property
    def asked_by(self) -> date | None:
        """The day by which the return is asked for; None is at once where it is late, else no day is set."""
        return self.reply_by or (None if self.days_late else self.due)

    @property
    def owed(self) -> str:
        """How many rows have no result, in words; "" where none is missing."""
        return words.rows_owed(len(self.tasks), len(self.commitments))

    @property
    def standing(self) -> str:
        """How the unit's return stands, without the end of the sentence."""
        return words.standing(self.lack, self.as_of, self.receiver, self.unit, self.period, self.days_late)


def reminder_letter(reminder: Reminder) -> bytes:
    """Return the letter as .docx bytes."""
    subject = words.subject(reminder.lack, reminder.period)
    letter = AdministrativeDocument(reminder.office, reminder.issue, nd30.about(subject), reminder.made_at)
    apart = len(reminder.tasks) + len(reminder.commitments) > _ROWS_IN_LETTER
    letter.letter_head(words.LETTER, subject)
    letter.addressed_to([reminder.unit])
    letter.paragraph(words.duty(reminder.plan, reminder.period, reminder.due, reminder.receiver))
    letter.paragraph(reminder.standing + (":" if reminder.faults else "."))
    for line in words.faults(reminder.faults):
        letter.paragraph(line)
    if reminder.owed:
        letter.paragraph(words.owed(reminder.owed, words.IN_APPENDIX if apart else words.IN_TABLE))
        if not apart:
            _rows(letter, reminder)
    office, by = reminder.office.name, reminder.asked_by
    letter.paragraph(words.request(office, reminder.lack, reminder.unit, reminder.receiver, by))
    letter.paragraph(words.HOW)
    letter.closing(words.help_offered(reminder.unit, reminder.receiver))
    letter.signature([nd30.AS_ABOVE, *reminder.copies])
    if apart:
        letter.appendix(words.APPENDIX_TITLE)
        _rows(letter, reminder)
    return letter.content()


def message(reminder: Reminder) -> str:
    """Return the reminder as a short text for a message or an e-mail."""
    lines = [words.greeting(reminder.unit), reminder.standing + (":" if reminder.faults else ".")]
    lines += words.faults(reminder.faults)
    rows = [words.message_row(item.number, item.content) for item in reminder.tasks] + [
        words.message_row(words.commitment_number(item.block, item.number), item.content)
        for item in reminder.commitments
    ]
    if rows:
        lines += [words.message_owed(reminder.owed), *rows[:_ROWS_IN_MESSAGE]]
    if len(rows) > _ROWS_IN_MESSAGE:
        lines.append(words.more_rows(len(rows) - _ROWS_IN_MESSAGE))
    lines.append(
        words.short_request(reminder.lack, reminder.unit, reminder.receiver, reminder.asked_by, reminder.days_late)
    )
    return "\n".join([*lines, words.HOW_SHORT, words.THANKS])


def message_to_all(reminders: Sequence[Reminder]) -> str:
    """Return one text that lists all units with what each owes.

    Raises ValueError where the reminders are not of one period, one as-of date and one receiver.
    """
    if not reminders:
        return words.ALL_SENT
    if len({(item.period, item.as_of, item.receiver) for item in reminders}) > 1:
        raise ValueError("reminders of several periods, dates or receivers")
    lines = [words.list_title(reminders[0].period, reminders[0].as_of)]
    for place, item in enumerate(reminders, start=1):
        lines.append(words.list_line(place, item.unit, item.lack, item.days_late, item.owed, item.asked_by))
    timed = any(item.asked_by or item.days_late for item in reminders)
    return "\n".join([*lines, words.request_to_all(reminders[0].receiver, timed=timed), words.HOW_SHORT, words.THANKS])


def _rows(letter: AdministrativeDocument, reminder: Reminder) -> None:
    """Add the tables of the rows that have no result, each below its heading."""
    above_tasks, above_commitments = words.table_headings(len(reminder.tasks), len(reminder.commitments))
    if reminder.tasks:
        letter.subsection(above_tasks)
        letter.table(
            columns(words.TASK_HEADINGS, _TASK_SHARES, centred=(0,)),
            [(item.number, item.content, item.deadline) for item in reminder.tasks],
        )
    if reminder.commitments:
        letter.subsection(above_commitments)
        letter.table(
            columns(words.COMMITMENT_HEADINGS, _COMMITMENT_SHARES, centred=(0,)),
            [
                (words.commitment_number(item.block, item.number), item.content, item.target)
                for item in reminder.commitments
            ],
        )
