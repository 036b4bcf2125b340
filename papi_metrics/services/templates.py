"""The workbooks that go out to the units for a period, each with the rows its unit answers for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from papi_metrics.documents.archive import archive as zipped
from papi_metrics.documents.template import CommitmentLine, TaskLine, Template, template_workbook
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.template import RowKey, Stamp
from papi_metrics.services import figures
from papi_metrics.services.plans import organisation_name, plan_name, unit_names
from papi_metrics.services.voices import kept_under
from papi_metrics.store import Store
from papi_metrics.wording import labels
from papi_metrics.wording import template as words


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One workbook. ``unit`` "" is the one for the rows that no unit answers for.

    Of its rows ``required`` have to be reported in the period, ``optional`` only where there is news.
    """

    unit: str
    name: str
    content: bytes
    required: int
    optional: int


@dataclass(frozen=True, slots=True)
class TemplateOutline:
    """What a workbook will hold: its unit and that unit's name, its file name, how many rows.

    ``tasks`` and ``commitments`` have to be reported in the period, ``optional`` rows only where there is news.
    """

    unit: str
    title: str
    name: str
    tasks: int
    commitments: int
    optional: int


def outlines(store: Store, plan: Plan, period: Period, as_of: date | None = None) -> tuple[TemplateOutline, ...]:
    """Return what ``unit_templates`` would make, in the same order, without making it."""
    maker = _Maker(store, plan, period, as_of)
    return tuple(maker.outline(unit) for unit in maker.units)


def unit_template(store: Store, plan: Plan, period: Period, unit: str, as_of: date | None = None) -> TemplateFile:
    """Return the workbook of one unit; ``unit`` "" is the one of the rows that no unit answers for."""
    return _Maker(store, plan, period, as_of).file(unit)


def unit_templates(store: Store, plan: Plan, period: Period, as_of: date | None = None) -> tuple[TemplateFile, ...]:
    """Return one workbook for each unit that answers for a row, in the order of the units.

    A workbook holds every row of its unit and says which of them have to be reported, as is known at ``as_of`` (None =
    the day on which the data of the period close): those on the board of submissions. Rows without a known lead unit
    come in a workbook of their own, to be filled in by the Văn phòng.
    """
    maker = _Maker(store, plan, period, as_of)
    return tuple(maker.file(unit) for unit in maker.units)


def whole_template(store: Store, plan: Plan, period: Period, as_of: date | None = None) -> TemplateFile:
    """Return the workbook of the whole department: every row once, filled in by the Văn phòng."""
    return _Maker(store, plan, period, as_of).whole()


def content_of(store: Store, plan: Plan, period: Period, unit: str) -> Template:
    """Return what the workbook of ``unit`` is made from, "" for that of the whole department."""
    maker = _Maker(store, plan, period)
    return maker.content(unit) if unit else maker.whole_content()


def reporting_units(store: Store, plan: Plan, period: Period) -> tuple[str, ...]:
    """Return the units that answer for a row, in their own order."""
    return tuple(unit for unit in _Maker(store, plan, period).units if unit)


def archive(files: Iterable[TemplateFile], made_at: datetime) -> bytes:
    """Return the workbooks in one .zip; those of units that have nothing to report in the period lie in a folder."""
    return zipped(((_place(file), file.content) for file in files), made_at)


def _place(file: TemplateFile) -> str:
    return file.name if file.required else f"{words.NOTHING_REQUIRED_FOLDER}/{file.name}"


class _Maker:
    """What all workbooks of a plan and period have in common, read once."""

    def __init__(self, store: Store, plan: Plan, period: Period, as_of: date | None = None) -> None:
        self._store, self._plan, self._period = store, plan, period
        self._org = organisation_name(store, plan.org)
        self._names = unit_names(store.units(plan.org))
        day = as_of or figures.default_as_of(period)
        self._expected = figures.expected_rows(store, plan.id, period, day)
        self._answering = figures.answering_units(store, plan.id)
        self._tasks = store.tasks(plan.id)
        self._commitments = store.commitments(plan.id)
        self._last = figures.previous_of(store, plan.id, period)

    @property
    def units(self) -> tuple[str, ...]:
        """The units that answer for a row in their own order, "" last."""
        found = {unit for units in self._answering.values() for unit in units}
        known = [code for code in self._names if code in found]
        return (*known, *sorted(found - {*known, ""}), *([""] if "" in found else []))

    def file(self, unit: str) -> TemplateFile:
        return _file(self.content(unit))

    def outline(self, unit: str) -> TemplateOutline:
        keys, name = self._keys(unit), self._name(unit)
        required = self._expected.get(unit, frozenset())
        return TemplateOutline(
            unit,
            name,
            words.workbook_name(self._period, unit, name),
            sum(item.key in required for item in self._tasks),
            sum(item.key in required for item in self._commitments),
            len(keys - required),
        )

    def whole(self) -> TemplateFile:
        return _file(self.whole_content())

    def content(self, unit: str) -> Template:
        return self._content(unit, self._keys(unit), self._expected.get(unit, frozenset()))

    def whole_content(self) -> Template:
        """Every row once; it has to be reported where any of its units has to report it."""
        return self._content("", set(self._answering), frozenset().union(*self._expected.values()))

    def _keys(self, unit: str) -> set[str]:
        return {key for key, units in self._answering.items() if unit in units}

    def _name(self, unit: str) -> str:
        return self._names.get(unit, unit) if unit else labels.WHOLE_DEPARTMENT

    def _content(self, unit: str, wanted: Collection[str], required: Collection[str]) -> Template:
        told, figured = self._before(unit)
        return Template(
            stamp=Stamp(self._plan.id, self._period, unit),
            org=self._org,
            plan=plan_name(self._store, self._plan),
            unit=self._name(unit),
            due=self._plan.calendar.due_on(self._period),
            calendar=self._plan.calendar,
            tasks=[
                TaskLine(self._key(item.key, unit), item.record, told.get(item.key, ""), item.key in required)
                for item in self._tasks
                if item.key in wanted
            ],
            commitments=[
                CommitmentLine(self._key(item.key, unit), item.record, figured.get(item.key, ""), item.key in required)
                for item in self._commitments
                if item.key in wanted
            ],
        )

    def _key(self, key: str, unit: str) -> RowKey:
        return kept_under(key, unit, self._answering[key])

    def _before(self, unit: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """What was told last, by key: the unit's own words, failing them those for the whole."""
        tasks, commitments = self._told_of_the_whole
        if not unit:
            return tasks, commitments
        own_tasks, own_commitments = self._told_by(unit)
        return {**tasks, **own_tasks}, {**commitments, **own_commitments}

    @cached_property
    def _told_of_the_whole(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return self._told_by("")

    def _told_by(self, speaker: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        period, store, plan = self._last, self._store, self._plan.id
        if period is None:
            return {}, {}
        shown = self._illustrative
        return (
            {
                key: words.task_before(period, told, RowKey(key, speaker) in shown)
                for key, told in store.task_updates(plan, period, speaker).items()
            },
            {
                key: words.commitment_before(period, told, RowKey(key, speaker) in shown)
                for key, told in store.commitment_updates(plan, period, speaker).items()
            },
        )

    @cached_property
    def _illustrative(self) -> Collection[RowKey]:
        return self._store.illustrative_rows(self._plan.id, self._last) if self._last else ()


def _file(content: Template) -> TemplateFile:
    stamp = content.stamp
    name = words.workbook_name(stamp.period, stamp.unit, content.unit)
    required = content.required
    return TemplateFile(stamp.unit, name, template_workbook(content), required, len(content.lines) - required)
