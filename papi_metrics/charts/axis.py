"""The steps of a value axis."""

import math
from itertools import count

_MOST_STEPS = 5
_ALMOST = 1e-6


def ticks(low: float, high: float) -> list[float]:
    """Return round values from ``low`` or just below it to ``high`` or just above: at most five steps and a bit.

    A step is 1, 2 or 5 times a power of ten. ``low`` is less than ``high``.
    """
    step = next(
        one * 10.0**power
        for power in count(math.floor(math.log10((high - low) / _MOST_STEPS)) - 1)
        for one in (1, 2, 5)
        if one * 10.0**power * _MOST_STEPS >= (high - low) * (1 - _ALMOST)
    )
    first, last = math.floor(low / step + _ALMOST), math.ceil(high / step - _ALMOST)
    return [round(place * step, 9) for place in range(first, last + 1)]
