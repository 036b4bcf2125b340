"""Returned rows: results of tasks, figures of commitments, and what is wrong with them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.finding import Severity
from papi_metrics.model.reading import Reading, TableKind
from papi_metrics.model.update import CommitmentUpdate, Evidence, Finality, Judgement, Status, TaskUpdate
from tests.intake.making import book, dimensions, grid_from_rows, units

PLAN = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Thời gian hoàn thành")
RESULTS = (
    "Trạng thái",
    "% hoàn thành",
    "Ngày hoàn thành",
    "Kết quả thực hiện",
    "Minh chứng",
    "Khó khăn, vướng mắc",
    "Đề xuất, kiến nghị",
    "Việc kỳ tới",
    "Mã dòng",
)
TASK = ("1.1", "Xây dựng kế hoạch", "Văn phòng", "Quý I/2022")
PROMISE = ("TT", "Nội dung cam kết", "Mục tiêu", "Chủ trì", "Thời hạn")
FIGURES = (
    "Tử số",
    "Mẫu số",
    "Giá trị",
    "Đánh giá",
    "Ước/chính thức",
    "Ngày số liệu",
    "Kết quả thực hiện",
    "Minh chứng",
    "Nguyên nhân",
    "Khắc phục",
    "Hạn mới",
    "Người chịu trách nhiệm",
)
COMMITMENT = ("1", "Tỷ lệ hồ sơ trực tuyến", "đạt 70%", "Văn phòng", "Năm 2024")


def read(header: Sequence[str], *rows: Sequence[object], kind: TableKind | None = None, **more: object) -> Reading:
    grid = grid_from_rows("S", [header, *rows], **more)  # type: ignore[arg-type, list-item]
    return read_book(book(grid), "x.xlsx", kind=kind, year=2024, units=units(), dimensions=dimensions())


def task_row(*results: object) -> TaskUpdate:
    (update,) = read((*PLAN, *RESULTS), (*TASK, *results)).task_updates
    return update


def figure_row(*results: object, **more: object) -> CommitmentUpdate:
    (update,) = read((*PROMISE, *FIGURES), (*COMMITMENT, *results), **more).commitment_updates  # type: ignore[arg-type]
    return update


def codes(reading: Reading, *severities: Severity) -> list[tuple[str, list[str]]]:
    kept = [
        finding
        for finding in reading.findings
        if finding.severity in (severities or (Severity.ERROR, Severity.WARNING))
    ]
    return [(finding.code, [ref.a1 for ref in finding.cells]) for finding in kept]


def test_every_result_of_a_task_is_read() -> None:
    update = task_row(
        "Hoàn thành",
        1,
        "05/03/2022",
        "Đã ban hành 01 kế hoạch",
        "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022",
        "Không",
        "a",
        "b",
        "k1",
    )
    assert (update.status, update.done_on) == (Status.DONE, date(2022, 3, 5))
    assert update.evidence == Evidence("14/KH-SKHCN", date(2022, 1, 26), "Kế hoạch")
    assert (update.result, update.difficulties) == ("Đã ban hành 01 kế hoạch", "Không")
    assert (update.proposal, update.next_steps) == ("a", "b")
    assert (update.place.number, update.place.content, update.place.key) == ("1.1", "Xây dựng kế hoạch", "k1")
    assert update.cells["status"].a1 == "E2"
    assert update.cells["done_on"].a1 == "G2"


def test_empty_cells_are_not_reported() -> None:
    update = task_row("Đang thực hiện")
    assert (update.percent, update.done_on, update.result, update.evidence) == (None, None, "", Evidence())


def test_a_row_without_any_result_is_no_update_but_still_a_task() -> None:
    reading = read((*PLAN, *RESULTS), TASK, ("1.2", "Viết bài", "Văn phòng", "Quý I", "Đang thực hiện"))
    assert len(reading.tasks) == 2
    assert [update.place.number for update in reading.task_updates] == ["1.2"]
    assert reading.tables[0].kind is TableKind.RETURNS


def test_zero_is_a_figure() -> None:
    assert task_row("Chưa thực hiện", 0).percent == 0


def test_a_share_stored_under_a_percent_format_is_in_points() -> None:
    (update,) = read((*PLAN, *RESULTS), (*TASK, "", 0.45), formats={(2, 6): "0%"}).task_updates
    assert update.percent == 45


def test_updates_are_left_out_where_the_user_asks_for_tasks() -> None:
    reading = read((*PLAN, *RESULTS), (*TASK, "Hoàn thành"), kind=TableKind.TASKS)
    assert (len(reading.tasks), reading.task_updates) == (1, ())
    assert reading.tables[0].kind is TableKind.TASKS


def test_evidence_in_columns_of_its_own_is_read() -> None:
    header = ("TT", "Nội dung", "Trạng thái", "Số văn bản", "Ngày văn bản", "Trích yếu", "Liên kết")
    row = ("1", "a", "Hoàn thành", "14/KH-SKHCN", date(2022, 1, 26), "Kế hoạch PAPI", "https://dost.vn/14")
    (update,) = read(header, row).task_updates
    assert update.evidence == Evidence("14/KH-SKHCN", date(2022, 1, 26), "Kế hoạch PAPI", "https://dost.vn/14")


def test_columns_the_product_computes_are_ignored() -> None:
    header = (*PLAN, "Kết quả", "%", "Chênh lệch", "Minh chứng", "Đánh giá của hệ thống")
    reading = read(header, (*TASK, "", "", "-5,0", "", "Quá hạn 3 ngày"))
    assert reading.task_updates == ()
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (("Xong rồi nhé",), [("status_unreadable", ["E2"])]),
        (("", "nhiều"), [("number_unreadable", ["F2"])]),
        (("", 130), [("percent_out_of_range", ["F2"])]),
        (("", "-5"), [("percent_out_of_range", ["F2"])]),
        (("", "", "31/02/2022"), [("date_impossible", ["G2"])]),
        (("", "", "31/02"), [("date_impossible", ["G2"])]),
        (("", "", "ngày 31 tháng 4 năm 2022"), [("date_impossible", ["G2"])]),
        (("", "", "29/02/2022"), [("date_impossible", ["G2"])]),
        (("", "", "05/3/22"), [("date_unreadable", ["G2"])]),
        (("", "", "tháng 3/2022"), [("date_unreadable", ["G2"])]),
        (("Hoàn thành", 80, "05/03/2022", "3 lớp"), [("value_contradicts", ["E2", "F2"])]),
        (("Chưa thực hiện", 30), [("value_contradicts", ["E2", "F2"])]),
        (("Hoàn thành", 100, "", "Đã mở 3 lớp"), [("done_without_date", ["E2"])]),
        (("Hoàn thành", 100, "05/03/2022", "Đã thực hiện tốt"), [("done_without_evidence", ["E2"])]),
        (("Hoàn thành", 100, "05/03/2022", "Đã thực hiện tốt", "14/KH-SKHCN"), []),
        (("Không phát sinh",), []),
        (("Đang thực hiện", 50), []),
    ],
)
def test_wrong_results_of_tasks_are_found(results: tuple[object, ...], expected: list[tuple[str, list[str]]]) -> None:
    assert codes(read((*PLAN, *RESULTS), (*TASK, *results))) == expected


def test_what_cannot_be_read_blocks_and_is_left_open() -> None:
    reading = read((*PLAN, *RESULTS), (*TASK, "Xong rồi nhé", "", "", "Đã mở 3 lớp"))
    assert reading.blocked
    assert reading.task_updates[0].status is None


def test_every_figure_of_a_commitment_is_read() -> None:
    update = figure_row(
        31,
        "40",
        "77,5%",
        "đạt",
        "ước",
        "14/3/2024",
        "31/40 hồ sơ",
        "23/BC-SKHCN",
        "thiếu người",
        "bổ sung",
        "30/6/2024",
        "Ông A",
    )
    assert (update.numerator, update.denominator, update.value) == (Decimal(31), Decimal(40), Decimal("77.5"))
    assert (update.judgement, update.finality, update.as_of) == (Judgement.MET, Finality.PROVISIONAL, date(2024, 3, 14))
    assert (update.cause, update.remedy, update.new_deadline) == ("thiếu người", "bổ sung", date(2024, 6, 30))
    assert (update.responsible, update.evidence.number) == ("Ông A", "23/BC-SKHCN")
    assert update.cells["numerator"].a1 == "F2"


@pytest.mark.parametrize(
    ("results", "formats", "value", "fraction"),
    [
        (("", "", "72,4%"), {}, Decimal("72.4"), (None, None)),
        (("", "", 0.724), {(2, 8): "0.0%"}, Decimal("72.4"), (None, None)),
        (("", "", 72.4), {}, Decimal("72.4"), (None, None)),
        (("", "", "31/40"), {}, None, (Decimal(31), Decimal(40))),
        (("", "", "", "", "", "", "72,4%"), {}, Decimal("72.4"), (None, None)),
        (("", "", "", "", "", "", "31/40 hồ sơ"), {}, None, (Decimal(31), Decimal(40))),
        (("", "", "", "", "", "", "Đã công khai 12 thủ tục trên Cổng"), {}, None, (None, None)),
        (("", "", 0), {}, Decimal(0), (None, None)),
    ],
)
def test_the_value_of_a_commitment_may_be_written_in_several_ways(
    results: tuple[object, ...],
    formats: dict[tuple[int, int], str],
    value: Decimal | None,
    fraction: tuple[Decimal | None, Decimal | None],
) -> None:
    update = figure_row(*results, formats=formats)
    assert update.value == value
    assert (update.numerator, update.denominator) == fraction


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((41, 40), [("numerator_above_denominator", ["F2", "G2"])]),
        ((31, 40, "90%"), [("value_contradicts", ["H2"])]),
        ((31, 40, "77,5%"), []),
        ((31, 40, 78), []),
        (("", "", "", "tốt"), [("judgement_unreadable", ["I2"])]),
        (("", "", "70%", "", "tạm"), [("finality_unreadable", ["J2"])]),
        (("", "", "70%", "", "ước", "hôm qua"), [("date_unreadable", ["K2"])]),
        (("", "", "70%", "", "ước", "30/02/2024"), [("date_impossible", ["K2"])]),
        (("", "", "70%", "", "", "", "", "", "", "", "31/9/2024"), [("date_impossible", ["P2"])]),
        (("ba mươi",), [("number_unreadable", ["F2"])]),
    ],
)
def test_wrong_figures_of_commitments_are_found(
    results: tuple[object, ...], expected: list[tuple[str, list[str]]]
) -> None:
    assert codes(read((*PROMISE, *FIGURES), (*COMMITMENT, *results))) == expected


def test_a_return_may_lack_the_columns_of_the_plan() -> None:
    reading = read(("TT", "Nội dung", "Trạng thái"), ("1", "a", "Đang thực hiện"))
    assert [finding.code for finding in reading.findings if finding.code == "column_missing"] == []
