"""A plan of a new year beside the last one: what is kept, and what is taken over once it is accepted."""

from collections.abc import Iterator

import pytest

from papi_metrics.model.difference import Fate
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.plan import Calendar, DayOfYear
from papi_metrics.services import looking, new_year, undoing, uploads
from papi_metrics.services.importing import Preview, preview
from papi_metrics.services.new_year import NewYear
from papi_metrics.services.stores import Store
from papi_metrics.services.uploads import Founding
from tests.services import books
from tests.services.books import NOW, bytes_of, name_of

COMMITTED = ("TT", "Nội dung cam kết", "Mục tiêu", "Chủ trì", "Thời gian hoàn thành")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        yield opened


def shown(store: Store, data: bytes, name: str) -> tuple[Preview, Founding | None]:
    """A file where it is proposed to go."""
    upload = looking.look(data, name)
    plan = uploads.proposed_plan(store, upload, None)
    if plan is not None:
        return preview(store, plan, data, name), None
    founding = uploads.proposed_founding(store, upload, None, 2026)
    return preview(store, founding.plan, data, name), founding


def save(store: Store, data: bytes, name: str) -> tuple[int | None, NewYear | None]:
    """Save it as the page does."""
    preview_of, founding = shown(store, data, name)
    year = new_year.compared(store, preview_of)
    number = uploads.save(
        store,
        preview_of,
        new_year.taking_over(founding, year) if founding and year else founding,
        made_at=NOW,
        made_by="Lan",
        reason="đã xem",
        indexes=year.indexes if year else uploads.NO_INDEXES,
    )
    return number, year


def commitments(year: int, *rows: tuple[str, str, str]) -> bytes:
    return books.book(
        f"BẢNG GIAO CAM KẾT CHỈ SỐ PAPI NĂM {year}", COMMITTED, [(*row, "Văn phòng", f"Năm {year}") for row in rows]
    )


def test_the_real_plan_of_2024_stands_beside_that_of_2022(store: Store) -> None:
    save(store, bytes_of(books.PLAN_2022), name_of(books.PLAN_2022))
    before = store.state_hash("qt-2022")
    _, year = save(store, bytes_of(books.PLAN_2024), name_of(books.PLAN_2024))
    assert year is not None
    counted = {fate.value: new_year.count(year.tasks, fate) for fate in Fate}
    assert counted == {"kept": 1, "reworded": 7, "new": 20, "dropped": 20}
    assert len(store.tasks("qt-2024")) == 28
    assert year.without_lead == 8
    assert all(task.record.lead == () for task in store.tasks("qt-2024"))
    # The file of 2024 prints its own days.
    assert year.calendar is None
    plan = store.plan("qt-2024")
    assert plan is not None and plan.calendar.due[1] == DayOfYear(3, 10)
    assert store.state_hash("qt-2022") == before


def test_a_calendar_that_the_file_does_not_print_is_taken_over_and_goes_with_the_import(store: Store) -> None:
    save(store, books.plan_book(2025), "ke-hoach-2025.xlsx")
    plan = store.plans()[0]
    calendar = Calendar({1: DayOfYear(3, 5), 2: DayOfYear(6, 5)})
    store.save_plan(plan.__class__(plan.id, plan.org, 2025, plan.title, calendar), made_at=NOW)
    before = store.state_hash()
    number, year = save(store, books.plan_book(2026), "ke-hoach-2026.xlsx")
    assert year is not None and year.calendar == calendar
    assert [pair.fate for pair in year.tasks] == [Fate.KEPT, Fate.KEPT]
    made = next(item for item in store.plans() if item.year == 2026)
    assert made.calendar == calendar
    assert number is not None
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert store.state_hash() == before


def test_the_first_plan_and_a_corrected_one_are_compared_with_nothing(store: Store) -> None:
    _, first = save(store, books.plan_book(2025), "a.xlsx")
    assert first is None
    save(store, books.plan_book(2026), "b.xlsx")
    more = ("3", "Khảo sát mức độ hài lòng", "Văn phòng", "", "Quý IV/2026")
    _, corrected = save(store, books.plan_book(2026, "Văn phòng", more), "c.xlsx")
    assert corrected is None
    assert len(store.plans()) == 2


def test_a_plan_of_an_earlier_year_is_no_new_year(store: Store) -> None:
    save(store, books.plan_book(2026), "b.xlsx")
    _, year = save(store, books.plan_book(2025), "a.xlsx")
    assert year is None


def test_the_index_of_a_commitment_that_goes_on_is_taken_over_and_its_base_is_not(store: Store) -> None:
    save(
        store,
        commitments(2025, ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn", "Trên 90%"), ("2", "Số sáng kiến", "5 sáng kiến")),
        "cam-ket-2025.xlsx",
    )
    old = store.plans()[0]
    first, second = (item.key for item in store.commitments(old.id))
    store.save_commitment_settings(
        old.id, {first: CommitmentSetting("PAR INDEX"), second: CommitmentSetting("SIPAS")}, made_at=NOW
    )
    before = store.state_hash()
    number, year = save(
        store,
        commitments(2026, ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn", "Trên 95%"), ("2", "Điểm khảo sát", "Trên 80 điểm")),
        "cam-ket-2026.xlsx",
    )
    assert year is not None
    assert [pair.fate for pair in year.commitments] == [Fate.KEPT, Fate.NEW, Fate.DROPPED]
    plan = next(item.id for item in store.plans() if item.year == 2026)
    assert [item.record.index for item in store.commitments(plan)] == ["PAR INDEX", None]
    assert number is not None
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert store.state_hash() == before
    undoing.restore(store, number, reason="đúng", made_at=NOW)
    assert [item.record.index for item in store.commitments(plan)] == ["PAR INDEX", None]


def test_commitments_that_come_after_their_plan_take_the_index_and_give_it_back(store: Store) -> None:
    save(store, commitments(2025, ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn", "Trên 90%")), "cam-ket-2025.xlsx")
    old = store.plans()[0]
    key = store.commitments(old.id)[0].key
    store.save_commitment_settings(old.id, {key: CommitmentSetting("PAR INDEX")}, made_at=NOW)
    save(store, books.plan_book(2026), "ke-hoach-2026.xlsx")
    before = store.state_hash()
    file = commitments(2026, ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn", "Trên 95%"))
    number, year = save(store, file, "cam-ket-2026.xlsx")
    assert year is not None and year.tasks == ()
    plan = next(item.id for item in store.plans() if item.year == 2026)
    assert [item.record.index for item in store.commitments(plan)] == ["PAR INDEX"]
    assert number is not None
    undoing.undo(store, number, reason="nhầm", made_at=NOW)
    assert store.state_hash() == before
