"""The reference lists in ``data/reference``: CSV files that an office can edit."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from papi_metrics.model.unit import Unit, UnitKind

DATA = Path(__file__).parents[2] / "data"
REFERENCE = DATA / "reference"


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


@cache
def reference_units() -> Sequence[Unit]:
    """Return the units with which a new organisation begins; each organisation then edits its own."""
    return tuple(
        Unit(
            code=row["code"],
            name=row["name"],
            kind=UnitKind(row["kind"]),
            aliases=_several(row["printed_as"]),
            members=_several(row["members"]),
        )
        for row in _rows("units.csv")
    )


@cache
def dimension_names() -> Mapping[int, Sequence[str]]:
    """Return the names of each PAPI dimension 1-8 as documents print them, the official one first."""
    return {int(row["no"]): (row["name"], *_several(row["aliases"])) for row in _rows("dimensions.csv")}
