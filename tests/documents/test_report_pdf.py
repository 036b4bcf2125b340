"""The PDF of a report, read back: its figures and texts, and its form held against the decree."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest

from papi_metrics.charts import texts
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.documents.pdf.report import report_pdf
from papi_metrics.documents.report.model import Block, Density, Drawing, Grid, Heading, Paragraph, Part, Report, Section
from papi_metrics.documents.table import Across, Column
from papi_metrics.model.period import Period
from papi_metrics.services.facts import Facts, figures_of
from papi_metrics.services.reports import ReportKind, report_of
from papi_metrics.wording import nd30 as words
from tests.documents.awkward import PLAN as AWKWARD
from tests.documents.awkward import awkward_facts
from tests.documents.printed import (
    about,
    carried,
    outline,
    pages,
    root_of,
    squeezed,
    text_of,
)
from tests.services.sample_store import sample_facts

MADE_AT = datetime(2022, 3, 14, 9, 0)  # noqa: DTZ001 - wall time
REPORTS = [
    ("qt-2022", Period(2022, 1), ReportKind.QUARTER),
    ("qt-2024", Period(2024, 3), ReportKind.QUARTER),
    ("dn-2024", Period(2024, 3), ReportKind.QUARTER),
    ("qt-2022", Period(2022, 4), ReportKind.YEAR),
    ("khó", Period(2022, 2), ReportKind.QUARTER),
    ("khó", Period(2022, 2), ReportKind.COMMITMENTS),
    ("qt-2024", Period(2024, 3), ReportKind.COMMITMENTS),
]
COLUMNS = (Column("TT", 1, centred=True), Column("Nội dung", 6), Column("Kết quả", 3))
VIETNAMESE = "".join(
    f"{letter}{letter.upper()}"
    for letter in "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
)

Made = tuple[Facts, Report, bytes]


@cache
def made(plan: str, period: Period, kind: ReportKind) -> Made:
    facts = awkward_facts() if plan == AWKWARD else sample_facts(plan, period)
    report = report_of(facts, kind, MADE_AT)
    return facts, report, report_pdf(report)


@pytest.fixture(scope="module", params=REPORTS, ids=lambda param: f"{param[0]}-{param[1]}-{param[2]}")
def each(request: pytest.FixtureRequest) -> Made:
    return made(*request.param)


@pytest.fixture(scope="module")
def quarter() -> Made:
    return made(*REPORTS[0])


def holding(report: Report, *blocks: Block) -> Report:
    """The report with one section of these blocks, and no appendix."""
    return replace(report, sections=(Section(Part.RESULTS, "I. Kết quả", blocks),), appendices=())


def told(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text) | Heading(text):
                yield text
            case Grid(columns, rows):
                yield from (column.heading for column in columns)
                for row in rows:
                    yield from [row.text] if isinstance(row, Across) else row
            case Drawing(chart):
                yield from written(chart)


def written(chart: ChartSpec) -> Iterator[str]:
    yield chart.title
    yield from texts.caption(chart).split(texts.SEPARATOR)
    for series in chart.series:
        yield series.total
        for point in series.points:
            if point.value is not None and (point.value or chart.kind is not ChartKind.STACKED):
                yield texts.cell(point) if chart.kind is ChartKind.MATRIX else point.text
    yield from (category.total for category in chart.categories if chart.kind is not ChartKind.LINE)


def test_everything_that_a_report_says_is_printed(each: Made) -> None:
    _, report, content = each
    printed = text_of(content)
    expected = [*told(report.opening), words.closed(report.closing), *words.recipients(report.recipients, "VP")]
    for section in report.sections:
        expected += [section.heading.upper(), *told(section.blocks)]
    for appendix in report.appendices:
        expected += [appendix.title.upper(), *told(appendix.blocks)]
    assert len(expected) > 50
    assert [text for text in expected if squeezed(text) not in printed] == []


def test_the_figures_are_those_of_the_command(each: Made) -> None:
    facts, report, content = each
    printed, figures = text_of(content), figures_of(facts)
    if report.kind is ReportKind.COMMITMENTS:
        names = ["plan.commitments.count", "plan.commitments_met"]
    else:
        names = ["plan.tasks.count", "plan.completion", "plan.reported"]
        scopes = [f"dimension.{number}.completion" for number in facts.dimensions if number is not None]
        names += [name for name in scopes if figures[name].value is not None]
        names += [f"task.{row['key']}.days_late" for row in facts.tasks if row["state"] == "overdue"]
        blocks = [block for section in report.sections for block in section.blocks]
        blocks += [block for appendix in report.appendices for block in appendix.blocks]
        charts = [block.chart for block in blocks if isinstance(block, Drawing)]
        drawn = tuple(f"chart.{chart.slug}." for chart in charts if chart.kind is not ChartKind.STACKED)
        names += [name for name in figures if name.startswith(drawn)]
    for row in facts.commitments:
        names += [f"commitment.{row['key']}.{part}" for part in ("actual", "gap", "state")]
    assert len(names) > 3
    assert {name: figures[name].text for name in names if squeezed(figures[name].text) not in printed} == {}


def test_the_outline_leads_to_sections_headings_and_appendices(each: Made) -> None:
    _, report, content = each
    several = len(report.appendices) > 1
    expected = []
    for section in report.sections:
        expected.append((0, section.heading))
        expected += [(1, block.text) for block in section.blocks if isinstance(block, Heading)]
    for number, appendix in enumerate(report.appendices, 1):
        expected.append((0, f"{words.appendix(number if several else None)}. {appendix.title}"))
    assert outline(content) == expected


def test_pages_are_a4_and_count_from_the_text_and_from_each_appendix(each: Made) -> None:
    _, report, content = each
    found = pages(content)
    starts = [0] + [place for place, page in enumerate(found) if page.lines[0].text.startswith("Phụ lục")]
    assert len(starts) == 1 + len(report.appendices)
    lying = [False, *(appendix.landscape for appendix in report.appendices)]
    for first, last, wide in zip(starts, [*starts[1:], len(found)], lying, strict=True):
        part = found[first:last]
        assert {page.size for page in part} == {(297, 210) if wide else (210, 297)}
        assert [page.number for page in part] == ["", *(str(number) for number in range(2, len(part) + 1))]


def test_it_is_an_archive_file_that_says_what_it_is(each: Made) -> None:
    _, report, content = each
    root, properties = root_of(content), about(content)
    standard = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in standard
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in standard
    assert root["/OutputIntents"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("vi-VN", True)
    assert (properties["/Title"], properties["/Author"]) == (report.subject, report.office.name)
    assert (properties["/Subject"], properties["/Keywords"]) == (report.stamp.line, report.stamp.keywords)


def test_every_type_is_carried_in_the_file(quarter: Made) -> None:
    faces = carried(quarter[2])
    assert len(faces) > 3
    assert [name for name, is_there in faces.items() if not is_there] == []


@pytest.mark.parametrize(
    ("text", "points", "bold", "italic"),
    [
        ("UBND TỈNH QUẢNG TRỊ", 12, False, False),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("Số: /BC-SKHCN", 13, False, False),
        ("Quảng Trị, ngày tháng 3 năm 2022", 13, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Kế hoạch có 28 nhiệm vụ, trong đó 3 nhiệm vụ chung, các nhiệm vụ còn lại", 14, False, False),
        ("III. KẾ HOẠCH THỰC HIỆN QUÝ II/2022", 14, True, False),
        ("3. Về nội dung Trách nhiệm giải trình với người dân", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Lưu: VT, VP.", 11, False, False),
        ("GIÁM ĐỐC", 14, True, False),
        ("Phụ lục I", 14, True, False),
        ("KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ CỦA KẾ HOẠCH", 14, True, False),
    ],
)
def test_parts_have_the_type_of_the_decree(quarter: Made, text: str, points: float, bold: bool, italic: bool) -> None:
    [line] = [line for page in pages(quarter[2]) for line in page.lines if line.text == text]
    assert (line.points, "Bold" in line.face, "Italic" in line.face) == (points, bold, italic)


def test_text_keeps_the_margins_and_the_page_number_is_in_the_middle_of_the_top_one(quarter: Made) -> None:
    first, second, *_ = pages(quarter[2])
    for page in (first, second):
        body = [line for line in page.lines if line.top >= 20]
        assert min(line.left for line in body) >= 29.9
        assert min(line.top for line in body) > 20
        assert max(line.top for line in body) < 277
    paragraph = next(line for line in first.lines if line.text.startswith("Kế hoạch có 28"))
    assert paragraph.left == pytest.approx(30 + 12.7, abs=0.1)
    [number] = [line for line in second.lines if line.top < 20]
    assert (number.points, number.face.rpartition("-")[2] in ("Bold", "Italic")) == (13, False)
    assert number.left == pytest.approx(110, abs=1.5)


def test_a_table_repeats_its_header_on_every_page_and_cuts_no_row(quarter: Made) -> None:
    _, report, _ = quarter
    rows = tuple((str(number), f"Đầu{number} {'nội dung ' * 40} cuối{number}", "Đã làm") for number in range(1, 41))
    content = report_pdf(holding(report, Grid(COLUMNS, (Across("Nhóm một"), *rows))))
    holders = [page for page in pages(content) if "cuối" in page.text]
    assert len(holders) > 5
    for page in holders:
        assert [line.text for line in page.lines].count("Nội dung") == 1
        assert re.findall(r"Đầu(\d+)", page.text) == re.findall(r"cuối(\d+)", page.text) != []


def test_a_heading_inside_a_table_is_not_the_last_on_a_page(quarter: Made) -> None:
    _, report, _ = quarter
    for before in range(18, 34):
        plain = tuple(("1", "Công khai", "Đã làm") for _ in range(before))
        content = report_pdf(holding(report, Grid(COLUMNS, (*plain, Across("Nhóm hai"), ("2", "Minh bạch", "Đã làm")))))
        [page] = [page for page in pages(content) if "Nhóm hai" in page.text]
        assert "Minh bạch" in page.text


def test_a_row_that_no_page_could_hold_goes_on_on_the_next(quarter: Made) -> None:
    _, report, _ = quarter
    long = " ".join(f"từ{number}" for number in range(3000))
    content = report_pdf(holding(report, Grid(COLUMNS, (("1", long, "Đã làm"), ("2", "sau", "")))))
    printed = text_of(content).replace("TTNộidungKếtquả", "")
    assert squeezed(long[-200:]) in printed
    assert all(line.top < 278 for page in pages(content) for line in page.lines)


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/x:1.0.0": y',
        '#panic("x") *đậm* _nghiêng_ $x^2$ `mã` <nhãn> @trích // ghi chú',
        "= Đề mục",
        "\\ \\u{41} ~ -- --- ... \"thẳng\" 'đơn' [ngoặc] {nhọn}",
        "{{ co_quan }} & < > ]]>",
    ],
)
def test_markup_in_a_text_stays_text(quarter: Made, text: str) -> None:
    _, report, _ = quarter
    blocks = (Heading(text), Paragraph(text), Grid(COLUMNS, (Across(text), ("1", text, text))))
    content = report_pdf(replace(holding(report, *blocks), subject=text))
    assert text_of(content).count(squeezed(text)) == 6
    assert outline(content) == [(0, "I. Kết quả"), (1, text)]


def test_every_vietnamese_letter_is_printed_as_itself(quarter: Made) -> None:
    _, report, _ = quarter
    content = report_pdf(holding(report, Paragraph(" ".join(VIETNAMESE))))
    assert VIETNAMESE in text_of(content)


def test_a_letter_that_no_type_has_is_a_square_and_a_control_character_is_left_out(quarter: Made) -> None:
    _, report, _ = quarter
    printed = text_of(report_pdf(holding(report, Paragraph("trước\x07 \ufdfa sau"))))
    assert "trước□sau" in printed


def test_a_word_wider_than_its_column_is_broken_and_a_line_break_is_kept(quarter: Made) -> None:
    _, report, _ = quarter
    link = f"https://congkhai.example/{'x' * 120}"
    content = report_pdf(holding(report, Grid(COLUMNS, (("1", link, f"một\nhai {link}"),)), Paragraph(link)))
    printed = text_of(content)
    assert printed.count(link) == 3
    found = [line.text for page in pages(content) for line in page.lines]
    assert "một" in found
    assert max(len(text.replace("\u200b", "")) for text in found if "xxx" in text) < 95


@pytest.mark.parametrize(
    ("word", "room", "printed"),
    [
        ("(8.996/10.000)", 15, ["(8.996/", "10.000)"]),
        ("15/7/2024-20/7/2024", 20, ["15/7/2024-", "20/7/2024"]),
        ("ngày:31/12/2024.", 20, ["ngày:", "31/12/2024."]),
        ("31/12/2024", 12, ["31/12/", "2024"]),
        ("15/BC-SKHCNĐMST", 26, ["15/BC-", "SKHCNĐMST"]),
        ("1234567890123", 13, ["123456", "789012", "3"]),
    ],
)
def test_a_word_wider_than_its_column_is_broken_where_it_reads_best(
    quarter: Made, word: str, room: int, printed: list[str]
) -> None:
    _, report, _ = quarter
    columns = (Column("A", room + 3.2), Column("B", 160 - 3.2 - room))
    content = report_pdf(holding(report, Grid(columns, ((word, "bên cạnh"),), Density.DENSE)))
    found = [line for page in pages(content) for line in page.lines]
    [beside] = [line for line in found if line.text == "bên cạnh"]
    cell = [line for line in found if line.left < beside.left - 1 and beside.top - 1 < line.top < beside.top + 10]
    feet = sorted({line.top for line in cell})
    assert [squeezed("".join(line.text for line in cell if line.top == foot)) for foot in feet] == printed


@pytest.mark.parametrize("deadline", ["31/12/2022", "Trước 31/12/2022.", "(31/12/2022)"])
def test_dates_and_figures_of_the_table_of_commitments_are_whole(deadline: str) -> None:
    facts = awkward_facts()
    rows = tuple({**row, "deadline_text": deadline} for row in facts.commitments)
    content = report_pdf(report_of(replace(facts, commitments=rows), ReportKind.COMMITMENTS, MADE_AT))
    found = [line.text for page in pages(content) if page.size == (297, 210) for line in page.lines]
    assert sum(deadline.split()[-1] in text for text in found) == len(rows)
    assert "(8.996/10.000)" in " ".join(found)


def test_one_report_is_one_file_but_for_the_moment(quarter: Made) -> None:
    _, report, content = quarter
    assert report_pdf(report) == content
    later = report_pdf(replace(report, stamp=replace(report.stamp, made_at=datetime(2023, 1, 2, 3, 4))))  # noqa: DTZ001
    assert later != content
    assert timeless(later) == timeless(content)
    assert about(later)["/CreationDate"] == "D:20230101200400Z"


def timeless(content: bytes) -> bytes:
    """A file without its moments and the marks that are made from them."""
    content = re.sub(rb"D:\d{14}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", b"moment", content)
    content = re.sub(rb"/ID\[\(.*?\)\]", b"/ID", content, flags=re.DOTALL)
    return re.sub(rb"(ID>|instanceID>)[^<]*<", rb"\1<", content)


def test_addressees_stand_on_the_line_or_below_it() -> None:
    _, report, content = made(*REPORTS[-1])
    assert squeezed(f"{words.ADDRESSED_TO} {report.addressees[0]}") in text_of(content)
    several = report_pdf(replace(holding(report, Paragraph("a")), addressees=("Sở Nội vụ", "Ủy ban nhân dân tỉnh")))
    assert "Kínhgửi:-SởNộivụ;-Ủybannhândântỉnh." in text_of(several)


def test_the_head_stands_in_two_columns_and_the_signature_on_the_right(quarter: Made) -> None:
    """Number 1 to 5a of the decree's layout: the office left, the motto right of it on the same lines."""
    first, *others = pages(quarter[2])
    head = {line.text: line for page in (first, *others) for line in page.lines}
    left, right = head["UBND TỈNH QUẢNG TRỊ"], head["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert left.top == pytest.approx(right.top, abs=0.5)
    assert head["SỞ KHOA HỌC VÀ CÔNG NGHỆ"].top == pytest.approx(head["Độc lập - Tự do - Hạnh phúc"].top, abs=0.5)
    assert left.left < 60 < 90 < right.left
    assert head["Số: /BC-SKHCN"].top == pytest.approx(head["Quảng Trị, ngày tháng 3 năm 2022"].top, abs=0.5)
    assert head["BÁO CÁO"].left == pytest.approx(110, abs=15)
    assert head["GIÁM ĐỐC"].left > 110 > 35 > head["Nơi nhận:"].left
    assert head["GIÁM ĐỐC"].top == pytest.approx(head["Nơi nhận:"].top, abs=2)
    assert first.number == ""


def test_the_tables_of_the_report_repeat_their_header_on_every_page(each: Made) -> None:
    _, report, content = each
    [tasks, *_] = [block for appendix in report.appendices for block in appendix.blocks if isinstance(block, Grid)]
    heading = squeezed("".join(column.heading for column in tasks.columns))
    across = [page for page in pages(content) if page.size == (297, 210)]
    assert across
    for page in across:
        assert heading in squeezed("".join(line.text for line in page.lines))
