"""The summary read back: every figure in it is one of those by name, and the same version gives the same bytes."""

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from papi_metrics.charts import texts
from papi_metrics.charts.matrix import table_of
from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.figures import PARTS, dimension_name
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.finding import Severity
from papi_metrics.model.period import Period
from papi_metrics.model.task import Task
from papi_metrics.services import documents
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.importing import preview
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import definitions, form, labels
from papi_metrics.wording import rows as row_words
from papi_metrics.wording.summary import handled
from tests.documents.awkward import AS_OF, MADE_AT, PLAN, Q2, awkward
from tests.office.libreoffice import all_saved_as
from tests.services.books import NOW
from tests.services.sample_store import sample_store, sample_to_read

CASES = {
    "q1-2022": ("qt-2022", Period(2022, 1), date(2022, 3, 14)),
    "q4-2022": ("qt-2022", Period(2022, 4), date(2022, 12, 14)),
    "q3-2024": ("qt-2024", Period(2024, 3), date(2024, 9, 14)),
    "dak-nong": ("dn-2024", Period(2024, 3), date(2024, 9, 14)),
    "awkward": (PLAN, Q2, AS_OF),
}
every_case = pytest.mark.parametrize("case", CASES)
with_commitments = pytest.mark.parametrize("case", ["q3-2024", "awkward"])
MOST_LATE = "overdue.most_days"
NAME = re.compile(
    r"(?:period\.[^.]+\.)?(?:plan|dimension\.[^.]+|unit\.[^.]+)\.(?P<measure>[a-z_]+)(?:\.(?P<part>[a-z_]+))?"
)
OF_COMMITMENTS = re.compile("commitments|explanation")


@dataclass(frozen=True)
class Made:
    """A summary as it was made, with the facts it was made of."""

    facts: Facts
    content: bytes

    @cached_property
    def book(self) -> openpyxl.Workbook:
        return openpyxl.load_workbook(io.BytesIO(self.content))

    def sheet(self, name: str) -> Worksheet:
        found: Worksheet = self.book[name]
        return found


@contextlib.contextmanager
def store_of(case: str) -> Iterator[Store]:
    with awkward() if case == "awkward" else Store.open(sample_to_read()) as store:
        yield store


@cache
def made(case: str) -> Made:
    plan, period, as_of = CASES[case]
    with store_of(case) as store:
        facts = facts_of(store, plan_of(store, plan), period, as_of)
        return Made(facts, documents.summary(store, facts, made_at=MADE_AT))


