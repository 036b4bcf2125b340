"""What a page shows, handed to every figure on it."""

from dataclasses import dataclass
from datetime import date

from papi_metrics.model.period import Period


@dataclass(frozen=True, slots=True)
class View:
    """Plan, period, as-of date and store version. ``org`` and ``title`` are names to show."""

    plan: str
    period: Period
    as_of: date
    version: int
    org: str = ""
    title: str = ""
    has_figures: bool = True

    @property
    def words(self) -> dict[str, str]:
        """The view as words of an address."""
        return {"plan": self.plan, "period": self.period.code, "as_of": self.as_of.isoformat()}
