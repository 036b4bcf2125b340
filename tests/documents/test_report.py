"""Reports read back from their files: every figure is one of those by name, and the form is that of the decree."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import openpyxl
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.report.build import build
from papi_metrics.documents.report.model import Part, Report, ReportKind
from papi_metrics.model.period import Period
from papi_metrics.services.facts import Facts, Figure, facts_of, figures_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.reports import report_docx, report_of
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as words
from papi_metrics.wording import report_commitments as commitment_words
from tests.documents.awkward import MADE_AT, awkward_facts
from tests.documents.golden import KINDS, golden, made
from tests.documents.letters import has, reopened, said, texts, type_of
from tests.services.sample_store import sample_facts, stocked

CASES = {
    "q1-2022": ("qt-2022", Period(2022, 1), ReportKind.QUARTER),
    "year-2022": ("qt-2022", Period(2022, 4), ReportKind.YEAR),
    "q3-2024": ("qt-2024", Period(2024, 3), ReportKind.QUARTER),
    "commitments-2024": ("qt-2024", Period(2024, 3), ReportKind.COMMITMENTS),
    "dak-nong": ("dn-2024", Period(2024, 3), ReportKind.QUARTER),
    "awkward": ("", Period(2022, 2), ReportKind.QUARTER),
    "awkward-commitments": ("", Period(2022, 2), ReportKind.COMMITMENTS),
}
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NUMBER = re.compile(r"[+−]?\d+(?:[.,/]\d+)*%?")


def facts_for(case: str) -> Facts:
    plan, period, _ = CASES[case]
    return sample_facts(plan, period) if plan else awkward_facts()


@cache
def report_for(case: str) -> Report:
    return report_of(facts_for(case), CASES[case][-1], MADE_AT)


@cache
def content_of(case: str) -> bytes:
    return report_docx(report_for(case))


def document_of(case: str) -> Document:
    return reopened(content_of(case))


every_case = pytest.mark.parametrize("case", CASES)


def cells_of(table: Table) -> list[list[str]]:
    """The rows of a table below its header, each merged cell once."""
    return [[cell.text for cell in {cell._tc: cell for cell in row.cells}.values()] for row in table.rows[1:]]


def table_under(document: Document, *headings: str) -> list[list[str]]:
    """The rows of the one table with these headings, without those that go across."""
    found = [table for table in document.tables if [cell.text for cell in table.rows[0].cells] == list(headings)]
    assert len(found) == 1
    return [row for row in cells_of(found[0]) if len(row) == len(headings)]


def sections_of(document: Document) -> dict[str, list[str]]:
    """Heading of either level → the paragraphs below it."""
    found: dict[str, list[str]] = {}
    told: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            if part.style is not None and part.style.name in ("Heading 1", "Heading 2"):
                told = found.setdefault(part.text, [])
            elif part.text:
                told.append(part.text)
    return found


# Every figure is one of those by name.


def source_texts(case: str) -> list[str]:
    """What others wrote and the report only repeats, longest first: numbers in it are no figures of ours."""
    facts, report = facts_for(case), report_for(case)
    rows = [*facts.tasks, *facts.commitments, *(row for of in facts.earlier for row in of.tasks)]
    found = {value.strip(" .;") for row in rows for value in row.values() if isinstance(value, str)}
    found |= {text.strip(" .;") for told in facts.narratives.values() for text in told}
    found |= {item.errand.content.strip(" .;") for item in facts.decisions}
    found |= {item.settlement.outcome for item in facts.decisions if item.settlement}
    found |= set(facts.unit_names.values()) | {facts.plan.title, words.REPORTING_RULE}
    found |= set(words.QUARTER_HEADINGS) | set(labels.FULL_DIMENSIONS.values())
    bases = report.opening[0].text.split("; Nghị định số 09")[0].split("; Sở Khoa học")[0]
    found.add(bases)
    found |= {text for period in periods_of(case) for text in (form.period(period), form.period_inside(period))}
    found |= {f"năm {facts.period.year}", f"năm {facts.period.year + 1}", f"năm\xa0{facts.period.year}"}
    found |= {f"tháng\xa0{report.issue.month:02d}", f"tháng\xa0{report.issue.month}"}
    found |= {f"ngày {form.day(facts.as_of)}", f"ngày {form.day(facts.plan.calendar.due_on(facts.period.next))}"}
    found |= {f"phiên bản số liệu {facts.version}", f"trong {facts.plan.due_soon_days} ngày", words.PAPI_RESULTS}
    found |= {re.sub(r"\s*\([^()]*\)$", "", facts.plan.title), "(số 14/KH-SKHCN ngày 26/01/2022)"}
    found |= {form.day(of.as_of) for of in facts.earlier} | {form.day(facts.as_of)}
    found |= {form.day(row["evidence_issued"]) for row in rows}
    told = (text for text in found if len(text) > 3 and any(map(str.isdigit, text)))
    return sorted(map(str.casefold, told), key=len, reverse=True)


def periods_of(case: str) -> list[Period]:
    year = facts_for(case).period.year
    return [Period(year, quarter) for quarter in (1, 2, 3, 4)] + [Period(year - 1, 4), Period(year + 1, 1)]


def figures_in(text: str, sources: list[str]) -> list[str]:
    """The numbers of a line that nobody else wrote; numbers that only count headings are left out."""
    text = " ".join(re.sub(r"^(?:\d+\.|[IVX]+\.) ", "", text).casefold().split(" "))
    for source in sources:
        text = re.sub(rf"(?<![\w/.,]){re.escape(source)}(?!\w)", " ", text) if source else text
    return NUMBER.findall(text)


@every_case
def test_every_number_of_the_text_and_its_tables_is_a_figure_by_name(case: str) -> None:
    named = figures_of(facts_for(case))
    known = {number for figure in named.values() for number in NUMBER.findall(figure.text)}
    sources, counted = source_texts(case), 0
    numbers = {row["number"] for row in (*facts_for(case).tasks, *facts_for(case).commitments)}
    for text in (text for text in texts(document_of(case)) if text not in numbers):
        found = figures_in(text, sources)
        counted += len(found)
        assert set(found) <= known, text
    assert counted > 20


@pytest.mark.parametrize("case", ["q1-2022", "q3-2024", "dak-nong", "awkward"])
def test_each_dimension_tells_its_own_figures(case: str) -> None:
    facts = facts_for(case)
    named, sections = figures_of(facts), sections_of(document_of(case))
    told = 0
    for number, name in labels.FULL_DIMENSIONS.items():
        lines = sections[f"{number}. Về nội dung {name}"]
        scope = f"dimension.{number}"
        mine = [row for row in facts.tasks if row["dimension"] == number]
        if not mine:
            assert lines == [words.NO_TASKS]
            continue
        if not any(row["update_period"] for row in mine):
            assert lines[0] in (words.NO_RESULTS, words.NO_RESULTS_BUT_WORDS)
            assert not any("hoàn thành" in line.lower() for line in lines)
            continue
        told += 1
        if named[f"{scope}.completion"].value is not None:
            assert lines[0].startswith(f"Hoàn thành {named[f'{scope}.completion'].text} nhiệm vụ")
        if named[f"{scope}.evidenced.done"].value:
            assert f"có minh chứng {named[f'{scope}.evidenced'].text} nhiệm vụ" in lines[0]
        if named[f"{scope}.overdue.count"].value:
            assert f"quá hạn {named[f'{scope}.overdue.count'].text} nhiệm vụ" in lines[0]
        if facts.previous is not None:
            before = named.get(f"period.{facts.previous.period}.{scope}.completion")
            assert before is None or before.value is None or f"hoàn thành {before.text}" in lines[0]
        assert [line for line in lines[1:] if line.startswith("- ")] == lines[1:]
        assert len(lines) - 1 == len(mine)
        for row in mine:
            assert sum(row["content"].rstrip(" .;") in line for line in lines[1:]) >= 1
    assert told


@pytest.mark.parametrize("case", ["q3-2024", "awkward"])
def test_each_row_of_the_commitments_is_the_one_of_the_measures(case: str) -> None:
    facts = facts_for(case)
    named = figures_of(facts)
    rows = table_under(document_of(case), *commitment_words.SHORT_HEADINGS)
    assert len(rows) == len(facts.commitments)
    for cells, row in zip(rows, facts.commitments, strict=True):
        name = f"commitment.{row['key']}"
        target, actual, gap, state = cells[2:6]
        assert (target, gap, state) == tuple(named[f"{name}.{part}"].text for part in ("target", "gap", "state"))
        if named[f"{name}.actual"].text:
            assert actual.split(" (")[0] == named[f"{name}.actual"].text
        assert (cells[6] == commitment_words.EXPLANATION_MISSING) is bool(row["explanation_missing"])


@pytest.mark.parametrize("case", ["q1-2022", "year-2022", "q3-2024", "dak-nong", "awkward"])
def test_the_appendix_holds_every_task_with_its_state(case: str) -> None:
    facts = facts_for(case)
    named = figures_of(facts)
    rows = table_under(document_of(case), *words.TASK_HEADINGS)
    assert [(row[1], row[-1]) for row in rows] == [
        (row["content"], named[f"task.{row['key']}.state"].text) for row in facts.tasks
    ]
    for row, fact in zip(rows, facts.tasks, strict=True):
        told = fact["result"] or ""
        assert row[5].startswith(told.rstrip(" .;"))
        # What was told in an earlier quarter is not passed off as of this one.
        assert ("theo báo cáo quý" in row[5]) is (bool(told) and fact["update_period"] != facts.period.code)


def test_a_task_that_left_the_count_is_not_called_undone() -> None:
    facts = facts_for("q3-2024")
    assert [row["state"] for row in facts.moved.undone] == ["stopped"]
    told = "\n".join(paragraph.text for paragraph in document_of("q3-2024").paragraphs)
    assert "1 nhiệm vụ kỳ trước hoàn thành, không còn tính trong kỳ này" in told
    assert "kỳ trước hoàn thành, kỳ này chưa" not in told


def test_a_period_without_data_is_not_the_first_one_with_data() -> None:
    facts = sample_facts("dn-2024", Period(2024, 1))
    report = reopened(report_docx(report_of(facts, ReportKind.QUARTER, MADE_AT)))
    told = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert "Chưa có số liệu kỳ trước để so sánh." in told
    assert "kỳ đầu tiên" not in told


def test_the_quarters_of_a_year_stand_side_by_side() -> None:
    named = figures_of(facts_for("year-2022"))
    rows = table_under(document_of("year-2022"), *words.QUARTER_HEADINGS)
    scopes = [*(f"period.2022-Q{quarter}." for quarter in (1, 2, 3)), ""]
    for cells, scope in zip(rows, scopes, strict=True):
        measures = ("completion", "reported", "evidenced", "overdue.count")
        assert cells[2:] == [named[f"{scope}plan.{measure}"].text for measure in measures]
    assert [row[1] for row in rows] == ["14/03/2022", "14/06/2022", "14/09/2022", "14/12/2022"]


def chart_parts(document: Document) -> Iterator[tuple[str, Any, Any]]:
    """The title of each chart with its part and the first sheet of the workbook behind it, in the order of the text."""
    for drawing in document.element.body.iter(qn("wp:inline")):
        relation = drawing.find(f".//{{{C}}}chart").get(qn("r:id"))
        part = document.part.related_parts[relation]
        [behind] = part.rels.values()
        book = openpyxl.load_workbook(io.BytesIO(behind.target_part.blob))
        yield drawing.find(qn("wp:docPr")).get("name"), etree.fromstring(part.blob), book.worksheets[0]


@pytest.mark.parametrize("case", ["q1-2022", "year-2022", "q3-2024", "dak-nong", "awkward"])
def test_every_point_of_every_chart_is_a_figure_by_name(case: str) -> None:
    facts = facts_for(case)
    named = figures_of(facts)
    native = [chart for chart in facts.charts if chart.kind is not ChartKind.MATRIX]
    parts = list(chart_parts(document_of(case)))
    assert len(parts) == len(native) > 0
    shown = {chart.title: chart for chart in native}
    for title, part, sheet in parts:
        chart = shown.pop(title)
        cached = [float(v.text) for v in part.iter(f"{{{C}}}v") if v.getparent().getparent().tag == f"{{{C}}}numCache"]
        behind = {
            float(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))
        }
        for series in chart.series:
            for category in chart.categories:
                value = named[f"chart.{chart.slug}.{category.code or 'unknown'}.{series.code or 'unknown'}"].value
                if isinstance(value, (int, float)):
                    assert any(abs(value - other) < 1e-9 for other in cached), (chart.slug, category.code)
                    assert any(abs(value - other) < 1e-9 for other in behind), (chart.slug, category.code)


# What a report holds.


@pytest.mark.parametrize(("case", "parts"), [
    ("q1-2022", [Part.ROLL_OUT, Part.RESULTS, Part.OUTLOOK, Part.ATTENTION]),
    ("q3-2024", [Part.ROLL_OUT, Part.RESULTS, Part.OUTLOOK, Part.COMMITMENTS, Part.ATTENTION]),
    ("commitments-2024", [Part.RESULTS, Part.COMMITMENTS, Part.OUTLOOK]),
])  # fmt: skip
def test_the_parts_stand_in_their_order(case: str, parts: list[Part]) -> None:
    report = report_for(case)
    assert [section.part for section in report.sections] == parts
    numbers = [section.heading.partition(".")[0] for section in report.sections]
    assert numbers == ["I", "II", "III", "IV", "V"][: len(parts)]


def test_the_report_of_the_first_quarter_could_be_signed() -> None:
    """All that stands open are number and day: what the plan's own text tells is printed."""
    document = document_of("q1-2022")
    text = " ".join(" ".join(texts(document)).split())
    assert words.BLANK not in text
    assert "Số: /BC-SKHCN Quảng Trị, ngày tháng 3 năm 2022 BÁO CÁO" in text
    assert (
        "Thực hiện Quyết định số 1682/QĐ-UBND ngày 05/7/2019 của UBND tỉnh về việc ban hành Chương trình hành động"
        in text
    )
    assert "Kế hoạch số 38/KH-SKHCN ngày 20/12/2019" in text
    assert "(số 14/KH-SKHCN ngày 26/01/2022)" in text
    assert "nhiệm vụ quý II/2022./. Nơi nhận: - Sở Nội vụ; - GĐ, các PGĐ;" in text