def cells(sheet: Worksheet) -> list[list[Any]]:
    """The values of the rows below the header, the notes left out: they are told across."""
    head = int(str(sheet.print_title_rows).strip("$").split(":")[0])
    rows = [list(row) for row in sheet.iter_rows(min_row=head + 1)]
    boxed = [row for row in rows if row[0].border.left.style]
    return [[plain(cell.value) for cell in row] for row in boxed]


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) and value.time() == datetime.min.time() else value


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows of a table by heading; rows that head others, which have one text or two, are left out."""
    head = int(str(sheet.print_title_rows).strip("$").split(":")[0])
    names = [str(cell.value) for cell in sheet[head]]
    return [dict(zip(names, row, strict=True)) for row in cells(sheet) if any(row[2:])]


def same(told: Any, value: Any) -> bool:
    return bool(told == (pytest.approx(value) if isinstance(value, float) else value))


# Rows of the plan


@every_case
def test_every_figure_of_a_task_is_the_one_by_name(case: str) -> None:
    facts = made(case).facts
    named = figures_of(facts)
    rows = table(made(case).sheet("Nhiệm vụ"))
    assert len(rows) == len(facts.tasks) > 0
    for row, task in zip(rows, facts.tasks, strict=True):
        scope = f"task.{task['key']}"
        assert row["Trạng thái"] == named[f"{scope}.state"].text
        assert same(row["%"], named[f"{scope}.percent"].value)
        assert row["Ngày hoàn thành"] == named[f"{scope}.done_on"].value
        assert row["Chênh lệch (ngày trễ hạn)"] == named[f"{scope}.days_late"].value


@with_commitments
def test_every_figure_of_a_commitment_is_the_one_by_name(case: str) -> None:
    facts = made(case).facts
    named = figures_of(facts)
    rows = table(made(case).sheet("Cam kết"))
    assert len(rows) == len(facts.commitments) > 0
    headings = {"Tử số": "numerator", "Mẫu số": "denominator", "Giá trị": "actual", "Chênh lệch": "gap"}
    for row, commitment in zip(rows, facts.commitments, strict=True):
        scope = f"commitment.{commitment['key']}"
        assert row["Trạng thái"] == named[f"{scope}.state"].text
        for heading, part in headings.items():
            assert same(row[heading], named[f"{scope}.{part}"].value), (scope, part)


# Measures


def scopes(facts: Facts) -> dict[str, str]:
    """How a scope is called in the workbook → in names of figures."""
    return {
        "Toàn kế hoạch": "plan",
        labels.GENERAL_TASKS: "dimension.general",
        **{f"{no}. {name}": f"dimension.{dimension_name(no)}" for no, name in labels.FULL_DIMENSIONS.items()},
        **{name: f"unit.{code}" for code, name in facts.unit_names.items()},
        row_words.LEAD_UNKNOWN: "unit.unknown",
    }


def measured(facts: Facts) -> dict[str, Any]:
    """Every figure of a measure by its name, but for those of a dimension within a unit."""
    found = {}
    for name, figure in figures_of(facts).items():
        match = NAME.fullmatch(name)
        if match is None or match["measure"] not in definitions.MEASURES or match["part"] == "fraction":
            continue
        if facts.commitments or not OF_COMMITMENTS.match(match["measure"]):
            found[name] = figure.value
    return found


def told_of(scope: str, measure: str, three: Sequence[Any]) -> dict[str, Any]:
    """The figures of one measure in three cells by name."""
    if measure == MOST_LATE:
        return {f"{scope}.{MOST_LATE}": three[0]}
    if measure not in PARTS:
        return {f"{scope}.{measure}.count": three[0]}
    top, bottom = PARTS[measure]
    return {
        f"{scope}.{measure}.{top}": three[0],
        f"{scope}.{measure}.{bottom}": three[1],
        f"{scope}.{measure}": three[2],
    }


@every_case
def test_every_measure_of_every_scope_and_period_stands_in_the_table_of_periods(case: str) -> None:
    facts = made(case).facts
    names, rows = scopes(facts), cells(made(case).sheet("Theo kỳ"))
    periods = [*(f"period.{of.period}." for of in facts.earlier), ""]
    days = [day for of in facts.earlier for day in (of.as_of, labels.FINALITIES[of.finality], None)]
    assert rows[0][1:] == [*days, facts.as_of, labels.FINALITIES[facts.finality], None]
    headings = {labels.MEASURES[code]: code for code in definitions.MEASURES} | {"Quá hạn nhiều nhất (ngày)": MOST_LATE}
    told: dict[str, Any] = {}
    measure = ""
    for name, *figures in rows[1:]:
        if name in headings and not any(figure is not None for figure in figures):
            measure = headings[name]
            continue
        for place, prefix in enumerate(periods):
            three = figures[3 * place : 3 * place + 3]
            told |= told_of(f"{prefix}{names[name]}", measure, three)
    expected = measured(facts)
    assert len(expected) > 80
    wrong = {name: (told.get(name), value) for name, value in expected.items() if not same(told.get(name), value)}
    assert wrong == {}
    # What stands there beyond the figures is nothing.
    assert {name: value for name, value in told.items() if name not in expected and value is not None} == {}


@every_case
def test_the_measures_of_the_period_side_by_side_are_the_same(case: str) -> None:
    facts = made(case).facts
    names, expected = scopes(facts), measured(facts)
    columns = {
        "completion": ("Hoàn thành", "Áp dụng", "Tỷ lệ hoàn thành"),
        "on_time": ("Đúng hạn", "Đã đến hạn", "Tỷ lệ đúng hạn"),
        "reported": ("Đã báo cáo", "Phải báo cáo", "Tỷ lệ báo cáo"),
        "evidenced": ("Có minh chứng", "Trên số hoàn thành", "Tỷ lệ có minh chứng"),
        "overdue": ("Quá hạn",),
        MOST_LATE: ("Quá hạn nhiều nhất (ngày)",),
        "due_soon": ("Sắp đến hạn",),
        "evidence_missing": ("Hoàn thành chưa có minh chứng",),
        "commitments_met": ("Đạt", "Đánh giá được", "Tỷ lệ đạt"),
        "commitments_missed": ("Không đạt",),
        "commitments_at_risk": ("Có nguy cơ",),
        "commitments_no_data": ("Chưa đủ số liệu",),
        "commitments_not_yet_due": ("Chưa đến kỳ",),
        "explanation_missing": ("Thiếu giải trình",),
    }
    compared = set()
    for sheet in ["Tổng hợp", *(["Tổng hợp cam kết"] if facts.commitments else [])]:
        found = [row for row in cells(made(case).sheet(sheet)) if any(cell is not None for cell in row[1:])]
        head = int(str(made(case).sheet(sheet).print_title_rows).strip("$").split(":")[0])
        titles = [str(cell.value) for cell in made(case).sheet(sheet)[head]]
        for name, *figures in found:
            row = dict(zip(titles[1:], figures, strict=True))
            for measure, headings in columns.items():
                if headings[0] not in row:
                    continue
                for figure, value in told_of(names[name], measure, [row[heading] for heading in headings]).items():
                    assert same(value, expected.get(figure)), figure
                    compared.add(figure)
    wanted = {name for name in expected if not name.startswith("period.") and "units_reported" not in name}
    assert wanted <= compared


@every_case
def test_shares_and_counts_are_numbers_in_the_form_of_numbers(case: str) -> None:
    for row in made(case).sheet("Theo kỳ").iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                assert cell.number_format == "0.0%"


# Units, charts, files


@every_case
def test_what_a_unit_has_handed_in_is_the_figure_by_name(case: str) -> None:
    facts = made(case).facts
    named, rows = figures_of(facts), cells(made(case).sheet("Đơn vị báo cáo"))
    assert len(rows) == len(facts.submissions) > 0
    for row, told in zip(rows, facts.submissions, strict=True):
        scope = f"unit.{told['unit'] or 'unknown'}.submission"
        parts = ("due", "first_on", None, None, "owed", "reported", "optional", "days_late")
        for value, part in zip(row[1:-1], parts, strict=True):
            assert part is None or value == named[f"{scope}.{part}"].value, (scope, part)
        assert row[-1] == named[f"{scope}.state"].text
    notes = [cell.value for cell in made(case).sheet("Đơn vị báo cáo")["A"]]
    assert f"Đơn vị đã báo cáo: {named['plan.units_reported'].text}." in notes


@every_case
def test_every_chart_stands_above_the_cells_it_is_drawn_from(case: str) -> None:
    facts = made(case).facts
    book = made(case).book
    named = figures_of(facts)
    drawn = [chart for chart in facts.charts if chart.kind is not ChartKind.MATRIX]
    assert sum(len(sheet._charts) for sheet in book.worksheets) == len(drawn) > 0
    for chart in facts.charts:
        sheet = book["Diễn biến cam kết" if chart.kind is ChartKind.LINE else "Biểu đồ"]
        [row] = [cell.row for cell in sheet["A"] if cell.value == chart.title and cell.font.b]
        if chart.kind is ChartKind.MATRIX:
            told = [[cell.text for cell in line] for line in table_of(chart)]
            assert block(sheet, row + 1, told) == told
            continue
        assert [cell.value for cell in sheet[row + 1][1 : 1 + len(chart.series)]] == [
            texts.key(series) for series in chart.series
        ]
        for down, category in enumerate(chart.categories, start=row + 2):
            for right, series in enumerate(chart.series, start=2):
                figure = named[f"chart.{chart.slug}.{category.code or 'unknown'}.{series.code or 'unknown'}"]
                assert same(sheet.cell(down, right).value, figure.value)


def block(sheet: Worksheet, row: int, like: list[list[str]]) -> list[list[str]]:
    return [
        [sheet.cell(row + down, 1 + right).value or "" for right in range(len(line))] for down, line in enumerate(like)
    ]


def test_findings_and_history_are_those_of_the_files_that_stood_then(tmp_path: Path) -> None:
    plan, period, as_of = CASES["q1-2022"]
    with Store.open(sample_store(tmp_path / "papi.duckdb")) as store:
        [first] = [entry for entry in store.imports(plan) if entry.file_name.startswith("bao-cao-quy-1")]
        then = facts_of(store, plan_of(store, plan), period, as_of)
        before = documents.summary(store, then, made_at=MADE_AT)
        revoked = store.revoke(first.no, reason="nhầm tệp", made_at=NOW)
        now = facts_of(store, plan_of(store, plan), period, as_of)
        after = Made(now, documents.summary(store, now, made_at=MADE_AT))
        again = facts_of(store, plan_of(store, plan), period, as_of, then.version)
        # The version of before gives the bytes of before.
        assert documents.summary(store, again, made_at=MADE_AT) == before
        entries = {entry.no: entry for entry in store.imports(plan)}
    states = {row[0]: row[11] for row in cells(after.sheet("Lịch sử nhập"))}
    assert states.keys() == entries.keys()
    assert states[first.no] == f"Đã hoàn tác (mục số {form.number(revoked)})"
    assert {state for no, state in states.items() if no != first.no} == {"Đang dùng"}
    told = {row[0]: row for row in cells(Made(then, before).sheet("Lịch sử nhập"))}
    assert told[first.no][11] == "Đang dùng"
    assert told[first.no][7] == first.received_on
    for book, gone in (Made(then, before), False), (after, True):
        told_files = [row[0] for row in cells(book.sheet("Điểm cần xem")) if str(row[0]).startswith("Mục số")]
        assert any(first.file_name in line for line in told_files) is not gone
        # Of later periods nothing is told.
        assert not any("Quý II/2022" in line for line in told_files)
        standing = [
            finding
            for entry in entries.values()
            if (entry.period or "") <= period.code and not (gone and entry.no == first.no)
            for finding in entry.protocol.findings
        ]
        rows = [row for row in cells(book.sheet("Điểm cần xem")) if not str(row[0]).startswith("Mục số")]
        assert len(rows) == sum(max(len(finding.cells), 1) for finding in standing) > 5
        assert {row[0] for row in rows} == {labels.SEVERITIES[finding.severity].word for finding in standing}
    warned = [row for row in cells(Made(then, before).sheet("Điểm cần xem")) if row[0] == "Cảnh báo"]
    assert {row[-1] for row in warned} == {"Đã chấp nhận: Số liệu minh họa"}


def test_a_row_that_was_left_out_is_said_to_be() -> None:
    assert [handled(severity, "") for severity in Severity] == ["Để lại, chưa nạp dòng này", "Đã chấp nhận", ""]


# The sheet of definitions


@every_case
def test_every_measure_has_its_definition(case: str) -> None:
    told = {row[0]: row[1:] for row in cells(made(case).sheet("Thuyết minh số liệu")) if row[1]}
    for code, measure in definitions.MEASURES.items():
        assert told[labels.MEASURES[code]] == [form.capital(measure.counted), form.capital(measure.of) or None]
    rules = {**definitions.RULES, **(definitions.FIGURES if made(case).facts.commitments else {})}
    assert {name: told[name][0] for name in rules} == {name: form.capital(text) for name, text in rules.items()}


@with_commitments
def test_a_gap_is_explained_under_the_heading_of_its_column(case: str) -> None:
    headings = table(made(case).sheet("Cam kết"))[0]
    explained = [row[0] for row in cells(made(case).sheet("Thuyết minh số liệu"))]
    assert labels.FIELDS["gap"] in headings
    assert labels.FIELDS["gap"] in explained


# The file


EARLIER, LATER = (f"&#224;y {day}".encode() for day in (form.day(MADE_AT.date()), "02/01/2030"))


def written(row: Task | Commitment) -> tuple[str, ...]:
    return (row.number, row.content.strip(), row.lead_text, row.deadline.text)


@every_case
def test_the_same_version_gives_the_same_bytes_but_for_the_time_it_was_made(case: str) -> None:
    plan, period, as_of = CASES[case]
    with store_of(case) as store:
        facts = facts_of(store, plan_of(store, plan), period, as_of)
        again = documents.summary(store, facts, made_at=MADE_AT)
        later = documents.summary(store, facts, made_at=datetime(2030, 1, 2, 3, 4))  # noqa: DTZ001 - wall time
    assert again == made(case).content

    one, other = parts(made(case).content), parts(later)
    differing = [name for name in one if one[name] != other[name].replace(LATER, EARLIER)]
    assert differing == ["docProps/core.xml"]
    assert one.keys() == other.keys()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@every_case
def test_read_again_it_is_the_same_plan_and_nothing_else(case: str) -> None:
    plan, _, _ = CASES[case]
    with store_of(case) as store:
        shown = preview(store, plan_of(store, plan), made(case).content, "tong-hop.xlsx")
    assert {account.sheet for account in shown.reading.tables} <= {"Nhiệm vụ", "Cam kết"}
    assert {cell.sheet for finding in shown.findings for cell in finding.cells} <= {"Nhiệm vụ", "Cam kết"}
    for of in (shown.tasks, shown.commitments):
        assert (of.new, of.gone) == ((), ())
        # The awkward plan was never read from a file: its phrases are understood now, but nothing is written otherwise.
        assert case == "awkward" or of.changed == ()
        for change in of.changed:
            assert written(change.old) == written(change.new)


def test_libreoffice_opens_it_without_loss() -> None:
    wanted = ("q3-2024", "awkward")
    again = all_saved_as({f"{case}.xlsx": made(case).content for case in wanted}, "xlsx")
    for case in wanted:
        ours, theirs = made(case).book, openpyxl.load_workbook(io.BytesIO(again[f"{case}.xlsx"]))
        assert theirs.sheetnames == ours.sheetnames
        for sheet in ours.worksheets:
            told = {cell.coordinate: cell.value for row in theirs[sheet.title].iter_rows() for cell in row}
            for row in sheet.iter_rows():
                for cell in row:
                    value = told.get(cell.coordinate)
                    assert same(value, cell.value) or plain(value) == plain(cell.value), (sheet.title, cell.coordinate)
            assert len(theirs[sheet.title]._charts) == len(sheet._charts)


@every_case
def test_no_chart_and_no_heading_is_parted_from_what_it_belongs_to(case: str) -> None:
    for name in ("Biểu đồ", "Diễn biến cam kết"):
        if name not in made(case).book.sheetnames:
            continue
        sheet = made(case).sheet(name)
        breaks = {mark.id for mark in sheet.row_breaks.brk}
        for chart in sheet._charts:
            start = chart.anchor._from.row + 1
            height = chart.anchor.ext.height / 12700
            end = start + int(height // 15)
            assert not [row for row in breaks if start <= row < end], name
        assert sheet.page_setup.scale >= 45
        assert min(breaks, default=99) > 6, "a page with the head alone"
