"""What the figures of a file are: said in it where it is seen, and in its properties."""

from dataclasses import dataclass
from datetime import date, datetime

from papi_metrics.documents.facts import Facts
from papi_metrics.model.period import Period
from papi_metrics.model.update import Finality
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words

_TITLE = 140
"""So many letters of a plan's name leave room for the rest within what a property of a file may hold."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Plan, period, as-of date, how sure, store version, and whether some figures are only for show.

    ``plan`` is the id, ``title`` the name; ``made_at`` is wall time in Việt Nam.
    """

    plan: str
    title: str
    period: Period
    as_of: date
    finality: Finality
    version: int
    illustrative: bool
    made_at: datetime

    @classmethod
    def of(cls, facts: Facts, made_at: datetime) -> "Stamp":
        """Return the stamp of a document of ``facts``."""
        return cls(
            plan=facts.plan.id,
            title=facts.plan_name,
            period=facts.period,
            as_of=facts.as_of,
            finality=facts.finality,
            version=facts.version,
            illustrative=facts.illustrative,
            made_at=made_at,
        )

    @property
    def line(self) -> str:
        """The stamp in one line, for a property of a file and for a foot."""
        title, sure = form.shortened(self.title, _TITLE), labels.FINALITIES[self.finality]
        return words.stamp(title, self.period, self.as_of, sure, self.version, self.illustrative)

    @property
    def keywords(self) -> str:
        """The stamp in codes, for a program that looks for a file."""
        told = {
            "plan": self.plan,
            "period": self.period.code,
            "as_of": self.as_of.isoformat(),
            "finality": self.finality.value,
            "version": str(self.version),
            "illustrative": str(self.illustrative).lower(),
        }
        return "; ".join(f"{name}={value}" for name, value in told.items())
