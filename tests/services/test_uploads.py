"""Files on their way to the ledger: told apart, sent to the right plan, saved once, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.services import looking, undoing, uploads
from papi_metrics.services.importing import NotAcceptedError, Preview, accept, preview
from papi_metrics.services.issuer import issuer_of
from papi_metrics.services.looking import Upload, UploadKind
from papi_metrics.services.plans import PlanExistsError, add_organisation, add_plan, plan_name, plan_of
from papi_metrics.services.reference import department_units
from papi_metrics.services.returns import Delivery
from papi_metrics.services.stores import StaleVersionError, Store
from papi_metrics.services.uploads import Founding
from tests.returns.filling import Q2_2022, template_of
from tests.services import books
from tests.services.books import NOW, QT, bytes_of, name_of
from tests.services.sample_store import stocked

UNITS = department_units(QT)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(None) as opened:
        yield opened


def look(path: str) -> Upload:
    return looking.look(bytes_of(path), name_of(path))


def bring(
    store: Store, data: bytes, name: str, current: str | None = None, reason: str = ""
) -> tuple[int | None, Preview]:
    """Save a file where it is proposed to go; a new department has the units of Sở KH&CN Quảng Trị."""
    upload = looking.look(data, name)
    plan = uploads.proposed_plan(store, upload, current)
    founding = None if plan else uploads.proposed_founding(store, upload, current, 2026)
    founding = replace(founding, units=UNITS) if founding and not founding.org else founding
    target = plan or (founding.plan if founding else None)
    assert target is not None
    period = uploads.proposed_period(target, upload, None) if upload.kind.of_period else None
    shown = preview(store, target, data, name, period, units=founding.units if founding else ())
    return uploads.save(store, shown, founding, made_at=NOW, made_by="Lan", reason=reason), shown


def bring_sample(store: Store, *paths: str) -> None:
    for path in paths:
        bring(store, bytes_of(path), name_of(path), reason="số liệu minh họa")


@pytest.mark.parametrize(
    ("path", "kind", "year", "period"),
    [
        (books.PLAN_2022, UploadKind.PLAN, 2022, None),
        (books.APPENDIX_2022, UploadKind.PLAN, 2022, None),
        (books.DAK_NONG, UploadKind.PLAN, 2024, None),
        (books.COMMITMENTS_2024, UploadKind.COMMITMENTS, 2024, None),
        (books.RETURN_2022, UploadKind.RETURNS, 2022, Period(2022, 2)),
        (books.RETURN_2024, UploadKind.RETURNS, 2024, Period(2024, 2)),
        (books.REPORT_2022, UploadKind.NARRATIVE, 2022, Period(2022, 1)),
    ],
)
def test_a_file_tells_what_it_is_and_of_when(path: str, kind: UploadKind, year: int, period: Period | None) -> None:
    found = look(path)
    assert (found.kind, found.year, found.period) == (kind, year, period)


def test_a_table_of_something_else_is_not_recognised() -> None:
    found = looking.look("Họ tên,Ngày sinh\nLan,1990\n".encode(), "danh-sach.csv")
    assert found.kind is UploadKind.UNKNOWN


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("bao-cao-quy-3-2025.xlsx", Period(2025, 3)),
        ("Báo cáo Quý IV năm 2025.xlsx", Period(2025, 4)),
        ("bc_quy_ii.xlsx", Period(2025, 2)),
        ("BC Q1.2025.xlsx", Period(2025, 1)),
        ("báo cáo 6 tháng đầu năm 2025.xlsx", Period(2025, 2)),
        ("báo cáo 9 tháng.xlsx", Period(2025, 3)),
        ("quy-che-2025.xlsx", None),
        ("quy 12.xlsx", None),
        ("bao-cao.xlsx", None),
    ],
)
def test_the_period_is_read_from_the_name_where_the_title_is_silent(name: str, period: Period | None) -> None:
    data = books.book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI NĂM 2025", books.RETURN_HEADER, [("1", "Việc một", "Văn phòng")])
    assert looking.look(data, name).period == period


@pytest.mark.parametrize(
    ("path", "name", "province"),
    [
        (books.PLAN_2022, QT, "Quảng Trị"),
        (books.DAK_NONG, "Sở Khoa học và Công nghệ tỉnh Đắk Nông", "Đắk Nông"),
        (books.DAK_NONG_RETURN, "", ""),
    ],
)
def test_the_department_is_suggested_from_the_text(path: str, name: str, province: str) -> None:
    found = issuer_of(look(path).reading)
    assert (found.name, found.province) == (name, province)


@pytest.mark.parametrize(
    ("sentence", "name", "province"),
    [
        ("Sở Nội vụ thành phố Hà Nội tham mưu", "Sở Nội vụ thành phố Hà Nội", "Hà Nội"),
        (
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Thừa Thiên Huế",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Thừa Thiên Huế",
            "Thừa Thiên Huế",
        ),
        ("Sở đã tăng cường tuyên truyền trong tỉnh", "", ""),
    ],
)
def test_departments_are_named_in_several_ways(sentence: str, name: str, province: str) -> None:
    found = issuer_of(replace(look(books.DAK_NONG_RETURN).reading, title=sentence, tasks=()))
    assert (found.name, found.province) == (name, province)


@pytest.mark.parametrize(
    ("letterhead", "name", "province"),
    [
        (("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"), QT, "Quảng Trị"),
        (("UỶ BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\nSỞ KHOA HỌC VÀ CÔNG NGHỆ",), QT, "Quảng Trị"),
        (("UBND TỈNH QUẢNG TRỊ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ QUẢNG TRỊ", "Kính gửi: Sở Nội vụ"), QT, "Quảng Trị"),
        (("SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH QUẢNG TRỊ",), QT, "Quảng Trị"),
        (("KẾ HOẠCH CỦA SỞ NỘI VỤ NĂM 2025",), "Sở Nội vụ", ""),
        (("SỞ CÔNG THƯƠNG", "(Kèm theo Kế hoạch của Sở Công Thương)"), "Sở Công Thương", ""),
        (("SỞ GIAO THÔNG VẬN TẢI",), "Sở Giao thông vận tải", ""),
        (
            ("UBND TỈNH NGHỆ AN", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"),
            "Sở Nông nghiệp và Phát triển nông thôn tỉnh Nghệ An",
            "Nghệ An",
        ),
        (("SỞ CÔNG THƯƠNG", "(theo kế hoạch của sở công thương)"), "Sở Công thương", ""),
        (
            ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Bà Rịa - Vũng Tàu",
            "Bà Rịa - Vũng Tàu",
        ),
        (("UBND THÀNH PHỐ ĐÀ NẴNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), "", "Đà Nẵng"),
        (("SỞ KHOA HỌC VÀ CÔNG NGHỆ THÔNG TIN", "CƠ SỞ VẬT CHẤT"), "", ""),
    ],
)
def test_the_letterhead_in_capitals_names_department_and_province(
    letterhead: tuple[str, ...], name: str, province: str
) -> None:
    row = ("1", "Việc một", "Văn phòng", "", "Quý I/2025")
    data = books.book("\n".join(letterhead), books.PLAN_HEADER, [row])
    reading = looking.look(data, "a.xlsx").reading
    in_lines = tuple(" ".join(text.split()) for text in letterhead)
    for found in (issuer_of(reading), issuer_of(replace(reading, letterhead=in_lines))):
        assert (found.name, found.province) == (name, province)


def test_from_an_empty_store_to_four_plans_nothing_is_mapped_by_hand(store: Store) -> None:
    bring_sample(store, books.PLAN_2022, books.COMMITMENTS_2024, books.PLAN_2024, books.DAK_NONG)
    bring_sample(store, books.REPORT_2022, books.RETURN_2022, books.RETURN_2024, books.DAK_NONG_RETURN)
    assert [plan.id for plan in store.plans()] == ["dn-2024", "qt-2022", "qt-2024"]
    assert len(store.tasks("qt-2022")) == 28
    assert (len(store.tasks("qt-2024")), len(store.commitments("qt-2024"))) == (28, 14)
    assert store.periods("qt-2022") == (Period(2022, 1), Period(2022, 2))
    assert store.periods("dn-2024") == (Period(2024, 3),)
    assert {org.province for org in store.organisations()} == {"Quảng Trị", "Đắk Nông"}
    plan = store.plan("qt-2022")
    assert plan is not None
    assert plan.title.startswith("Kế hoạch duy trì và củng cố Chỉ số")
    assert plan.calendar.due[1].day == 5


def test_a_plan_of_the_next_year_with_the_same_rows_becomes_a_new_plan(store: Store) -> None:
    bring(store, books.plan_book(2025), "2025.xlsx")
    later = looking.look(books.plan_book(2026), "2026.xlsx")
    assert uploads.proposed_plan(store, later, store.plans()[0].id) is None


def test_a_plan_of_another_department_and_the_same_year_becomes_a_new_plan(store: Store) -> None:
    bring_sample(store, books.PLAN_2024)
    assert uploads.proposed_plan(store, look(books.DAK_NONG), "qt-2024") is None


def test_the_plan_that_is_looked_at_goes_first_among_equal_ones(store: Store) -> None:
    add_organisation(store, Organisation("a", "Sở A"), made_at=NOW)
    for plan in ("a-1", "a-2", "a-3"):
        add_plan(store, Plan(plan, "a", 2025), made_at=NOW)
    found = uploads.proposed_plan(store, looking.look(books.plan_book(2025), "kh.xlsx"), "a-2")
    assert found is not None
    assert found.id == "a-2"


def test_a_new_plan_of_a_known_department_is_read_with_its_own_units(store: Store) -> None:
    bring_sample(store, books.PLAN_2022)
    founding = uploads.proposed_founding(store, look(books.PLAN_2024), "qt-2022", 2026)
    title = look(books.PLAN_2024).reading.title
    assert founding == Founding("qt-2024", QT, "Quảng Trị", 2024, f"Kế hoạch d{title[1:]}", "qt")


def test_a_plan_whose_file_tells_no_name_is_named_for_the_department_and_year_it_is_saved_under(store: Store) -> None:
    upload = look(books.APPENDIX_2022)
    assert upload.reading.title == "NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CƯỜNG CỐ CHỈ SỐ PAPI NĂM 2022"
    proposed = uploads.proposed_founding(store, upload, None, 2026)
    assert proposed.title == ""
    corrected = uploads.founding_of(store, "Sở Y tế", "Quảng Trị", 2023, proposed.title)
    plan = uploads.found(store, corrected, made_at=NOW)
    assert plan.title == "Kế hoạch nâng cao Chỉ số PAPI năm 2023 của Sở Y tế"


def test_a_plan_without_a_name_takes_that_of_its_file_and_nothing_that_is_none(store: Store) -> None:
    add_organisation(store, Organisation("qt", QT, "Quảng Trị"), made_at=NOW)
    for year, path in ((2022, books.APPENDIX_2022), (2024, books.PLAN_2024)):
        plan = Plan(f"p-{year}", "qt", year)
        add_plan(store, plan, made_at=NOW)
        accept(store, preview(store, plan, bytes_of(path), name_of(path)), made_at=NOW, reason="đã xem")
    titles = {plan.year: plan.title for plan in store.plans()}
    assert titles[2022] == ""
    assert plan_name(store, plan_of(store, "p-2022")) == f"Kế hoạch nâng cao Chỉ số PAPI năm 2022 của {QT}"
    assert titles[2024].startswith("Kế hoạch duy trì và củng cố Chỉ số Hiệu quả Quản trị")


def test_the_period_of_a_return_is_its_own_then_the_one_looked_at_then_the_first() -> None:
    plan = Plan("x", "a", 2024)
    upload = look(books.RETURN_2024)
    assert uploads.proposed_period(plan, upload, Period(2024, 4)) == Period(2024, 2)
    silent = replace(upload, period=None)
    assert uploads.proposed_period(plan, silent, Period(2024, 4)) == Period(2024, 4)
    assert uploads.proposed_period(plan, silent, Period(2023, 4)) == Period(2024, 1)


def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    first, shown = bring(store, books.plan_book(), "kh.xlsx")
    assert first is not None
    version = store.version
    again, _ = bring(store, books.plan_book(), "kh.xlsx")
    assert again is None
    assert store.version == version
    assert shown.count("new") == 2


def test_a_second_click_on_what_founded_a_plan_saves_nothing_more(store: Store) -> None:
    data = books.plan_book()
    upload = looking.look(data, "kh.xlsx")
    founding = replace(uploads.proposed_founding(store, upload, None, 2026), units=UNITS)
    shown = preview(store, founding.plan, data, "kh.xlsx", units=UNITS)
    assert uploads.save(store, shown, founding, made_at=NOW) is not None
    version = store.version
    assert uploads.save(store, shown, founding, made_at=NOW) is None
    assert store.version == version


def test_a_second_window_does_not_found_the_same_plan_under_another_id(store: Store) -> None:
    data, name = bytes_of(books.PLAN_2022), name_of(books.PLAN_2022)
    assert bring(store, data, name)[0] is not None
    founding = uploads.founding_of(store, QT, "Quảng Trị", 2022, "Kế hoạch")
    assert founding.id != store.plans()[0].id
    before = store.version
    shown = preview(store, founding.plan, data, name)
    assert uploads.save(store, shown, founding, made_at=NOW) is None
    assert (store.version, len(store.plans())) == (before, 1)


def test_a_second_tab_saves_what_it_showed_when_only_other_things_changed(store: Store) -> None:
    bring(store, books.plan_book(), "kh.xlsx")
    plan = store.plans()[0]
    shown = preview(store, plan, books.return_book(), "q1.xlsx", Period(2025, 1))
    store.save_plan(replace(plan, due_soon_days=20), made_at=NOW)
    assert uploads.save(store, shown, made_at=NOW) == store.version
    assert uploads.save(store, shown, made_at=NOW) is None


def test_what_would_come_out_differently_by_now_is_shown_first(store: Store) -> None:
    bring(store, books.plan_book(), "kh.xlsx")
    plan = store.plans()[0]
    mine = preview(store, plan, books.return_book(), "q1.xlsx", Period(2025, 1))
    theirs = preview(store, plan, books.return_book(result="Đã niêm yết 40 thủ tục"), "q1.xlsx", Period(2025, 1))
    uploads.save(store, theirs, made_at=NOW)
    with pytest.raises(StaleVersionError):
        uploads.save(store, mine, made_at=NOW)


def test_a_warning_needs_a_reason_and_an_error_forbids_before_any_plan_is_made(store: Store) -> None:
    data = books.plan_book(2025, "Phòng chưa ai biết")
    founding = uploads.proposed_founding(store, looking.look(data, "kh.xlsx"), None, 2026)
    shown = preview(store, founding.plan, data, "kh.xlsx")
    with pytest.raises(NotAcceptedError):
        uploads.save(store, shown, founding, made_at=NOW, reason="  ")
    assert store.version == 0
    assert uploads.save(store, shown, founding, made_at=NOW, reason="đơn vị mới") is not None
    plan = store.plans()[0]
    wrong = preview(store, plan, books.return_book(status="xong rồi nhé"), "q1.xlsx", Period(2025, 1))
    with pytest.raises(NotAcceptedError):
        uploads.save(store, wrong, made_at=NOW, reason="cứ lưu")
    assert store.imports()[0].protocol.reason == "đơn vị mới"


def test_an_id_that_belongs_to_another_plan_is_refused(store: Store) -> None:
    founding = Founding("p-1", "Sở A", "", 2025, "A")
    uploads.found(store, founding, made_at=NOW)
    with pytest.raises(PlanExistsError):
        uploads.found(store, replace(founding, year=2026), made_at=NOW)
    assert uploads.founding_of(store, "Sở A", "", 2025, "B").id == "sa-2025"


def test_an_undone_import_gives_back_the_earlier_state_and_can_be_restored(store: Store) -> None:
    bring(store, books.plan_book(), "kh.xlsx")
    before = store.state_hash()
    number, _ = bring(store, books.return_book(), "bao-cao-quy-1-2025.xlsx")
    after = store.state_hash()
    assert before != after
    entry = store.imports()[0]
    assert entry.no == number
    undoing.undo(store, entry.no, reason="nhầm", made_at=NOW)
    assert store.state_hash() == before
    undoing.restore(store, entry.no, reason="không nhầm", made_at=NOW)
    assert store.state_hash() == after


def test_later_imports_that_build_on_one_are_named(store: Store) -> None:
    bring(store, books.plan_book(), "kh.xlsx")
    first, _ = bring(store, books.return_book(), "bao-cao-quy-1-2025.xlsx")
    second, _ = bring(store, books.return_book(result="Đã niêm yết 46 thủ tục"), "bao-cao-quy-1-2025.xlsx")
    of_return, of_plan = store.imports()[1], store.imports()[2]
    assert undoing.built_on(store, of_return) == (second,)
    assert undoing.built_on(store, of_plan) == (first, second)


def test_the_originals_of_a_plan_are_the_last_files_of_its_tasks_and_of_its_commitments(store: Store) -> None:
    bring_sample(store, books.PLAN_2024, books.COMMITMENTS_2024, books.RETURN_2024)
    found = uploads.originals(store, "qt-2024")
    assert found == tuple((name_of(path), bytes_of(path), ()) for path in (books.PLAN_2024, books.COMMITMENTS_2024))
    store.revoke(store.imports("qt-2024")[1].no, reason="thử", made_at=NOW)
    assert [name for name, *_ in uploads.originals(store, "qt-2024")] == [name_of(books.PLAN_2024)]


@pytest.mark.parametrize(
    ("day", "late", "backlog"),
    [
        (date(2022, 3, 5), 0, False),
        (date(2022, 3, 7), 2, False),
        (date(2022, 5, 4), 60, False),
        (NOW.date(), 1721, True),
    ],
)
def test_a_day_received_is_held_against_the_calendar_of_the_plan(day: date, late: int, backlog: bool) -> None:
    plan = Plan("p", "qt", 2022, calendar=Calendar({1: DayOfYear(3, 5)}))
    assert plan.calendar.days_late(Period(2022, 1), day) == late
    assert uploads.is_backlog(plan, Period(2022, 1), day) is backlog
    assert plan.calendar.days_late(Period(2022, 2), day) is None
    assert uploads.is_backlog(plan, Period(2022, 2), day) is False


def test_a_return_is_saved_under_the_day_on_which_it_was_received(store: Store) -> None:
    bring_sample(store, books.PLAN_2022)
    delivery = Delivery(received_on=date(2022, 6, 3))
    content = bytes_of(books.RETURN_2022)
    shown = preview(store, store.plans()[0], content, "b.xlsx", Period(2022, 2), delivery=delivery)
    uploads.save(store, shown, made_at=NOW, reason="số liệu minh họa")
    newest, plan = store.imports()
    assert (newest.received_on, plan.received_on) == (date(2022, 6, 3), None)


def test_a_filled_template_goes_where_it_says_whatever_is_looked_at() -> None:
    with stocked() as opened:
        found = looking.look(template_of(opened, "qt-2022", Q2_2022, "VP"), "bao-cao-quy-4-2024.xlsx")
        assert found.period == Q2_2022
        plan = uploads.proposed_plan(opened, found, "qt-2024")
        assert plan is not None
        assert plan.id == "qt-2022"
        assert uploads.proposed_period(plan, found, Period(2022, 4)) == Q2_2022
