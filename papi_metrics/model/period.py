"""The quarter as a reporting period."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_CODE = re.compile(r"^(?P<year>\d{4})-Q(?P<quarter>[1-4])$")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One quarter of a year. The yearly report covers quarter 4."""

    year: int
    quarter: int

    def __post_init__(self) -> None:
        if not 1 <= self.quarter <= 4:
            raise ValueError(f"quarter out of 1-4: {self.quarter}")

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read ``2022-Q1``. Raises ValueError for anything else."""
        match = _CODE.match(code)
        if match is None:
            raise ValueError(f"not a period: {code!r}")
        return cls(int(match["year"]), int(match["quarter"]))

    @classmethod
    def of(cls, day: date) -> "Period":
        """Return the quarter that holds ``day``."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def code(self) -> str:
        """The stable code, such as ``2022-Q1``."""
        return f"{self.year}-Q{self.quarter}"

    @property
    def start(self) -> date:
        """First day of the quarter."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def end(self) -> date:
        """Last day of the quarter."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> "Period":
        """The quarter after this one."""
        return Period(self.year + 1, 1) if self.quarter == 4 else Period(self.year, self.quarter + 1)

    @property
    def previous(self) -> "Period":
        """The quarter before this one."""
        return Period(self.year - 1, 4) if self.quarter == 1 else Period(self.year, self.quarter - 1)

    @property
    def data_start(self) -> date:
        """First day of the quarter's data: the 15th of the month before it (Nghị định 09/2019/NĐ-CP)."""
        return self.previous.end.replace(day=15)

    @property
    def data_close(self) -> date:
        """Last day of the quarter's data: the 14th of its last month (Nghị định 09/2019/NĐ-CP)."""
        return self.end.replace(day=14)

    def __str__(self) -> str:
        return self.code
