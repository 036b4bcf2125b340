"""The reference lists in ``data/reference``: CSV files that an office can edit."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from papi_metrics.model.score import Listing, Province, SubDimension
from papi_metrics.model.text import fold
from papi_metrics.model.unit import Unit, UnitKind

DATA = Path(__file__).parents[2] / "data"
REFERENCE = DATA / "reference"


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _unit(row: Mapping[str, str]) -> Unit:
    return Unit(
        code=row["code"],
        name=row["name"],
        kind=UnitKind(row["kind"]),
        aliases=_several(row["printed_as"]),
        members=_several(row.get("members", "")),
    )


def comparable_name(name: str) -> str:
    """Return the form under which names of departments are compared: "tỉnh", "thành phố", "và", "&" may be missing."""
    return re.sub(r"\b(?:tinh|thanh pho|va)\b|[^a-z]", "", fold(name))


@cache
def _names(department: str) -> frozenset[str]:
    """How a department may be called: its field in words or as initials ("KH&CN"), with its province or without."""
    field, place = re.split(r" tinh | thanh pho ", fold(department).removeprefix("so "))
    initials = "".join(word[0] for word in field.split() if word != "va")
    fields = (f"so{comparable_name(field)}", f"so{initials}", f"s{initials}")
    return frozenset({*fields, *(f"{name}{comparable_name(place)}" for name in fields)})


@cache
def department_units(name: str, province: str = "") -> tuple[Unit, ...]:
    """Return the list made for the department of that name, () where there is none: no list is lent to another one."""
    wanted = comparable_name(
        name if not province or comparable_name(name).endswith(comparable_name(province)) else f"{name} {province}"
    )
    return tuple(_unit(row) for row in _rows("units.csv") if wanted in _names(row["department"]))


@cache
def common_units() -> tuple[Unit, ...]:
    """Return what departments usually call some unit or group; whether one of them has it, its own papers say."""
    return tuple(map(_unit, _rows("common_units.csv")))


@cache
def known_units() -> tuple[Unit, ...]:
    """Return every name of the lists, each code once: to read a file of which no department is known yet."""
    known = {unit.code: unit for unit in common_units()}
    known |= {row["code"]: _unit(row) for row in _rows("units.csv")}
    return tuple(known.values())


@cache
def dimension_names() -> Mapping[int, Sequence[str]]:
    """Return the names of each PAPI dimension 1-8 as documents print them, the official one first."""
    return {int(row["no"]): (row["name"], *_several(row["aliases"])) for row in _rows("dimensions.csv")}


@cache
def dimension_headings() -> Mapping[int, Sequence[str]]:
    """Return the names of ``dimension_names`` and the English ones, under which tables of scores stand."""
    english = {int(row["no"]): row["english"] for row in _rows("dimensions.csv")}
    return {number: (*names, english[number]) for number, names in dimension_names().items()}


@cache
def sub_dimensions() -> tuple[SubDimension, ...]:
    """Return the sub-dimensions by number."""
    return tuple(
        SubDimension(
            number=row["number"],
            name=row["name"],
            since=int(row["since"]),
            until=int(row["until"]) if row["until"] else None,
            certainty=row["certainty"],
        )
        for row in _rows("subdimensions.csv")
    )


@cache
def provinces(listing: Listing) -> tuple[Province, ...]:
    """Return the provinces before or since the merger of 01/07/2025, by name."""
    found = (
        Province(
            name=row["name"],
            is_city=row["kind"] == "city",
            aliases=_several(row["aliases"]),
            merged_from=_several(row["merged_from"]),
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
        )
        for row in _rows("provinces.csv")
    )
    return tuple(province for province in found if province.listing is listing)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
