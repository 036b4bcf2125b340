"""Native charts and matrices in Word, PowerPoint and Excel, read back as those programs read them."""

import io
import re
import zipfile

import docx
import openpyxl
import pptx
import pytest
from docx.document import Document
from hypothesis import given, settings
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from pptx.util import Mm

from papi_metrics.charts import texts, xlsx_renderer
from papi_metrics.charts.palette import Tone, fill_of
from papi_metrics.charts.spec import ChartKind, ChartSpec, Point, Series
from papi_metrics.documents import chart_in_docx, chart_in_pptx, matrix_table
from tests.charts import described
from tests.charts.making import spec
from tests.charts.test_native import KINDS, NS, described_as, read
from tests.charts.test_svg import BULLET, LINE, STACKED
from tests.office.libreoffice import saved_as

NATIVE = [STACKED, BULLET, LINE]
MATRIX = spec(
    ChartKind.MATRIX,
    Series("VP", "Văn phòng", (Point(0.5, "1/2", Tone.BAD, "✕ Quá hạn"), Point(None)), total="1/2"),
    Series("TT", "Trung tâm", (Point(1, "1/1", Tone.GOOD, "✓ Xong"), Point(0, "–", Tone.NONE, "– Không tính"))),
    total="Cả Sở",
)


def document_of(*charts: ChartSpec) -> Document:
    document = docx.Document()
    for chart in charts:
        chart_in_docx.place_chart(document.add_paragraph(), chart, 160)
    return reopened(document)


def reopened(document: Document) -> Document:
    buffer = io.BytesIO()
    document.save(buffer)
    return docx.Document(io.BytesIO(buffer.getvalue()))


def test_a_word_document_carries_each_chart_with_its_own_workbook() -> None:
    document = document_of(*NATIVE)
    drawn = document.element.findall(".//c:chart", NS)
    parts = [document.part.related_parts[one.get(f"{{{NS['r']}}}id")] for one in drawn]
    assert len({part.partname for part in parts}) == 3
    for chart, part in zip(NATIVE, parts, strict=True):
        root = etree.fromstring(part.blob)
        assert [series[2] for series in read(root)] == [[point.value for point in one.points] for one in chart.series]
        outside = root.find("c:externalData", NS).get(f"{{{NS['r']}}}id")
        workbook = part.related_parts[outside]
        assert workbook.partname.startswith("/word/embeddings/")
        assert workbook.content_type.endswith("spreadsheetml.sheet")
        sheet = openpyxl.load_workbook(io.BytesIO(workbook.blob)).active
        assert [cell.value for cell in sheet[1]] == [None, *(texts.key(series) for series in chart.series)]


def test_what_is_drawn_in_word_is_told_to_those_who_do_not_see_it_and_numbered_once() -> None:
    about = document_of(*NATIVE).element.xpath(".//wp:docPr")
    assert [one.get("name") for one in about] == [chart.title for chart in NATIVE]
    assert {one.get("descr") for one in about} == {texts.caption(STACKED)}
    assert len({one.get("id") for one in about}) == 3


@given(described.specs(*KINDS))
@settings(max_examples=25, deadline=None)
def test_a_slide_carries_a_chart_that_python_pptx_reads_as_described(chart: ChartSpec) -> None:
    deck = pptx.Presentation()
    chart_in_pptx.place_chart(deck.slides.add_slide(deck.slide_layouts[6]), chart, 10, 10, 158.75, 100, 10)
    buffer = io.BytesIO()
    deck.save(buffer)
    (frame,) = pptx.Presentation(io.BytesIO(buffer.getvalue())).slides[0].shapes
    assert (frame.name, frame.width, frame.height) == (chart.title, Mm(158.75), Mm(100))
    assert [one.name for one in frame.chart.series] == [texts.key(one) for one in chart.series]
    assert [list(one.values) for one in frame.chart.series] == [[p.value for p in one.points] for one in chart.series]
    book = openpyxl.load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    assert book["Số liệu"].max_row == len(chart.categories) + 1


