"""Printed rows → headings and records; rows cut by a page break are joined again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from papi_metrics.intake.phrases.deadline import parse_deadline
from papi_metrics.intake.phrases.dimension import DimensionNames
from papi_metrics.intake.recognise.fields import PLAN_FIELDS, Field
from papi_metrics.intake.recognise.headings import (
    Heading,
    bare_heading,
    bold_marks_headings,
    has_lead_or_deadline,
    heading_of,
    split_number,
)
from papi_metrics.intake.recognise.lines import Line
from papi_metrics.intake.recognise.printed import CARRIED, Cells, OwnCells, is_ditto
from papi_metrics.intake.recognise.stretches import Stretch
from papi_metrics.intake.recognise.view import text_of
from papi_metrics.model.deadline import DeadlineKind

_SENTENCE_END = re.compile(r"[.!?…][\"”'’)]*$")
_OPEN = re.compile(r"[^\w.)]$|\b(?:và|đến)$")
_YEAR = re.compile(r"\d{4}\.?")
_BULLET = re.compile(r"[-–+•*]\s*\S")


@dataclass(slots=True)
class Draft:
    """A record in the making: ``texts`` as printed, ``cells`` the first cell of each, ``rows`` its rows.

    Where "như trên" is printed, the text is the one above. ``doubtful`` marks a row without TT, lead and
    deadline that was taken as a record of its own. ``shared`` are results that a merged cell above tells of this
    record too.
    """

    texts: dict[Field, str]
    cells: Cells
    rows: tuple[int, ...]
    joined: frozenset[Field] = frozenset()
    doubtful: bool = False
    shared: frozenset[Field] = frozenset()

    @property
    def own_cells(self) -> OwnCells:
        """The cells where others may be put among those of the row."""
        if not isinstance(self.cells, OwnCells):
            self.cells = OwnCells(self.cells)
        return self.cells

    def rename(self, old: Field, new: Field) -> None:
        """Give text and cell of one field to another."""
        if old in self.texts:
            self.texts[new] = self.texts.pop(old)
            self.own_cells[new] = self.own_cells.pop(old)


@dataclass(slots=True)
class Assembly:
    """The rows of a table in order, as headings and records; ``empty`` are rows that name no content."""

    events: list[Heading | Draft | Stretch] = field(default_factory=list)
    empty: list[Line] = field(default_factory=list)
    continuations: int = 0

    @property
    def parts(self) -> list[Draft | Stretch]:
        """The records, in order."""
        return [event for event in self.events if not isinstance(event, Heading)]

    @property
    def headings(self) -> list[Heading]:
        """The headings, in order."""
        return [event for event in self.events if isinstance(event, Heading)]


def assemble(lines: Sequence[Line], fields: Iterable[Field], names: DimensionNames) -> Assembly:
    """Turn the filled rows below one header (repeated headers left out) into headings and records."""
    known = frozenset(fields)
    bold_matters = bold_marks_headings(lines)
    habits = _habits(lines, known)
    result = Assembly()
    last: Draft | None = None
    for place, line in enumerate(lines):
        heading = None
        # The key of a template makes a row a record of its own, whatever else was deleted in it.
        keyed = Field.KEY in line.texts
        if not line.planned and not keyed and not line.content[:1].islower():
            following = lines[place + 1] if place + 1 < len(lines) else None
            heading = heading_of(line, following.number if following else "", names, bold_matters)
            if heading is None and habits.leads_and_deadlines and following is not None:
                heading = bare_heading(line, following)
        if heading is not None:
            result.events.append(heading)
            last = None
        elif last is not None and not keyed and _continues(line, last, habits):
            _join(last, line)
            result.continuations += 1
        elif line.content or (keyed and not line.plain):
            last = _draft(line, known, result)
            result.events.append(last)
        elif not line.plain:
            result.empty.append(line)
            last = None
        if line.rest is not None:
            result.events.append(line.rest)
    _drop_trailing_notes(result)
    return result


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the table is filled: its columns, whether most rows bear a TT, and the leads of rows that do.

    ``leads_and_deadlines`` is true where the table has a column of them and half of its rows fill one.
    """

    known: frozenset[Field]
    numbered: bool
    leads: frozenset[str]
    leads_and_deadlines: bool


def _habits(lines: Sequence[Line], known: frozenset[Field]) -> _Habits:
    stretches = [line.rest for line in lines if line.rest is not None]
    leads = {line.texts[Field.LEAD] for line in lines if line.number and Field.LEAD in line.texts}
    leads.update(*(stretch.texts(Field.LEAD) for stretch in stretches))
    every = len(lines) + sum(map(len, stretches))
    numbered = sum(1 for line in lines if line.number) + sum(map(len, stretches))
    filled = sum(1 for line in lines if has_lead_or_deadline(line))
    for stretch in stretches:
        both = zip(stretch.texts(Field.LEAD), stretch.texts(Field.DEADLINE), strict=True)
        filled += sum(1 for lead, deadline in both if lead or deadline)
    usual = not known.isdisjoint((Field.LEAD, Field.DEADLINE)) and filled * 2 >= every
    return _Habits(known, numbered * 2 > every, frozenset(leads - {""}), usual)