def test_a_plan_whose_text_tells_no_number_leaves_visible_room() -> None:
    assert "(số …………… ngày ……………)" in " ".join(texts(document_of("dak-nong")))
    assert report_for("awkward").opening[0].text.startswith("Thực hiện ……………; Nghị định số 09/2019/NĐ-CP")


def test_words_of_the_period_stand_where_no_task_tells_anything() -> None:
    """With the real files only, the first quarter of 2022 has a narrative and no return."""
    with stocked() as store:
        facts = facts_of(store, plan_of(store, "qt-2022"), Period(2022, 1), date(2022, 3, 14))
    sections = sections_of(reopened(report_docx(report_of(facts, ReportKind.QUARTER, MADE_AT))))
    lines = sections["7. Về nội dung Quản trị môi trường"]
    assert lines[0] == words.NO_RESULTS_BUT_WORDS
    assert lines[1].startswith("- Sở tổ chức thực hiện nghiêm túc công tác bảo vệ môi trường")
    assert not facts.illustrative


def test_a_result_that_only_repeats_the_plan_is_not_printed_as_a_result() -> None:
    lines = sections_of(document_of("q1-2022"))["4. Về nội dung Kiểm soát tham nhũng trong khu vực công"]
    [line] = [line for line in lines if line.startswith("- Niêm yết, công khai minh bạch tất cả")]
    assert line.endswith(f": {words.COPIED}.")