def test_the_same_chart_is_the_same_part_in_word_powerpoint_and_excel_but_for_its_cells() -> None:
    document = document_of(STACKED)
    in_word = document.part.related_parts[document.element.find(".//c:chart", NS).get(f"{{{NS['r']}}}id")].blob
    book = openpyxl.Workbook()
    xlsx_renderer.place(sheet_of(book), STACKED)
    in_excel = chart_parts(saved(book))[0]
    for content in (in_word, in_excel):
        assert read(etree.fromstring(content)) == described_as(STACKED)
    assert colours(in_word) == colours(in_excel)


def colours(content: bytes) -> list[str]:
    return [one.get("val") for one in etree.fromstring(content).iterfind(".//c:ser//a:srgbClr", NS)]


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    sheet: Worksheet = book.active
    sheet.title = "Biểu đồ 'quý'"
    return sheet


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def chart_parts(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = sorted(name for name in package.namelist() if re.fullmatch(r"(xl|word)/charts/chart\d+\.xml", name))
        return [package.read(name) for name in names]


def test_charts_of_a_workbook_read_the_cells_beside_them() -> None:
    book = openpyxl.Workbook()
    sheet, row, starts = sheet_of(book), 1, []
    for chart in NATIVE:
        starts.append(row)
        row = xlsx_renderer.place(sheet, chart, row, column=2)
    content = saved(book)
    cells = openpyxl.load_workbook(io.BytesIO(content))[sheet.title]
    for chart, start, part in zip(NATIVE, starts, chart_parts(content), strict=True):
        assert cells.cell(start, 2).value == chart.title
        for series, told in zip(etree.fromstring(part).iterfind(".//c:ser", NS), chart.series, strict=True):
            reference = series.findtext("c:val/c:numRef/c:f", namespaces=NS)
            name, _, where = reference.rpartition("!")
            assert name == "'Biểu đồ ''quý'''"
            assert [cell.value for (cell,) in cells[where]] == [point.value for point in told.points]
        said = [cell.value for cell in cells["B"] if cell.value]
        assert texts.caption(chart) in said


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    series = Series("s", "=1+1", (Point(1, "1"), Point(None)), Tone.GOOD)
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    xlsx_renderer.place(sheet, spec(ChartKind.STACKED, series))
    cells = openpyxl.load_workbook(io.BytesIO(saved(book))).active
    assert (cells["B2"].value, cells["B2"].data_type) == ("=1+1", "s")
    assert cells["B4"].value is None


TABLE = [
    ["", "Văn phòng", "Trung tâm", "Cả Sở"],
    ["A & B", "✕ 1/2", "✓ 1/1", "1/2"],
    ["C", "", "–", "2/2"],
    ["Cả Sở", "1/2", "", ""],
]
NOTES = ["✕ Quá hạn · ✓ Xong · – Không tính", "Đơn vị tính: nhiệm vụ", texts.caption(MATRIX)]


def test_a_matrix_in_word_is_a_table_of_colours_marks_and_words() -> None:
    document = docx.Document()
    matrix_table.add_to_document(document, MATRIX, 160)
    document = reopened(document)
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][:4] == TABLE
    assert [row.cells[0].text for row in table.rows][4:] == NOTES
    shades = table.cell(1, 1)._tc.xpath("./w:tcPr/w:shd/@w:fill")
    assert shades == [fill_of(Tone.BAD)[1:]]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert document.paragraphs[0].text == MATRIX.title


def test_a_matrix_in_a_workbook_is_the_same_table() -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    xlsx_renderer.place(sheet, MATRIX)
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[1:5] == TABLE
    assert [row[0] for row in rows[5:8]] == NOTES
    assert sheet["B3"].fill.start_color.rgb[2:] == fill_of(Tone.BAD)[1:]


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_libreoffice_reads_the_charts_and_saves_them_again_with_the_same_figures(suffix: str) -> None:
    buffer = io.BytesIO()
    if suffix == "docx":
        document_of(*NATIVE).save(buffer)
    else:
        book = openpyxl.Workbook()
        sheet, row = sheet_of(book), 1
        for chart in NATIVE:
            row = xlsx_renderer.place(sheet, chart, row)
        book.save(buffer)
    again = chart_parts(saved_as(buffer.getvalue(), suffix, suffix))
    expected = [[[point.value for point in one.points] for one in chart.series] for chart in NATIVE]
    told = [[series[2] for series in read(etree.fromstring(part))] for part in again]
    assert sorted(told, key=str) == sorted(expected, key=str)
