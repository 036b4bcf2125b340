"""A ratio that never loses its denominator."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Ratio:
    """``numerator`` of ``denominator``. A denominator of 0 is "no data", never 0 %."""

    numerator: int
    denominator: int

    @property
    def share(self) -> Fraction | None:
        """The exact share, or None where there is no data."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None
