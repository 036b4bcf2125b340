"""What every document of a plan in a period prints: read once, then only worded, laid out and drawn.

Nothing here is computed: the measures, states and charts are those of the pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from papi_metrics.charts.spec import ChartSpec
from papi_metrics.model.decision import Decision, Meeting, worst_first
from papi_metrics.model.office import Office
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.update import Finality
from papi_metrics.wording.plan_name import name_of

Record = Mapping[str, Any]
"""A row of a measure by column name; None for what is missing, plain dates."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of a plan, a dimension or a unit by their names in ``labels.MEASURES``.

    ``most_late`` are the most days that something overdue is late, None where nothing is.
    """

    ratios: Mapping[str, Ratio] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    most_late: int | None = None

    def ratio(self, measure: str) -> Ratio:
        """Return a ratio, 0 of 0 where it is not measured here."""
        return self.ratios.get(measure, Ratio(0, 0))

    def count(self, measure: str) -> int:
        """Return a count, 0 where it is not measured here."""
        return self.counts.get(measure, 0)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier period, on the day its data closed; ``tasks`` are its rows of ``task_states``."""

    period: Period
    as_of: date
    finality: Finality
    whole: Measured
    dimensions: Mapping[int | None, Measured]
    units: Mapping[str, Measured]
    tasks: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """What is otherwise than in the last period before, as rows of tasks and commitments.

    ``done`` are the tasks that came into the numerator of completion; ``reopened`` those that left it and are to be
    done again, ``left_out`` those that left it with the denominator: stopped, or nothing arose. ``overdue`` are late
    now and were not; ``better`` and ``worse`` are the commitments whose figure moved.
    """

    done: tuple[Record, ...] = ()
    reopened: tuple[Record, ...] = ()
    left_out: tuple[Record, ...] = ()
    overdue: tuple[Record, ...] = ()
    better: tuple[Record, ...] = ()
    worse: tuple[Record, ...] = ()

    @property
    def undone(self) -> tuple[Record, ...]:
        """All tasks that left the numerator of completion."""
        return (*self.reopened, *self.left_out)


@dataclass(frozen=True, slots=True)
class Facts:
    """A plan in a period at an as-of date, in one version of the store.

    Attributes:
        illustrative: Some of the figures are only for show.
        tasks: Rows of ``task_states``, in the order of the plan.
        task_units: Rows of ``task_unit_states``: a task of several units stands once for each.
        commitments: Rows of ``commitment_states``, in the order of the plan.
        series: Rows of ``commitment_series`` up to the period and the as-of date.
        submissions: Rows of ``submissions``, one a unit that owes a report.
        dimensions: By number 1-8; None is the general tasks.
        units: By code; "" is the unit that is not known.
        cells: By dimension and unit.
        unit_names: Code → name, in the order of the list of units.
        narratives: Dimension → the paragraphs told of it in the period.
        decisions: What meetings decided, of the whole plan and what was carried into its year, oldest first.
        plan_text: The body of the plan's file, by paragraph.
        earlier: The periods before this one that something is said of, oldest first.
        charts: Every chart that has something to draw.

    """

    plan: Plan
    organisation: Organisation
    office: Office
    period: Period
    as_of: date
    version: int
    finality: Finality
    illustrative: bool
    tasks: tuple[Record, ...]
    task_units: tuple[Record, ...]
    commitments: tuple[Record, ...]
    series: tuple[Record, ...]
    submissions: tuple[Record, ...]
    whole: Measured
    dimensions: Mapping[int | None, Measured]
    units: Mapping[str, Measured]
    cells: Mapping[tuple[int | None, str], Measured]
    unit_names: Mapping[str, str]
    narratives: Mapping[int, tuple[str, ...]]
    decisions: tuple[Decision, ...]
    plan_text: Sequence[str]
    earlier: tuple[Earlier, ...]
    moved: Moved
    charts: tuple[ChartSpec, ...]

    @property
    def is_told_of(self) -> bool:
        """Whether anything was reported for the period."""
        told = any(row["update_period"] == self.period.code for row in self.tasks)
        return told or any(row["reported"] for row in self.commitments)

    @property
    def plan_name(self) -> str:
        """What the plan is called."""
        return name_of(self.plan.title, self.plan.year, self.organisation.name)

    @property
    def previous(self) -> Earlier | None:
        """The last period before this one that something is said of."""
        return self.earlier[-1] if self.earlier else None

    @property
    def meeting(self) -> Meeting:
        """What the meeting on the period decided, and what was carried into it, as it stands at the as-of date."""
        return Meeting.of(self.decisions, self.period, self.as_of)

    @property
    def decided_before(self) -> tuple[Decision, ...]:
        """What all earlier meetings of the plan's year decided, and what was carried into it, the worst first."""
        return worst_first((item for item in self.decisions if item.period < self.period), self.as_of)

    def tasks_of(self, dimension: int | None) -> tuple[Record, ...]:
        """Return the tasks of a dimension in the order of the plan; None is the general ones."""
        return tuple(row for row in self.tasks if row["dimension"] == dimension)

    def name_of(self, unit: str) -> str:
        """Return the name of a unit, its code where it has none, "" where it is not known."""
        return self.unit_names.get(unit, unit)