def test_the_figures_say_what_they_are_in_the_text_and_in_the_properties() -> None:
    report, about = report_for("q1-2022"), document_of("q1-2022").core_properties
    version = facts_for("q1-2022").version
    assert [paragraph.text for paragraph in report.opening[1:]] == [
        f"Số liệu trong báo cáo tính đến ngày 14/03/2022, là số ước (phiên bản số liệu {version}).",
        words.ILLUSTRATIVE_NOTE,
    ]
    assert about.subject == (
        "Kế hoạch duy trì và củng cố Chỉ số PAPI năm 2022 (14/KH-SKHCN) · Quý I/2022 · số liệu đến 14/03/2022 · ước · "
        f"phiên bản số liệu {version} · số liệu minh họa"
    )
    assert about.keywords == (
        f"plan=qt-2022; period=2022-Q1; as_of=2022-03-14; finality=provisional; version={version}; illustrative=true"
    )
    assert about.version == str(version)


@pytest.mark.parametrize("kind", ReportKind)
def test_the_longest_names_fit_the_properties_of_a_file(kind: ReportKind) -> None:
    facts = facts_for("awkward")
    plan = replace(facts.plan, title="Kế hoạch " + "duy trì và nâng cao " * 30 + "Chỉ số PAPI")
    long = replace(facts, plan=plan, office=replace(facts.office, name="Sở " + "Khoa học " * 40))
    document = reopened(report_docx(build(long, kind, MADE_AT)))
    about = document.core_properties
    assert len(about.title) <= 255
    assert about.title.startswith("Kết quả thực hiện")
    assert about.subject.endswith("phiên bản số liệu 18 · số liệu minh họa")
    assert plan.title in " ".join(texts(document)) or kind is ReportKind.COMMITMENTS


