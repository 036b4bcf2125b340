"""Which rows go out to which unit."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from papi_metrics.model.plan import Plan
from papi_metrics.services import figures, plans, reminders, templates
from papi_metrics.services.importing import accept, check_file, preview
from papi_metrics.wording import template as words
from tests.returns.filling import Q2_2022, Q2_2024, column_of
from tests.services import books
from tests.services.books import NOW
from tests.services.sample_store import stocked

TYPED = "Thông báo số 14/TB-SKHCN về phân công nhiệm vụ tại QUẢNG TRỊ"
"""As a clerk may name a plan: no heading would be taken for it."""


def test_every_row_goes_to_each_unit_that_answers_for_it_and_to_nobody_else() -> None:
    with stocked() as store:
        for plan, period in (("qt-2022", Q2_2022), ("qt-2024", Q2_2024)):
            answering = figures.answering_units(store, plan)
            files = templates.unit_templates(store, plans.plan_of(store, plan), period)
            sent = [(key.partition("@")[0], file.unit) for file in files for key in _keys(file.content)]
            assert sorted(sent) == sorted((key, unit) for key, units in answering.items() for unit in units)


def test_a_row_of_a_group_names_the_unit_that_reports_and_a_row_of_one_unit_does_not() -> None:
    with stocked() as store:
        answering = figures.answering_units(store, "qt-2024")
        files = templates.unit_templates(store, plans.plan_of(store, "qt-2024"), Q2_2024)
        for file in files:
            for key in _keys(file.content):
                row, _, unit = key.partition("@")
                assert unit == (file.unit if len(answering[row]) > 1 else "")


def test_an_untouched_template_reports_nothing_and_names_where_it_belongs() -> None:
    with stocked() as store:
        for file in templates.unit_templates(store, plans.plan_of(store, "qt-2022"), Q2_2022):
            reading = check_file(file.content, file.name, year=2022)
            assert not reading.task_updates
            [stamp] = reading.stamps
            assert (stamp.plan, stamp.period, stamp.unit) == ("qt-2022", Q2_2022, file.unit)


def test_the_whole_department_has_a_workbook_with_every_row_once() -> None:
    with stocked() as store:
        file = templates.whole_template(store, plans.plan_of(store, "qt-2022"), Q2_2022)
        assert _keys(file.content) == [item.key for item in store.tasks("qt-2022")]


def test_the_archive_holds_one_workbook_a_unit() -> None:
    with stocked() as store:
        files = templates.unit_templates(store, plans.plan_of(store, "qt-2022"), Q2_2022)
    with zipfile.ZipFile(io.BytesIO(templates.archive(files, NOW))) as archived:
        nothing = [file for file in files if not file.required]
        assert [file.unit for file in nothing] == ["BGD"]
        assert archived.namelist() == [
            f"khong-phai-bao-cao/{file.name}" if file in nothing else file.name for file in files
        ]
        assert all(name.isascii() for name in archived.namelist())
        assert archived.read(files[0].name) == files[0].content


def _keys(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content))
    pages = [page for page in book.worksheets if str(page["A1"].value).startswith("PAPI")]
    return [str(page.cell(row, 1).value) for page in pages for row in range(8, page.max_row + 1)]


def test_what_a_workbook_will_hold_is_told_without_making_it() -> None:
    with stocked() as store:
        plan = plans.plan_of(store, "qt-2024")
        told = templates.outlines(store, plan, Q2_2024)
        made = templates.unit_templates(store, plan, Q2_2024)
        assert [(item.unit, item.name) for item in told] == [(file.unit, file.name) for file in made]
        assert all(item.title for item in told)
        assert [(item.tasks + item.commitments, item.optional) for item in told] == [
            (file.required, file.optional) for file in made
        ]
        office = next(item for item in told if item.unit == "VP")
        rows = [units for units in figures.answering_units(store, plan.id).values() if "VP" in units]
        assert office.tasks + office.commitments + office.optional == len(rows)
        one = templates.unit_template(store, plan, Q2_2024, "VP")
        assert (one.unit, one.name) == ("VP", office.name)


def test_the_rows_that_have_to_be_reported_are_those_that_the_board_counts() -> None:
    with stocked() as store:
        plan, day = plans.plan_of(store, "qt-2022"), date(2022, 6, 1)
        board = figures.submissions(store, plan.id, Q2_2022, day).set_index("unit")
        files = templates.unit_templates(store, plan, Q2_2022, day)
        assert {file.unit: (file.required, file.optional) for file in files if file.required} == {
            unit: (row["owed"], row["optional"]) for unit, row in board.iterrows()
        }
        for file in files:
            page = load_workbook(io.BytesIO(file.content)).worksheets[0]
            before = [str(page.cell(row, column_of(page, words.BEFORE)).value) for row in range(8, page.max_row + 1)]
            assert sum(text.startswith(words.NOT_REQUIRED) for text in before) == file.optional
        whole = templates.whole_template(store, plan, Q2_2022, day)
        missing = set().union(*figures.expected_rows(store, plan.id, Q2_2022, day).values())
        assert (whole.required, whole.optional) == (len(missing), 28 - len(missing))


@pytest.mark.parametrize(("title", "named"), [(TYPED, TYPED), ("", "Kế hoạch nâng cao Chỉ số PAPI năm 2022")])
def test_workbook_and_letter_call_a_plan_as_it_was_named_and_only_failing_that_as_its_file_does(
    title: str, named: str
) -> None:
    with stocked() as store:
        store.save_plan(Plan("kh-2022", "qt", 2022, title), made_at=NOW)
        shown = preview(store, plans.plan_of(store, "kh-2022"), books.plan_book(2022, "Thanh tra"), "kh.xlsx")
        accept(store, shown, made_at=NOW, reason="đã xem")
        plan = plans.plan_of(store, "kh-2022")
        book = load_workbook(io.BytesIO(templates.whole_template(store, plan, Q2_2022).content))
        assert named in {cell.value for row in book.worksheets[0]["A1:G6"] for cell in row}
        found = reminders.owing(store, plan, Q2_2022, date(2022, 6, 9), made_at=NOW)
        assert {item.plan for item in found.others.values()} == {named}
