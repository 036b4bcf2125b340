"""What a file is, before it is known where it belongs: kind, year, period and department."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from papi_metrics.intake.reader import warm_up
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.text import fold
from papi_metrics.services.importing import check_file
from papi_metrics.services.issuer import Issuer, issuer_of


class UploadKind(StrEnum):
    """What a file is, in the order in which the files of one batch have to be saved."""

    PLAN = "plan"
    PLAN_AND_COMMITMENTS = "plan_and_commitments"
    COMMITMENTS = "commitments"
    RETURNS = "returns"
    NARRATIVE = "narrative"
    UNKNOWN = "unknown"

    @property
    def of_period(self) -> bool:
        """Whether such a file speaks of a quarter rather than of the plan."""
        return self in (UploadKind.RETURNS, UploadKind.NARRATIVE)

    @property
    def founds(self) -> bool:
        """Whether a new plan can begin with such a file."""
        return self in (UploadKind.PLAN, UploadKind.PLAN_AND_COMMITMENTS, UploadKind.COMMITMENTS)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was first looked at, before it is known where it belongs.

    ``year`` and ``period`` are those of its template, else those that its title or name speaks of; None where all are
    silent.
    """

    name: str
    content: bytes
    reading: Reading
    kind: UploadKind
    year: int | None
    period: Period | None
    issuer: Issuer


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = re.compile(
    r"\bquy[\s-]*(iv|i{1,3}|[1-4])(?![a-z\d])(?:[\s./-]*(?:nam[\s-]*)?(20\d\d))?"
    r"|(?<![a-z\d])q([1-4])(?![a-z\d])(?:[\s./-]*(20\d\d))?"
)
_MONTHS = re.compile(r"(?<!\d)(6|9)[\s-]*thang(?:[\s-]*dau[\s-]*nam)?(?:[\s./-]*(20\d\d))?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def warm_up_reader() -> None:
    """Start the process that reads files before the first file needs it."""
    warm_up()


def look(data: bytes, name: str, mends: Sequence[Mend] = ()) -> Upload:
    """Read a file, with its mended cells, without any plan and tell what it is. Raises UnreadableFileError."""
    reading = check_file(data, name, mends=mends)
    year = reading.year or _year_of(name)
    period = _period_of(reading, name, year)
    return Upload(name, data, reading, kind_of(reading), year, period, issuer_of(reading))


def kind_of(reading: Reading) -> UploadKind:
    """Tell what a file is from what was read in it."""
    kinds = {table.kind for table in reading.tables}
    if TableKind.RETURNS in kinds:
        return UploadKind.RETURNS
    if reading.narratives:
        return UploadKind.NARRATIVE
    if reading.tasks and reading.commitments:
        return UploadKind.PLAN_AND_COMMITMENTS
    if reading.tasks:
        return UploadKind.PLAN
    return UploadKind.COMMITMENTS if reading.commitments else UploadKind.UNKNOWN


def _period_of(reading: Reading, name: str, year: int | None) -> Period | None:
    stamped = {stamp.period for stamp in reading.stamps}
    if len(stamped) == 1:
        return stamped.pop()
    for text in (reading.title, name):
        found = _quarter_of(fold(text).replace("_", " "))
        if found is not None:
            quarter, named = found
            plan_year = named or year
            return Period(plan_year, quarter) if plan_year else None
    return None


def _quarter_of(text: str) -> tuple[int, int | None] | None:
    match = _QUARTER.search(text)
    if match:
        word, named = match[1] or match[3], match[2] or match[4]
        return _ROMAN.get(word) or int(word), int(named) if named else None
    months = _MONTHS.search(text)
    if months:
        return int(months[1]) // 3, int(months[2]) if months[2] else None
    return None


def _year_of(name: str) -> int | None:
    years = {int(year) for year in _YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None