def _continues(line: Line, last: Draft, habits: _Habits) -> bool:
    """Whether ``line`` is the rest of the record before it, cut off by a page break or by a line break.

    The rest of a row has no TT. A row that brings content with its own deadline, beginning as a sentence
    does, is a record of its own: dimension 8 of source 001 has such a row.
    """
    known = habits.known
    if line.number:
        return line.number == last.texts.get(Field.NUMBER) and _is_cut(line, known)
    if Field.CONTENT in line.covered:
        return True
    content = line.content
    if not content:
        return line.stray is None and not line.wide and not _dates_itself(line, last)
    if content[0].islower():
        return _goes_on_in_lower_case(line, last, known)
    if Field.NUMBER in line.covered and line.texts.keys() <= {Field.CONTENT}:
        return True
    if line.after_break and Field.DEADLINE in known and not line.has(Field.DEADLINE):
        return Field.DEADLINE in last.texts or not _ended(last)
    open_sentence = habits.numbered and not _ended(last)
    if line.plain:
        return Field.NUMBER in last.texts and (open_sentence or bool(_BULLET.match(content)))
    undated = Field.DEADLINE in last.texts and not line.has(Field.DEADLINE)
    return open_sentence and undated and line.texts.get(Field.LEAD, "") not in habits.leads


def _dates_itself(line: Line, last: Draft) -> bool:
    """Whether a row without content has a deadline of its own: it begins anew, and the one above it is whole.

    A cut deadline goes on in lower case, behind an open sign or with the year alone, and so does a cut lead.
    """
    above, deadline = last.texts.get(Field.DEADLINE, ""), line.texts.get(Field.DEADLINE, "")
    begins = deadline[:1].isupper() or (deadline[:1].isdigit() and not _YEAR.fullmatch(deadline))
    if not begins or line.texts.get(Field.LEAD, "")[:1].islower() or not above or _OPEN.search(above):
        return False
    return parse_deadline(above).kind is not DeadlineKind.UNKNOWN


def _goes_on_in_lower_case(line: Line, last: Draft, known: frozenset[Field]) -> bool:
    """Content in lower case goes on, unless the row is complete: its own deadline, or no deadline to be had."""
    if line.has(Field.DEADLINE):
        deadline = line.texts.get(Field.DEADLINE, "")
        return Field.DEADLINE not in last.texts or deadline[:1].islower()
    if Field.DEADLINE not in known and line.has(Field.LEAD):
        return not _ended(last)
    return True


def _is_cut(line: Line, known: frozenset[Field]) -> bool:
    """Whether a row with the TT of the one before is its rest: no deadline, in the middle of a sentence."""
    return Field.DEADLINE in known and not line.has(Field.DEADLINE) and (not line.content or line.content[0].islower())


def _ended(draft: Draft) -> bool:
    return bool(_SENTENCE_END.search(draft.texts.get(Field.CONTENT, "")))


def _join(draft: Draft, line: Line) -> None:
    """Add the rest of a row. A row beside a merged content cell lists further units: they are set apart."""
    between = "; " if Field.CONTENT in line.covered else " "
    cells = draft.own_cells
    draft.rows += (line.row,)
    for name, text in line.texts.items():
        if name is Field.NUMBER:
            continue
        if name in draft.texts:
            draft.texts[name] += between + text
            draft.joined |= {name}
        else:
            draft.texts[name] = text
            cells[name] = line.cells[name]
    for name, cell in line.cells.items():
        cells.setdefault(name, cell)


def _draft(line: Line, known: frozenset[Field], so_far: Assembly) -> Draft:
    draft = Draft(line.texts, line.cells, (line.row,), shared=frozenset(line.shared))
    for name, cell in (*line.lent.items(), *line.shared.items()):
        draft.texts[name] = text_of(cell)
        draft.own_cells[name] = cell
    if line.number and not line.number[0].isalnum() and not any(sign.isalnum() for sign in line.number):
        del draft.texts[Field.NUMBER]  # a dash in the TT column is a bullet
    if Field.NUMBER not in known:
        number, content = split_number(line.content)
        if number and content:
            draft.texts[Field.NUMBER], draft.texts[Field.CONTENT] = number, content
            draft.own_cells[Field.NUMBER] = draft.cells[Field.CONTENT]
    for name, text in line.texts.items():
        if name in CARRIED and is_ditto(text):
            _repeat_above(draft, name, so_far)
    draft.doubtful = not line.number and Field.NUMBER in known and line.plain and bool(known & PLAN_FIELDS)
    return draft


def _repeat_above(draft: Draft, name: Field, so_far: Assembly) -> None:
    above = next((event for event in reversed(so_far.events) if isinstance(event, Draft)), None)
    if above is not None and name in above.texts:
        draft.texts[name], draft.own_cells[name] = above.texts[name], above.cells[name]


def _drop_trailing_notes(result: Assembly) -> None:
    """A text across the foot of a table heads nothing: it is a note unless it names a section or dimension."""
    while result.events and isinstance(result.events[-1], Heading):
        last = result.events[-1]
        if last.label or last.dimension is not None:
            return
        result.events.pop()
