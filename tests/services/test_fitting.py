"""Files that do not fit the plan or the period they are read into."""

from collections.abc import Iterator, Sequence

import pytest

from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services.importing import Preview, accept, preview
from papi_metrics.services.plans import add_plan, organisation_named
from papi_metrics.services.stores import Store
from tests.services import books

Q1 = Period(2025, 1)
MINE = [f"Công khai thủ tục hành chính lĩnh vực số {n}" for n in range(1, 11)]
OTHER = [f"Trồng {n} cây xanh" for n in range(1, 28)]


def plan_data(contents: Sequence[str]) -> bytes:
    rows = [(str(n), content, "Văn phòng", "", "Thường xuyên") for n, content in enumerate(contents, 1)]
    return books.book("KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM 2025", books.PLAN_HEADER, rows)


def return_data(contents: Sequence[str], status: str = "Đang thực hiện", day: str = "") -> bytes:
    rows = [("", content, "Văn phòng", "", "Thường xuyên", status, day, "", "") for content in contents]
    return books.book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2025", books.RETURN_HEADER, rows)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        organisation = organisation_named(opened, "Sở Khoa học và Công nghệ tỉnh Quảng Trị", made_at=books.NOW)
        plan = Plan("qt-2025", organisation.id, 2025, "Kế hoạch")
        add_plan(opened, plan, made_at=books.NOW)
        accept(opened, preview(opened, plan, plan_data(MINE), "kh.xlsx"), made_at=books.NOW)
        yield opened


def shown(store: Store, data: bytes, period: Period | None = Q1) -> Preview:
    plan = store.plan("qt-2025")
    assert plan is not None
    return preview(store, plan, data, "tep.xlsx", period)


def of(preview: Preview, *codes: str) -> list[Finding]:
    return [finding for finding in preview.findings if finding.code in codes]


def test_rows_that_the_plan_does_not_hold_are_one_finding(store: Store) -> None:
    (finding,) = of(shown(store, return_data(MINE[:6] + OTHER[:3])), "row_unmatched", "other_plan")
    assert (finding.code, finding.severity, finding.value) == ("row_unmatched", Severity.ERROR, "")
    assert [cell.a1 for cell in finding.cells] == ["B9", "B10", "B11"]
    assert finding.items == ("Trồng 1 cây xanh", "Trồng 2 cây xanh", "Trồng 3 cây xanh")


def test_a_single_unknown_row_is_named_by_its_content(store: Store) -> None:
    (finding,) = of(shown(store, return_data([*MINE[:6], OTHER[0]])), "row_unmatched")
    assert (finding.value, [cell.a1 for cell in finding.cells]) == (OTHER[0], ["B9"])


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (OTHER, "other_plan"),
        (OTHER + MINE[:6], "other_plan"),
        (OTHER + MINE[:7], "row_unmatched"),
        (OTHER[:3], "other_plan"),
        (OTHER[:2], "row_unmatched"),
        (OTHER[:1], "row_unmatched"),
    ],
)
def test_a_return_of_another_plan_is_said_once_instead_of_its_rows(
    store: Store, contents: Sequence[str], code: str
) -> None:
    result = shown(store, return_data(contents))
    (finding,) = of(result, "row_unmatched", "other_plan")
    assert finding.code == code
    assert result.blocked


def test_the_rows_of_another_plan_are_counted_and_their_dates_left_alone(store: Store) -> None:
    result = shown(store, return_data(OTHER, "Hoàn thành", "05/06/2025"))
    (finding,) = of(result, "other_plan")
    assert (finding.details, finding.cells) == ({"count": "27", "rows": "27"}, ())
    assert of(result, "date_after_period") == []


def test_equal_late_dates_are_one_finding(store: Store) -> None:
    (finding,) = of(shown(store, return_data(MINE[:4], "Hoàn thành", "05/06/2025")), "date_after_period")
    assert (finding.value, len(finding.cells), len(finding.items)) == ("05/06/2025", 4, 4)


def test_unreadable_results_are_not_called_missing_as_well(store: Store) -> None:
    assert of(shown(store, return_data(MINE, "xong rồi nhé")), "no_results") == []
    assert len(of(shown(store, return_data(MINE, "")), "no_results")) == 1


def test_rows_that_are_gone_are_one_finding(store: Store) -> None:
    (finding,) = of(shown(store, plan_data(MINE[:7]), None), "rows_gone")
    assert finding.details == {"count": "3", "rows": "\n".join(MINE[7:])}


@pytest.mark.parametrize(
    ("letterhead", "named"),
    [
        ("UBND TỈNH QUẢNG TRỊ\nSỞ CÔNG THƯƠNG", ["Sở Công thương tỉnh Quảng Trị"]),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ["Sở Nông nghiệp và Môi trường"]),
        ("UBND TỈNH NGHỆ AN\nSỞ KH&CN", ["UBND tỉnh Nghệ An"]),
        ("UBND TỈNH QUẢNG TRỊ\nSỞ KHOA HỌC VÀ CÔNG NGHỆ", []),
        ("UBND TỈNH QUẢNG TRỊ\nSỞ KH&CN", []),
        ("KẾ HOẠCH NĂM 2025 theo đề nghị của Sở Nội vụ tỉnh Quảng Trị", []),
    ],
)
def test_a_letterhead_of_another_department_is_asked_about(store: Store, letterhead: str, named: list[str]) -> None:
    rows = [(str(n), content, "Văn phòng", "", "Thường xuyên") for n, content in enumerate(MINE, 1)]
    result = shown(store, books.book(letterhead, books.PLAN_HEADER, rows), None)
    found = of(result, "other_department")
    assert [finding.value for finding in found] == named
    assert {(finding.severity, finding.details["department"]) for finding in found} <= {
        (Severity.WARNING, "Sở Khoa học và Công nghệ tỉnh Quảng Trị")
    }


def test_a_department_under_a_short_name_is_not_contradicted(store: Store) -> None:
    organisation = organisation_named(store, "Sở KH&CN", made_at=books.NOW)
    plan = Plan("khcn-2025", organisation.id, 2025, "Kế hoạch")
    add_plan(store, plan, made_at=books.NOW)
    data = books.book("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", books.PLAN_HEADER, [("1", "Việc", "Văn phòng", "", "Quý I/2025")])
    assert not of(preview(store, plan, data, "tep.xlsx"), "other_department")
