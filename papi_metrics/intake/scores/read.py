"""A file → one year's scores and findings."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from papi_metrics.intake.check.book import in_unicode
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Cell
from papi_metrics.intake.phrases.number import number_from_cell
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.intake.phrases.province import ProvinceNames
from papi_metrics.intake.phrases.score_part import PartNames
from papi_metrics.intake.reader import Limits, read
from papi_metrics.intake.scores.layout import Finder, Line, ScoreSheet
from papi_metrics.intake.scores.sums import check_sums, derived, is_in_range, printed_number
from papi_metrics.intake.scores.years import years_told
from papi_metrics.model.cell import CellRef
from papi_metrics.model.score import MERGER, Listing, Province, Score, ScoreKey, ScoreReading, SubDimension
from papi_metrics.model.text import fold

# What tables write where there is no score.
_NONE = frozenset({"", "-", "--", ".", "..", "...", "…", "x", "n/a", "na", "kcsl", "khong co", "khong co so lieu"})


def read_scores(
    data: bytes,
    name: str,
    *,
    provinces: Mapping[Listing, Sequence[Province]],
    dimensions: Mapping[int, Sequence[str]],
    parts: Sequence[SubDimension],
    year: int | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> ScoreReading:
    """Read a table of scores in whichever way it stands in the file.

    ``year`` None takes the one that the file tells; where it tells none or several the reading has the error
    ``scores_year_unknown`` and no scores. Sheets and rows of other years are passed over. Raises UnreadableFileError
    when no reader can open the file.
    """
    findings = Collector()
    book = in_unicode(read(data, name, limits), findings)
    names = {listing: ProvinceNames(listed) for listing, listed in provinces.items()}
    finder = Finder(PartNames(dimensions, parts), lambda text: any(known.read(text) for known in names.values()))
    sheets = [sheet for grid in book.grids if (sheet := finder.find(grid)) is not None]
    told = [years_told(sheet, name) for sheet in sheets]
    chosen, differs = _year(frozenset[int]().union(*told), year)
    digest = hashlib.sha256(data).hexdigest()
    if not sheets or chosen is None:
        findings.add("scores_year_unknown" if sheets else "scores_none")
        return ScoreReading(name, digest, book.format, chosen, findings=findings.findings())
    if differs is not None:
        findings.add("scores_year_differs", year=str(chosen), printed=str(differs))
    wanted = chosen if differs is None else differs
    used = [sheet for sheet, years in zip(sheets, told, strict=True) if not years or wanted in years]
    lines = [line for sheet in used for line in sheet.lines if line.year in (None, wanted)]
    listing = _listing(chosen, lines, names)
    taken = _Taken(chosen, names[listing], parts, findings)
    for sheet in used:
        taken.say(sheet)
    for line in lines:
        taken.take(line)
    _check_provinces(provinces[listing], taken, findings)
    scores = taken.complete()
    check_sums(scores, chosen, parts, findings)
    return ScoreReading(name, digest, book.format, chosen, listing, scores, findings.findings())


def _year(told: frozenset[int], asked: int | None) -> tuple[int | None, int | None]:
    """The year of a table, None where it stays open; and the one that the file tells where that is another one."""
    only = next(iter(told)) if len(told) == 1 else None
    if asked is None or not told or asked in told:
        return asked if asked is not None else only, None
    return (asked, only) if only is not None else (None, None)


def _listing(year: int, lines: Iterable[Line], names: Mapping[Listing, ProvinceNames]) -> Listing:
    """The list that a table is of: since the merger the new one, unless it names what there is no more."""
    if year < MERGER.year:
        return Listing.OLD
    gone = any(names[Listing.NEW].read(str(line.name.value)) is None for line in lines)
    return Listing.OLD if gone else Listing.NEW


class _Taken:
    """The scores taken so far, each once."""

    def __init__(self, year: int, names: ProvinceNames, parts: Sequence[SubDimension], findings: Collector) -> None:
        self._year = year
        self._names = names
        self._parts = parts
        self._findings = findings
        self._scores: dict[ScoreKey, Score] = {}
        self._faulty: set[ScoreKey] = set()
        self.provinces: set[str] = set()

    def say(self, sheet: ScoreSheet) -> None:
        """Say what of a sheet is not read, or cannot be."""
        for cell in sheet.unknown:
            self._unknown(cell)
        for cell in sheet.nameless:
            self._findings.add("score_nameless", (cell.ref,), str(cell.value))
        for part, cell in sheet.repeated:
            self._findings.add("score_column_repeated", (cell.ref,), str(cell.value), part=part)
        for cell in sheet.unread:
            self._findings.add("score_column_unread", (cell.ref,), str(cell.value))

    def take(self, line: Line) -> None:
        """Take the scores of a line."""
        province = self._names.read(str(line.name.value))
        if province is None:
            self._unknown(line.name)
            return
        self.provinces.add(province)
        missing = list(line.blank.values())
        for part, cell in line.figures.items():
            key = ScoreKey(province, part)
            if isinstance(cell.value, str) and fold(cell.value) in _NONE:
                missing.append(cell.ref)
            elif (value := self._value(cell)) is not None:
                self._put(key, value, cell.ref, str(line.name.value))
            else:
                self._faulty.add(key)
        if missing:
            self._findings.add("score_missing", missing)

    def complete(self) -> tuple[Score, ...]:
        """Return the scores with the sums that the table leaves out; one that cannot be read is not left out."""
        sums = derived(self._scores, self._year, self._parts)
        more = [score for score in sums if score.key not in self._faulty]
        if more:
            self._findings.add("scores_derived", count=str(len(more)))
        return (*self._scores.values(), *more)

    def _put(self, key: ScoreKey, value: Decimal, cell: CellRef, printed: str) -> None:
        before = self._scores.get(key)
        if before is not None:
            self._findings.add("province_repeated", (*((before.cell,) if before.cell else ()), cell), printed)
            return
        self._scores[key] = score = Score(*key, value, cell)
        if not is_in_range(score, self._year, self._parts):
            self._findings.add("score_out_of_range", (cell,), printed_number(value), part=key.part)

    def _unknown(self, cell: Cell) -> None:
        near = self._names.nearest(str(cell.value))
        self._findings.add("province_unknown", (cell.ref,), str(cell.value), near=near or "")

    def _value(self, cell: Cell) -> Decimal | None:
        """The score in a cell, None where none can be read."""
        if cell.error:
            self._findings.add("error_cell", (cell.ref,), str(cell.value))
            return None
        if cell.formula_without_value:
            self._findings.add("formula_without_value", (cell.ref,))
            return None
        try:
            reading = number_from_cell(cell.value, score=True)
        except PhraseProblem:
            reading = None
        if reading is None or fold(reading.unit) not in ("", "diem"):
            self._findings.add("score_unreadable", (cell.ref,), str(cell.value))
            return None
        return reading.value


def _check_provinces(listed: Sequence[Province], taken: _Taken, findings: Collector) -> None:
    missing = [province.name for province in listed if province.name not in taken.provinces]
    if missing and taken.provinces:
        findings.add("provinces_missing", count=str(len(missing)), all=str(len(listed)), provinces="\n".join(missing))
