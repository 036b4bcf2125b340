"""The numbers of a text that are no figures: neither named, nor a date or mark of the office, nor somebody's words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from papi_metrics.documents.report.source import Source
from papi_metrics.services.facts import Facts, figures_of
from papi_metrics.wording import deck as deck_words
from papi_metrics.wording import definitions, form, labels
from papi_metrics.wording import report as words

NUMBER = re.compile(
    r"[+−]?\d+(?:\.\d{3})*(?:,\d+)?(?:/\d+(?:\.\d{3})*)?(?: \([+−]?\d+(?:,\d+)?%\))?%?"  # 18/23 (78,3%) is one.
)
DATE = re.compile(r"\b\d{2}/\d{2}/\d{4}\b")
YEAR = re.compile(r"(?:quý [ivx]+/|năm |tháng \d+ năm )(\d{4})")
_SPACE = re.compile(r"[\s\u200b]+")
_CUT = "…"
_LEAST_OF_A_CUT = 12


class Known:
    """The numbers that may stand in a document of ``facts``; ``quoted`` and ``days`` are more of them."""

    def __init__(self, facts: Facts, quoted: Iterable[str] = (), days: Iterable[date] = ()) -> None:
        self.facts = facts
        self._more = tuple(quoted)
        self._days = tuple(days)

    def strangers(self, texts: Iterable[str]) -> list[str]:
        """Return the numbers in ``texts`` that are nothing known, each with what is around it."""
        return [told for text in texts for told in self._of(text)]

    def count(self, texts: Iterable[str]) -> int:
        """Return how many figures stand in ``texts``."""
        return sum(len(NUMBER.findall(YEAR.sub("", DATE.sub("", self._left(text))))) for text in texts)

    def _of(self, text: str) -> Iterator[str]:
        if text in self._places:
            return
        left = self._left(text)
        yield from (f"{found} in {text[:200]!r}" for found in DATE.findall(left) if found not in self._dates)
        left = DATE.sub(" ; ", left)
        for year in YEAR.findall(left):
            if abs(int(year) - self.facts.period.year) > 1:
                yield f"{year} in {text[:200]!r}"
        left = YEAR.sub(" ; ", left)
        for found in NUMBER.finditer(left):
            if found[0] not in self._numbers:
                yield f"{found[0]} in {left[max(0, found.start() - 60) : found.end() + 60]!r}"

    @cached_property
    def _numbers(self) -> frozenset[str]:
        told = (figure.text.casefold() for figure in figures_of(self.facts).values())
        return frozenset(number for text in told for number in NUMBER.findall(text))

    @cached_property
    def _places(self) -> frozenset[str]:
        """The TT of rows and of headings, and the number of a decision, where they stand alone."""
        rows = (*self.facts.tasks, *self.facts.commitments)
        numbers = (*(row["number"] for row in rows), *labels.DIMENSIONS, *(item.no for item in self.facts.decisions))
        return frozenset(map(str, numbers))

    @cached_property
    def _dates(self) -> frozenset[str]:
        facts = self.facts
        days: list[date | None] = [*self._days, facts.as_of, *(earlier.as_of for earlier in facts.earlier)]
        days += [facts.plan.calendar.due_on(period) for period in (facts.period, facts.period.next)]
        days += [row["evidence_issued"] for row in (*facts.tasks, *facts.task_units, *facts.commitments)]
        told = (figure.text for figure in figures_of(facts).values())
        return frozenset({form.day(day) for day in days} | {found for text in told for found in DATE.findall(text)})

    def _left(self, text: str) -> str:
        """What is left of a text, in small letters, when others' words and the marks of the office are gone."""
        letters = list(text.casefold())
        kept = [place for place, letter in enumerate(letters) if not _SPACE.match(letter)]
        squeezed = "".join(letters[place] for place in kept)
        for quoted in (*self._cut(squeezed), *self._quoted):
            start = squeezed.find(quoted)
            while start >= 0:
                end = start + len(quoted)
                parts = squeezed[max(0, start - 1) : start + 1], squeezed[end - 1 : end + 1]
                if not any(len(part) == 2 and part.isdigit() for part in parts):
                    for place in kept[start:end]:
                        letters[place] = " "
                    letters[kept[start]] = ";"
                    squeezed = squeezed[:start] + ";" * len(quoted) + squeezed[end:]
                start = squeezed.find(quoted, end)
        return " ".join("".join(letters).split())

    def _cut(self, squeezed: str) -> Iterator[str]:
        """The beginnings of what others wrote, where it was cut."""
        for head in squeezed.split(_CUT)[:-1]:
            starts = (head[start:] for start in range(len(head) - _LEAST_OF_A_CUT))
            yield from (start for start in starts if any(quoted.startswith(start) for quoted in self._quoted))

    @cached_property
    def _quoted(self) -> tuple[str, ...]:
        """What others wrote, and what the office numbers and names; squeezed, longest first."""
        facts = self.facts
        rows = [*facts.tasks, *facts.task_units, *facts.commitments]
        rows += [row for earlier in facts.earlier for row in earlier.tasks]
        found = {value.strip(" .;") for row in rows for value in row.values() if isinstance(value, str)}
        found |= {f"{row['number']}{mark} {row['content']}" for row in rows for mark in ("", ".") if row["number"]}
        found |= {text.strip(" .;") for told in facts.narratives.values() for text in told}
        found |= {item.errand.content.strip(" .;") for item in facts.decisions}
        found |= {item.settlement.outcome.strip(" .;") for item in facts.decisions if item.settlement}
        found |= {*facts.unit_names.values(), facts.plan.title, facts.plan_name, facts.office.name}
        for number, name in labels.FULL_DIMENSIONS.items():
            found |= {f"{number}. {name}", f"{number}. Về nội dung {name}", f"{number}. {labels.dimension(number)}"}
        found |= {f"phiên bản số liệu {facts.version}", words.REPORTING_RULE, f"số {Source(facts).plan_mark[0]}"}
        found |= {f"trong {facts.plan.due_soon_days} ngày", f"N = {facts.plan.due_soon_days} ngày"}
        found |= {deck_words.without_tasks([number for number in labels.DIMENSIONS if number not in facts.dimensions])}
        found |= {text for measure in definitions.MEASURES.values() for text in (measure.counted, measure.of)}
        found |= {*definitions.RULES.values(), *definitions.FIGURES.values(), *self._more}
        squeezed = (_SPACE.sub("", text.casefold()) for text in found)
        told = {text for text in squeezed if len(text) > 3 and any(map(str.isdigit, text))}
        return tuple(sorted(told, key=lambda text: (-len(text), text)))