@pytest.mark.parametrize("kind", KINDS)
def test_the_report_of_the_awkward_plan_reads_as_it_did(kind: ReportKind) -> None:
    assert made(kind) == golden(kind).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", ["q3-2024", "awkward-commitments"])
def test_the_same_facts_give_the_same_bytes_but_for_the_moment(case: str) -> None:
    time.sleep(2.1)
    assert report_docx(report_of(facts_for(case), CASES[case][-1], MADE_AT)) == content_of(case)
    later = report_docx(report_of(facts_for(case), CASES[case][-1], MADE_AT + timedelta(days=400)))
    with zipfile.ZipFile(io.BytesIO(content_of(case))) as one, zipfile.ZipFile(io.BytesIO(later)) as other:
        differing = [name for name in one.namelist() if one.read(name) != other.read(name)]
        assert {info.date_time for info in other.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert differing == ["docProps/core.xml"]


# The form of the decree.


@every_case
def test_the_pages_are_those_of_the_decree(case: str) -> None:
    sections: list[Any] = list(document_of(case).sections)
    report = report_for(case)
    assert len(sections) == 1 + len(report.appendices)
    for section, appendix in zip(sections, [None, *report.appendices], strict=True):
        wide = appendix is not None and appendix.landscape
        size = (297, 210) if wide else (210, 297)
        assert (round(section.page_width.mm), round(section.page_height.mm)) == size
        assert (section.orientation is WD_ORIENT.LANDSCAPE) is wide
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
        assert section.different_first_page_header_footer
        assert [field.text for field in section.header._element.iter(qn("w:instrText"))] == ["PAGE"]
        assert list(section.first_page_header._element.iter(qn("w:instrText"))) == []


@every_case
def test_the_parts_have_the_type_of_the_decree(case: str) -> None:
    document, report = document_of(case), report_for(case)
    assert type_of(said(document, "BÁO CÁO")) == (14, True, False)
    assert type_of(said(document, report.subject)) == (14, True, False)
    assert type_of(said(document, "Nơi nhận:")) == (12, True, True)
    assert type_of(said(document, "- Lưu: VT, VP.")) == (11, False, False)
    post = said(document, report.office.signer.post.upper())
    assert type_of(post) == (14, True, False)
    for section in report.sections:
        assert type_of(said(document, section.heading.upper())) == (14, True, False)
    body: list[Any] = [item for item in document.paragraphs if item.style and item.style.name == "Body Text"]
    for paragraph in body:
        size, bold, italic = type_of(paragraph)
        assert size == 14
        assert (bold, italic) in ((False, False), (False, True), (True, True))
    closing = said(document, f"{report.closing}./.")
    assert closing.paragraph_format.keep_with_next
    assert sum("./." in text for text in texts(document)) == 1


@every_case
def test_every_table_repeats_its_header_and_cuts_no_row(case: str) -> None:
    document = document_of(case)
    gridded = [table for table in document.tables if table.style is not None and table.style.name == "Table Grid"]
    assert gridded
    for table in gridded:
        assert has(table.rows[0], "w:tblHeader")
        assert all(has(row, "w:cantSplit") for row in table.rows)
    frames = [table for table in document.tables if table not in gridded]
    assert all(has(row, "w:cantSplit") for table in frames for row in table.rows)


@every_case
def test_no_name_of_ours_and_no_english_stands_in_the_text(case: str) -> None:
    text = " ".join(texts(document_of(case)))
    for code in ("done_on_time", "not_reported", "provisional", "None", "nan", "NaT", "plan.", "dimension."):
        assert code not in text
    assert "\ue000" not in text


def test_a_figure_that_does_not_stand_in_the_facts_would_be_found() -> None:
    named: dict[str, Figure] = figures_of(facts_for("q1-2022"))
    known = {number for figure in named.values() for number in NUMBER.findall(figure.text)}
    assert not set(figures_in("Hoàn thành 19/23 (82,6%) nhiệm vụ", source_texts("q1-2022"))) <= known
