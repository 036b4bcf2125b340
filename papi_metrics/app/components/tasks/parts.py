"""A task whose units report for themselves: what each of them said last, each with its own state."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from papi_metrics.app import cache, cache_rows, links
from papi_metrics.app.components.rows import facts, marks, source
from papi_metrics.app.components.rows.panel import panel
from papi_metrics.app.components.rows.table import Column, table
from papi_metrics.app.components.tasks import words as said
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, figure, text
from papi_metrics.charts.html_renderer import link
from papi_metrics.model.period import Period
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_entering as entering_words
from papi_metrics.wording import page_tasks as words
from papi_metrics.wording import rows as row_words

OPEN_ENDS = ("difficulties", "proposal", "next_steps")
_COLUMNS = (
    Column(words.PART_UNIT, width=16),
    Column(words.STATE, width=18),
    Column(labels.FIELDS["percent"], width=8, figures=True),
    Column(words.RESULT, width=38),
    Column(words.EVIDENCE, width=20),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A task as it stands for each unit that answers for it, and for each other one that has spoken of it."""

    answering: Sequence[Row] = ()
    others: Sequence[Row] = ()

    @property
    def all(self) -> tuple[Row, ...]:
        """The answering units first."""
        return (*self.answering, *self.others)


def of_units(view: View, row: Row) -> Parts:
    """Return the task unit by unit, nothing where it is told as a whole."""
    told = figure(row["units_asked"]) is not None
    return Parts(
        [part for part in cache_rows.task_units(view) if part["key"] == row["key"]] if told else (),
        [part for part in cache_rows.task_others(view) if part["key"] == row["key"]],
    )


def parts(view: View, row: Row, found: Parts) -> str:
    """Return the frame with a line for each unit, "" where there are none."""
    if not found.all:
        return ""
    lines = [_line(view, part, _way(view, part)) for part in found.answering]
    # There is no form for what a unit does not answer for.
    lines += [_line(view, part, words.NO_LEAD) for part in found.others]
    return panel(words.PARTS, table(_COLUMNS, lines, words.PARTS), said.heard(row))


def _way(view: View, part: Row) -> str:
    address = links.entering(view, text(part["key"]), text(part["unit"]))
    return link(address, escape(entering_words.EDIT_ROW), "papi-way")


def _line(view: View, part: Row, beside: str) -> tuple[str, ...]:
    unit = text(part["unit"])
    name = f"{escape(cache.unit_names(view).get(unit, unit))}{_of_what(view, part)}<small>{beside}</small>"
    cells, percent = source.reported(view, part, "update"), figure(part["percent"])
    told = (
        "" if percent is None else source.beside(words.percent(percent), cells, "percent"),
        _result(view, part),
        source.evidence(part, cells, view.as_of),
    )
    return name, said.state(view, part), *(cell or row_words.NOTHING for cell in told)


def _of_what(view: View, part: Row) -> str:
    """Say where the report is not one of the unit itself, or of an earlier period."""
    told, period = text(part["update_period"]), view.period.code
    earlier = form.period(Period.parse(told)) if told and told != period else ""
    general = words.AS_TOLD_FOR_ALL if told and not text(part["update_unit"]) else ""
    return "".join(f"<small>{escape(note)}</small>" for note in (general, earlier) if note)


def _result(view: View, part: Row) -> str:
    cells = source.reported(view, part, "update")
    content = facts.prose(text(part["result"]))
    told = source.beside(content + marks.copied(part), cells, "result") if content else ""
    pairs = [(labels.FIELDS[name], source.beside(facts.prose(text(part[name])), cells, name)) for name in OPEN_ENDS]
    ends = facts.facts(pairs) if any(end for _, end in pairs) else ""
    return told + said.later(view, part) + ends
