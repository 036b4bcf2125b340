"""What the builders of reports take from: the facts, their figures as texts, and how the plan is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from papi_metrics.documents.facts import Facts, Record
from papi_metrics.documents.figures import Figure, figures_of
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording import report as words
from papi_metrics.wording import summary as summary_words

_NUMBER = re.compile(r"\bSố:\s*(\d+)\s*/\s*(KH-[^\s,;]+)")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_BASIS = re.compile(r"^(?:Thực hiện|Căn cứ|Theo)\s+")
_NUMBERED = re.compile(r"số\s*\d+\s*/", re.IGNORECASE)
_SENTENCE = re.compile(r"\.\s+(?=\w)")
_ADDED = re.compile(r"\s*\([^()]*\)$")
_HEAD_LINES = 4


@dataclass(frozen=True)
class Source:
    """The facts of a report. ``year`` tells that they are those of a whole year."""

    facts: Facts
    year: bool = False
    named: dict[str, Figure] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", figures_of(self.facts))

    def say(self, name: str) -> str:
        """Return a figure as it is printed. Raises KeyError for one that there is not."""
        return self.named[name].text

    def some(self, name: str) -> str:
        """Return a count as it is printed, "" for 0 and for one that there is not."""
        found = self.named.get(name)
        return found.text if found and found.value else ""

    @property
    def told(self) -> str:
        """The time of which the report tells: "quý I/2022", "năm 2022"."""
        return words.span(self.facts.period, self.year)

    @property
    def coming(self) -> str:
        """The time after it."""
        return words.next_span(self.facts.period, self.year)

    @cached_property
    def plan(self) -> str:
        """The name of the plan inside a sentence, without what stands in brackets behind it."""
        return _ADDED.sub("", self.facts.plan.title) or f"Kế hoạch năm {self.facts.plan.year}"

    @property
    def plan_then(self) -> str:
        """The name of the plan with the time that is told of."""
        return f"{self.plan}{words.within(self.plan, self.facts.period, self.year)}"

    @cached_property
    def plan_mark(self) -> tuple[str, str]:
        """Number and day of the plan as its own head tells them, each "" where it does not."""
        for text in self.facts.plan_text[:_HEAD_LINES]:
            number, day = _NUMBER.search(text), _DAY.search(text)
            if number:
                told = f"{int(day[1]):02d}/{int(day[2]):02d}/{day[3]}" if day else ""
                return f"{number[1]}/{number[2]}", told
        return "", ""

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The documents that the plan itself rests on: those with a number, in its first sentence that names any."""
        for text in self.facts.plan_text:
            found = tuple(_documents(text)) if _BASIS.match(text) else ()
            if found:
                return found
        return ()


def _documents(text: str) -> Iterator[str]:
    for part in _BASIS.sub("", text).split(";"):
        named = _SENTENCE.split(part.strip())[0].rstrip(" .,")
        if not _NUMBERED.search(named):
            return
        yield named


def evidence(row: Record, source: Source) -> str:
    """Return the evidence of a result in a sentence; what is dated after the as-of date says so."""
    told = summary_words.evidence(
        row["evidence_number"] or "", row["evidence_issued"], row["evidence_title"] or "", ""
    ) or (row["evidence_link"] or "")
    issued = row["evidence_issued"]
    return f"{told}, {words.AFTER_AS_OF}" if issued is not None and issued > source.facts.as_of else told


def as_told(text: str | None, row: Record, source: Source) -> str:
    """Return what a unit said of a task, with its period where that is an earlier one; "" where nothing was said."""
    if not text or row["update_period"] == source.facts.period.code:
        return text or ""
    return words.told_then(text, form.period_inside(Period.parse(row["update_period"])))


def is_copied(row: Record) -> bool:
    """Whether a result says nothing of its own: it repeats the plan or the last report, whole or without any fact."""
    return bool(row.get("repeats")) and (not row["has_fact"] or row["copied"] >= 1)


def place(row: Record) -> str:
    """Return the TT of a row as it is printed, a dash where it has none."""
    return row["number"] or "–"


def listed(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts without those that are empty."""
    return tuple(text for text in texts if text)
