"""One figure of the benchmark: two things timed in turns, and their ratio."""

import gc
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """What one line says.

    ``value`` and ``base`` are in milliseconds unless ``unit`` says otherwise; ``base`` None: nothing to hold the
    value against. ``limit`` is the ratio that may not be exceeded and ``aim`` the wished one, None where a figure is
    only reported.
    """

    name: str
    value: float
    base: float | None
    limit: float | None = None
    aim: float | None = None
    note: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """Value / base, None without a base."""
        return self.value / self.base if self.base else None

    @property
    def missed(self) -> bool:
        """Whether the limit is exceeded."""
        return self.limit is not None and self.ratio is not None and self.ratio > self.limit

    def line(self) -> str:
        """The figure as one line of JSON."""
        said = {
            "name": self.name,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "limit": self.limit,
            "aim": self.aim,
            f"value_{self.unit}": round(self.value, 2),
            f"base_{self.unit}": None if self.base is None else round(self.base, 2),
            "note": self.note,
        }
        return json.dumps(said, ensure_ascii=False)


def in_turns(value: Callable[[], object], base: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of both, run in turns, so that a busy moment of the machine hits both alike."""
    value(), base()
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        # Whoever goes second finds the garbage of the first; so they take turns in that too.
        for place in (0, 1) if number % 2 == 0 else (1, 0):
            times[place].append(milliseconds((value, base)[place]))
    return median(times[0]), median(times[1])


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes once, what was left behind before it collected first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
