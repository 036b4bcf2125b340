"""From the words of an address to a plan, a period and an as-of date that exist. No Streamlit in here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.text import fold
from papi_metrics.wording import office, pages

NAMES = ("plan", "period", "as_of")
"""The words of the address, in the order of the filters on the page."""


@dataclass(frozen=True, slots=True)
class PlanOption:
    """A plan that can be chosen. ``periods`` are those with figures, oldest first; ``org`` and ``place`` are names."""

    plan: Plan
    org: str
    place: str = ""
    periods: tuple[Period, ...] = ()

    @property
    def choices(self) -> tuple[Period, ...]:
        """The periods offered, newest first: the four quarters of the plan year and any other with figures."""
        return _offered(self.plan.year, self.periods)

    @property
    def latest(self) -> Period:
        """The latest period with figures, the first quarter where there are none."""
        return self.periods[-1] if self.periods else Period(self.plan.year, 1)

    @property
    def first_day(self) -> date:
        """The earliest as-of date that makes sense."""
        return self.choices[-1].data_start

    @property
    def last_day(self) -> date:
        """The latest as-of date offered: a year after the last period, for figures that came late."""
        return self.choices[0].end.replace(year=self.choices[0].year + 1)


@lru_cache(maxsize=64)
def _offered(year: int, reported: tuple[Period, ...]) -> tuple[Period, ...]:
    return tuple(sorted({*(Period(year, quarter) for quarter in (1, 2, 3, 4)), *reported}, reverse=True))


@dataclass(frozen=True, slots=True)
class Choice:
    """What a page shows."""

    option: PlanOption
    period: Period
    as_of: date

    @property
    def words(self) -> dict[str, str]:
        """The choice as words of an address."""
        return {"plan": self.option.plan.id, "period": self.period.code, "as_of": self.as_of.isoformat()}


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return code → name; a name that several codes share carries its code: a choice goes by the name that shows."""
    times = Counter(names.values())
    return {code: f"{name} ({code})" if times[name] > 1 else name for code, name in names.items()}


def plan_names(options: Sequence[PlanOption]) -> dict[str, str]:
    """Return plan → "PAPI 2024", with what tells its organisation from the others in the store.

    That is the place ("PAPI 2024 · Quảng Trị"), or where they are departments of several fields the short name
    ("PAPI 2025 · Sở NN&MT Quảng Trị").
    """
    makers = {option.plan.org: (option.org, option.place) for option in options}
    fields = {fold(office.short_name(name, place)) for name, place in makers.values()}
    if len(makers) < 2:
        shown = dict.fromkeys(makers, "")
    elif len(fields) > 1:
        shown = {org: office.abbreviated(name, place) for org, (name, place) in makers.items()}
    else:
        shown = {org: place or name for org, (name, place) in makers.items()}
    return told_apart({each.plan.id: pages.plan_name(each.plan.year, shown[each.plan.org]) for each in options})


def default_plan(options: Sequence[PlanOption]) -> PlanOption:
    """Return the plan of the latest year among those with figures, else of the latest year.

    Among plans of one year the one with more periods reported comes first. Raises ValueError when there is none.
    """
    return max(options, key=lambda option: (bool(option.periods), option.plan.year, len(option.periods)))


def resolve(wanted: Mapping[str, str], options: Sequence[PlanOption]) -> tuple[Choice, list[str]]:
    """Return the choice that ``wanted`` names, and the names of what could not be taken.

    What is missing gets its default silently: the latest period with figures, and the day on which that period's
    data closes. What is wrong gets its default too, and is listed. Raises ValueError when there is no plan.
    """
    bad: list[str] = []
    option = next((option for option in options if option.plan.id == wanted.get("plan")), None)
    if option is None:
        option = default_plan(options)
        bad += ["plan"] if wanted.get("plan") else []
    period = _period(wanted.get("period", ""))
    if period not in option.choices:
        # Another plan's period is no mistake of the user when the plan itself was not understood.
        bad += ["period"] if wanted.get("period") and not bad else []
        period = None
    as_of = _day(wanted.get("as_of", ""))
    if as_of is None or not option.first_day <= as_of <= option.last_day:
        bad += ["as_of"] if wanted.get("as_of") and not bad else []
        as_of = None
    chosen = period or option.latest
    return Choice(option, chosen, as_of if as_of and period else chosen.data_close), bad


def _period(code: str) -> Period | None:
    try:
        return Period.parse(code)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
