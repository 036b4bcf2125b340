"""Official PAPI scores: of a province, the thresholds of a year, and a year's table that is uploaded."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from papi_metrics.charts.frames import records
from papi_metrics.command import json_form
from papi_metrics.command.output import (
    BLOCKED,
    FINE,
    WRONG_CALL,
    RefusedError,
    answer,
    bytes_of,
    name_of,
    print_findings,
    print_json,
)
from papi_metrics.model.score import TOTAL, dimension_of, is_sub
from papi_metrics.model.target import PapiGroup
from papi_metrics.services import score_upload, scores
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.score_upload import ScorePreview
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import scores as score_words

_BOARD = ("score", "rank", "of", "group", "group_source", "p25", "p50", "p75", "to_next_group", "change")
_THRESHOLDS = ("n", "p25", "p50", "p75", "min", "max", "mean")
_ORDER = tuple(PapiGroup)


def run(call: Namespace, now: datetime) -> int:
    """Print the scores that are asked for, or save a table."""
    if call.action == "add":
        return _add(call, now)
    try:
        with _store(call) as store:
            year = call.year if call.year is not None else max(scores.known_years(store))
            if call.thresholds:
                return _thresholds(call, store, year)
            return _board(call, store, year)
    except scores.YearUnknownError as fault:
        line = words.SCORES_OF_YEAR.format(year=fault.year, first=min(fault.known), last=max(fault.known))
        raise RefusedError(line, WRONG_CALL) from fault
    except scores.ProvinceUnknownError as fault:
        near = words.PROVINCE_NEAR.format(name=fault.near) if fault.near else ""
        raise RefusedError(words.PROVINCE_UNKNOWN.format(name=fault.text, near=near), WRONG_CALL) from fault
    except scores.ProvinceMergedError as fault:
        line = words.PROVINCE_MERGED.format(province=fault.province, into=fault.into, year=fault.year)
        raise RefusedError(line, WRONG_CALL) from fault


@contextmanager
def _store(call: Namespace) -> Iterator[Store]:
    """The store, or one in memory where the scores that come with the program are all there is."""
    with Store.open(call.store, create=False) if call.store else Store.open() as store:
        yield store


def _board(call: Namespace, store: Store, year: int) -> int:
    province = scores.province_named(store, call.province, year).name
    rows = [row for row in records(scores.board(store, year, province)) if not is_sub(row["part"])]
    for row in rows:
        row["break"] = row.pop("break_code")
    listed = [
        {
            "year": year,
            "province": province,
            "dimension": dimension_of(row["part"]),
            **{name: json_form.plain(row[name]) for name in (*_BOARD, "break", "broken_inside")},
        }
        for row in rows
    ]
    lines = [f"{province}, PAPI {year}", *map(score_words.board_line, rows), *_needed(store, year, province, rows)]
    answer(call, listed, lines)
    return FINE


def _needed(store: Store, year: int, province: str, rows: list[dict[str, Any]]) -> list[str]:
    """What the next group asks for, and where most of it lies; nothing where there is no next one, or no total."""
    total = next((row for row in rows if row["part"] == TOTAL), None)
    if total is None or total["to_next_group"] is None:
        return []
    group = _ORDER[_ORDER.index(PapiGroup(total["group"])) + 1]
    found = records(scores.gaps(store, year, province, group))
    largest = max((row for row in found if row["share"]), key=lambda row: float(row["share"]), default=None)
    return [score_words.to_reach(group, total["to_next_group"], largest["part"] if largest else None)]


def _thresholds(call: Namespace, store: Store, year: int) -> int:
    rows = [row for row in records(scores.thresholds(store, year)) if not is_sub(row["part"])]
    listed = [
        {"dimension": dimension_of(row["part"]), **{name: json_form.plain(row[name]) for name in _THRESHOLDS}}
        for row in rows
    ]
    answer(call, listed, [f"PAPI {year}", *map(score_words.thresholds_line, rows)])
    return FINE


def _add(call: Namespace, now: datetime) -> int:
    with Store.open(call.store, create=False) as store:
        shown = score_upload.preview(store, bytes_of(call.file), name_of(call.file), call.year)
        number = None
        try:
            number = score_upload.accept(store, shown, made_at=now, made_by=call.by, reason=call.accept_warnings)
            saved = True
        except NotAcceptedError:
            saved = False
    if call.json:
        print_json(_outcome(shown, number, unchanged=saved and number is None))
    else:
        print_findings(shown.findings, {})
        print(_said(shown, number, saved))
    return FINE if saved else BLOCKED


def _counts(shown: ScorePreview) -> dict[str, int]:
    return {what: len(getattr(shown.difference, what)) for what in ("new", "changed", "same", "gone")}


def _outcome(shown: ScorePreview, number: int | None, *, unchanged: bool) -> dict[str, Any]:
    reading = shown.reading
    return {
        "entry": number,
        "unchanged": unchanged,
        "year": reading.year,
        "provinces": reading.provinces,
        "scores": len(reading.scores),
        **_counts(shown),
        "findings": json_form.findings(shown.findings, {}),
    }


def _said(shown: ScorePreview, number: int | None, saved: bool) -> str:
    if not saved:
        return words.NOTHING_SAVED
    if number is None:
        return words.UNCHANGED
    reading = shown.reading
    contents = score_words.contents(reading.year or 0, len(reading.scores), reading.provinces)
    return words.SCORES_SAVED.format(contents=contents, number=number, **_counts(shown))
