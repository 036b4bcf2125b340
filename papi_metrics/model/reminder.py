"""What a unit is reminded of."""

from enum import StrEnum


class Lack(StrEnum):
    """What a unit's return of a period lacks: all of it, some of its rows, or a form that could be accepted."""

    RETURN = "return"
    ROWS = "rows"
    CORRECTION = "correction"
