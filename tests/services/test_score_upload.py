"""A year's table of scores: shown, saved, taken back."""

from decimal import Decimal
from typing import Any

import pytest

from papi_metrics.model.finding import Severity
from papi_metrics.model.log import EventKind
from papi_metrics.model.score import Listing
from papi_metrics.services import log, score_upload, scores, undoing
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.reference import provinces
from papi_metrics.services.score_upload import ScorePreview
from papi_metrics.store import StaleVersionError, Store
from tests.intake.score_tables import PARTS, Rows, workbook
from tests.services.books import NOW

REASON = "bảng công bố ngày 15/4/2025"


@pytest.fixture
def store() -> Store:
    return Store.open()


def table(year: int, **changed: float) -> Rows:
    """The table of a year as the program has it; ``changed`` are other totals, the names with "_"."""
    frame = scores.reference().scores
    own = frame[(frame["year"] == year) & ~frame["part"].str.contains(".", regex=False)]
    figures = own.pivot(index="province", columns="part", values="score")
    rows: list[tuple[Any, ...]] = [("Tỉnh", *PARTS)]
    for name, figure in figures.iterrows():
        told = [None if value != value else value for value in figure.tolist()]
        told[0] = changed.get(str(name).replace(" ", "_"), told[0])
        rows.append((name, *told))
    return rows


def of_2025(score: float = 45.0) -> bytes:
    """The totals of the 34 provinces."""
    return workbook((("Tỉnh", "Tổng điểm PAPI 2025"), *((item.name, score) for item in provinces(Listing.NEW))))


def accept(store: Store, shown: ScorePreview, reason: str = "") -> int | None:
    return score_upload.accept(store, shown, made_at=NOW, made_by="Lan", reason=reason)


def codes(shown: ScorePreview) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in shown.findings}


def test_a_new_year_is_shown_saved_and_measured(store: Store) -> None:
    shown = score_upload.preview(store, of_2025(), "papi.xlsx")
    assert (shown.reading.year, shown.reading.listing, len(shown.difference.new)) == (2025, Listing.NEW, 34)
    assert (shown.findings, shown.blocked, shown.needs_reason, shown.unchanged) == ((), False, False, False)
    number = accept(store, shown)
    assert number == store.version == 1
    frame = scores.board(store, 2025, "Quảng Trị")
    assert frame[["part", "score", "of", "break_code", "entry"]].values.tolist() == [["0", 45.0, 34, "merger", 1]]
    assert accept(store, score_upload.preview(store, of_2025(), "papi.xlsx")) is None
    assert accept(store, shown) == number


@pytest.mark.parametrize("year", [2012, 2017, 2018, 2022, 2024])
def test_the_table_of_a_year_that_is_known_changes_nothing(store: Store, year: int) -> None:
    shown = score_upload.preview(store, workbook(table(year)), "papi.xlsx", year)
    assert shown.unchanged
    assert accept(store, shown) is None
    assert set(codes(shown)) <= {"provinces_missing", "score_missing"}


def test_a_table_that_replaces_a_year_says_what_it_changes(store: Store) -> None:
    rows = table(2024, Quảng_Trị=44.7474)[:-1]
    shown = score_upload.preview(store, workbook(rows), "papi.xlsx", 2024)
    assert codes(shown) == {"scores_replaced": Severity.WARNING, "provinces_missing": Severity.WARNING}
    ((old, new),) = shown.difference.changed
    assert (old, new.province, new.part, new.value) == (Decimal("44.7473"), "Quảng Trị", "0", Decimal("44.7474"))
    assert {key.province for key in shown.difference.gone} == {"Đồng Tháp"}
    details = next(item.details for item in shown.findings if item.code == "scores_replaced")
    assert details == {"year": "2024", "changed": "1", "gone": "9", "added": "0", "same": "539"}
    with pytest.raises(NotAcceptedError):
        accept(store, shown)
    number = accept(store, shown, REASON)
    assert number is not None
    totals = scores.board(store, 2024).query("part == '0'").set_index("province")["score"]
    assert totals["Quảng Trị"] == 44.7474
    assert totals.isna().sum() == 3
    # Sub-dimensions were not spoken of.
    assert scores.board(store, 2024, "Đồng Tháp").query("part == '1.1'")["score"].notna().all()
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert score_upload.preview(store, workbook(table(2024)), "papi.xlsx", 2024).unchanged


def test_dimensions_are_held_against_the_sub_dimensions_that_stand(store: Store) -> None:
    rows = [list(row) for row in table(2024)]
    place = next(at for at, row in enumerate(rows) if row[0] == "Quảng Trị")
    rows[place][9] = 3.9279
    rows[place][1] = 45.1473
    shown = score_upload.preview(store, workbook(rows), "papi.xlsx", 2024)
    assert set(codes(shown)) == {"provinces_missing", "scores_replaced", "score_parts_differ"}
    found = next(item for item in shown.findings if item.code == "score_parts_differ")
    assert [cell.a1 for cell in found.cells] == [f"J{place + 1}"]
    assert found.details == {"province": "Quảng Trị", "dimension": "8", "read": "3,5278"}


def test_sums_of_sub_dimensions_give_way_to_the_published_ones(store: Store) -> None:
    frame = scores.reference().scores
    own = frame[(frame["year"] == 2023) & frame["part"].str.contains(".", regex=False)]
    rows: Rows = (("Tỉnh", "Chỉ số", "Điểm"), *own[["province", "part", "score"]].values.tolist())
    shown = score_upload.preview(store, workbook(rows), "papi.xlsx", 2023)
    assert shown.unchanged
    assert shown.reading.year == 2023
    # Of a year that nothing is known of they are the dimensions.
    new = score_upload.preview(store, workbook(rows), "papi.xlsx", 2025)
    assert sum(score.cell is None for score in new.difference.new) == 61 * 9


def test_errors_block_and_a_store_that_moved_on_is_looked_at_again(store: Store) -> None:
    wrong = score_upload.preview(store, workbook((("Tỉnh", "Tổng điểm"), ("Quảng Trịnh", 44.7))), "a.xlsx", 2024)
    assert wrong.blocked
    with pytest.raises(NotAcceptedError):
        accept(store, wrong, REASON)
    asked = score_upload.preview(store, workbook((("Tỉnh", "Tổng điểm"), ("Quảng Trị", 44.7))), "a.xlsx")
    assert codes(asked) == {"scores_year_unknown": Severity.ERROR}
    shown = score_upload.preview(store, of_2025(), "a.xlsx")
    accept(store, score_upload.preview(store, of_2025(44.0), "b.xlsx"))
    with pytest.raises(StaleVersionError):
        accept(store, shown)
    assert [entry.file_name for entry in store.scores.history()] == ["b.xlsx"]


def test_the_log_tells_the_table_its_warnings_and_that_it_was_taken_back(store: Store) -> None:
    rows = table(2024, Quảng_Trị=44.7474)
    number = accept(store, score_upload.preview(store, workbook(rows), "papi.xlsx", 2024), REASON)
    assert number is not None
    undoing.undo(store, number, reason="nhầm", made_at=NOW, made_by="Minh")
    events = log.events(store)
    assert [event.kind for event in events] == [
        EventKind.SCORES,
        EventKind.ACCEPTED,
        EventKind.ACCEPTED,
        EventKind.REVOKED,
    ]
    first, *accepted, last = events
    assert (first.subject, first.file_name, first.made_by) == (
        "năm 2024: 549 con số của 61 tỉnh, thành phố",
        "papi.xlsx",
        "Lan",
    )
    assert {event.reason for event in accepted} == {REASON}
    assert (last.subject, last.targets) == (f"nhập bảng điểm PAPI (mục số {number})", (number,))
    assert "Nhập bảng điểm PAPI" in log.csv_of(events).decode("utf-8-sig")
