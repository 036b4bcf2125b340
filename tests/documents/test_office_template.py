"""The office's own template: what it can name, and what is said of one that names something else."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from papi_metrics.documents.report.model import Report, ReportKind
from papi_metrics.documents.report.office_template import TemplateFaultError, filled
from papi_metrics.model.period import Period
from papi_metrics.services.facts import Figure, figures_of
from papi_metrics.services.reports import report_of
from papi_metrics.wording import office_template as words
from tests.documents.letters import reopened, texts
from tests.services.books import RETURN_2022, bytes_of
from tests.services.sample_store import sample_facts

ROOT = Path(__file__).parents[2]
MADE_AT = datetime(2022, 3, 14, 9, 0)  # noqa: DTZ001 - wall time
NOTE = "{{ ghi_chu_so_lieu }}"
Made = tuple[Report, dict[str, Figure]]


@pytest.fixture(scope="module")
def made() -> Made:
    facts = sample_facts("qt-2022", Period(2022, 1))
    return report_of(facts, ReportKind.QUARTER, MADE_AT), figures_of(facts)


@pytest.fixture(scope="module")
def wide() -> Made:
    """A report whose only appendix lies across."""
    facts = sample_facts("qt-2024", Period(2024, 3))
    return report_of(facts, ReportKind.COMMITMENTS, MADE_AT), figures_of(facts)


def template(*paragraphs: str, more: Callable[[Document], None] | None = None) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if more is not None:
        more(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def filled_in(made: Made, *paragraphs: str, more: Callable[[Document], None] | None = None) -> Document:
    return reopened(filled(template(*paragraphs, more=more), *made))


def test_texts_stand_where_they_are_named_and_keep_what_is_around_them(made: Made) -> None:
    document = filled_in(
        made,
        "{{ co_quan_chu_quan }} – {{ co_quan }}",
        '{{ ky }}: hoàn thành {{ so["plan.completion"] }}, {{ so["unit.KHTC.submission.state"] }}',
        "{{ so_ky_hieu }}; {{ dia_danh_ngay }}",
        NOTE,
        "{{ noi_nhan }}",
    )
    said = [" ".join(text.split(" ")) for text in texts(document)]
    assert said[0] == "UBND TỈNH QUẢNG TRỊ – SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert said[1] == "quý I/2022: hoàn thành 18/23 (78,3%), Chưa nộp"
    assert " ".join(said[2].split()) == "Số: /BC-SKHCN; Quảng Trị, ngày tháng 3 năm 2022"
    assert "ngày 14/03/2022, là số ước (phiên bản số liệu" in said[3]
    assert "số liệu minh họa" in said[3]
    assert said[4].split("\n")[0] == "- Sở Nội vụ;"


def test_blocks_take_the_place_of_their_paragraph(made: Made) -> None:
    report, _ = made
    document = filled_in(made, "Trước", "{{ mo_dau }}", "{{ phan_ket_qua }}", "Giữa", "{{ phu_luc }}", "Sau")
    said = [paragraph.text for paragraph in document.paragraphs]
    order = [said.index(text) for text in ("Trước", report.opening[0].text, "Giữa", "Phụ lục I", "Sau")]
    assert order == sorted(order)
    assert any(text.startswith("II. KẾT QUẢ THỰC HIỆN") for text in said)
    assert not any("phan_" in text or "\ue000" in text for text in said)
    charts = [
        name
        for name in zipfile.ZipFile(io.BytesIO(filled(template("{{ mo_dau }}", "{{ noi_dung }}"), *made))).namelist()
        if name.startswith("word/charts/chart")
    ]
    assert charts == ["word/charts/chart1.xml"]
    assert len(document.tables) == 2


def landscape(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    document.add_paragraph("{{ phu_luc }}")


def upright(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(20)
    document.add_paragraph("{{ phu_luc }}")


def width_of(document: Document, table: int) -> float:
    return float(sum(cell.width.mm for cell in document.tables[table].rows[0].cells if cell.width is not None))


def pages_of(document: Document) -> list[bool]:
    """Whether each section lies across."""
    return [(section.page_width or 0) > (section.page_height or 0) for section in document.sections]


def test_wide_tables_stay_on_a_page_that_lies_across(made: Made) -> None:
    document = filled_in(made, NOTE, more=landscape)
    assert width_of(document, 0) == pytest.approx(257, abs=1)
    assert pages_of(document) == [False, True]


def test_a_page_that_stands_upright_is_turned_for_wide_tables_and_back(made: Made) -> None:
    document = filled_in(made, NOTE, more=upright)
    assert width_of(document, 0) == pytest.approx(257, abs=1)
    assert width_of(document, 1) == pytest.approx(170, abs=1)
    assert pages_of(document) == [False, True, False]


def test_no_empty_page_stands_behind_the_last_wide_table(wide: Made) -> None:
    document = filled_in(wide, NOTE, more=upright)
    assert width_of(document, 0) == pytest.approx(257, abs=1)
    assert pages_of(document) == [False, True]


def test_a_template_without_our_styles_gets_them(made: Made) -> None:
    def bare(document: Document) -> None:
        for name in ("Body Text", "Heading 1", "Table Grid"):
            document.styles[name].delete()

    document = filled_in(made, "{{ mo_dau }}", "{{ phan_luu_y }}", more=bare)
    assert document.styles["Body Text"].font.size.pt == 14
    [table] = document.tables
    assert table.style is not None
    assert table.style.name == "Table Grid"
    assert table.style.element.find(f".//{qn('w:insideH')}") is not None


@pytest.mark.parametrize("left_out", [("w:sectPr",), ("w:pgSz",), ("w:pgMar",), ("w:pgSz", "w:pgMar")])
def test_a_template_that_does_not_say_how_its_pages_are_gets_those_of_the_decree(
    made: Made, left_out: tuple[str, ...]
) -> None:
    def bare(document: Document) -> None:
        upright(document)
        for name in left_out:
            [element] = document.element.body.iter(qn(name))
            element.getparent().remove(element)

    document = filled_in(made, NOTE, "{{ phan_luu_y }}", more=bare)
    between = 170 if left_out == ("w:pgSz",) else 160
    assert pages_of(document) == [False, True, False]
    assert [width_of(document, table) for table in (0, 1, 2)] == pytest.approx([between, between + 87, between], abs=1)


def test_pages_can_be_told_in_any_unit(made: Made) -> None:
    def in_centimetres(document: Document) -> None:
        upright(document)
        [size] = document.element.body.iter(qn("w:pgSz"))
        size.set(qn("w:w"), "21cm")

    assert width_of(filled_in(made, NOTE, "{{ phan_luu_y }}", more=in_centimetres), 0) == pytest.approx(170, abs=1)


@pytest.mark.parametrize("has_ours", [False, True])
@pytest.mark.parametrize("name", ["Body Text", "Heading 1", "Table Grid"])
def test_a_style_of_another_kind_with_the_name_of_ours_keeps_its_look(made: Made, name: str, has_ours: bool) -> None:
    def lettered(document: Document) -> None:
        ours = document.styles[name]
        style = document.styles.add_style("Của mẫu", WD_STYLE_TYPE.CHARACTER)
        style.font.italic = True
        style.name = name
        if has_ours:
            ours.element.addprevious(style.element)
        else:
            ours.delete()
            style.style_id = name.replace(" ", "")
        document.add_paragraph().add_run("Chữ của mẫu", style=style)

    document = filled_in(made, "{{ mo_dau }}", "{{ phan_luu_y }}", more=lettered)
    [run] = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text == "Chữ của mẫu"]
    assert run.style.type is WD_STYLE_TYPE.CHARACTER
    assert run.style.font.italic
    used = [paragraph.style for paragraph in document.paragraphs] + [table.style for table in document.tables]
    assert name in {style.name for style in used if style is not None}
    ids = [style.style_id for style in document.styles]
    assert len(ids) == len(set(ids))


def test_the_file_says_in_its_properties_what_its_figures_are(made: Made) -> None:
    about = filled_in(made, NOTE).core_properties
    assert about.subject == made[0].stamp.line
    assert "period=2022-Q1; as_of=2022-03-14; finality=provisional" in about.keywords
    assert "illustrative=true" in about.keywords


def test_the_same_template_gives_the_same_bytes(made: Made) -> None:
    asked = template("{{ mo_dau }}", "{{ noi_dung }}", "{{ phu_luc }}")
    assert filled(asked, *made) == filled(asked, *made)


def in_a_table(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = "{{ phu_luc }}"


def in_the_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ phan_luu_y }}"


@pytest.mark.parametrize(
    ("paragraphs", "more", "code", "told"),
    [
        (["{{ co_qaun }} {{ ten }}"], None, "unknown", "Mẫu có chỗ điền không rõ: co_qaun, ten."),
        (['{{ so["plan.complete"] }}'], None, "figure", "Mẫu hỏi con số không có: so[“plan.complete”]."),
        (["{{ co_quan }"], None, "broken", "Mẫu có chỗ điền viết sai"),
        (["{% if %}"], None, "broken", "Mẫu có chỗ điền viết sai, gần “{% if %}”."),
        (["{{ co_quan.__class__.__mro__ }}"], None, "broken", "Mẫu có chỗ điền viết sai"),
        (["{{ co_quan.x }}"], None, "broken", "Mẫu có chỗ điền viết sai"),
        (["{{ 1/0 }}"], None, "broken", "Mẫu có chỗ điền viết sai"),
        (["Kết quả: {{ phan_ket_qua }}"], None, "crowded", "Chỗ điền phan_ket_qua là một khối"),
        ([], in_a_table, "crowded", "Chỗ điền phu_luc là một khối"),
        ([], in_the_header, "crowded", "Chỗ điền phan_luu_y là một khối"),
    ],
)
def test_a_template_that_is_not_understood_is_told_by_name(
    made: Made, paragraphs: list[str], more: Callable[[Document], None] | None, code: str, told: str
) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        filled(template(NOTE, *paragraphs, more=more), *made)
    assert caught.value.code == code
    assert words.fault(code, caught.value.names).startswith(told)
    assert "\n" not in words.fault(code, caught.value.names)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('so["plan.overdue.count"] > 0', False),
        ('so["plan.completion.done"] > 9', True),
        ('9 < so["plan.completion.done"] <= 18', True),
        ('so["plan.completion.done"] == 18', True),
        ('so["plan.completion.done"] != 18', False),
        ('so["plan.completion.done"] < 9', False),
        ('so["plan.completion.done"] >= so["plan.completion.tasks"]', False),
        ('so["plan.completion.done"] == so["plan.completion.tasks"]', False),
        ('so["plan.completion.done"] == "18"', True),
        ('so["unit.KHTC.submission.state"] == "Chưa nộp"', True),
        ('so["plan.commitments.count"]', False),
        ('not so["plan.commitments.count"]', True),
        ('so["unit.KHTC.submission.first_on"] != "" and so["unit.KHTC.submission.first_on"] > 1', False),
        ("nam == 2022 and nam < 2023", True),
        ("viec_giao", False),
        ("phu_luc", True),
    ],
)
def test_a_condition_compares_the_figure_and_not_its_letters(made: Made, condition: str, holds: bool) -> None:
    report, figures = made
    assert figures["plan.completion.done"].value == 18
    assert figures["plan.commitments.count"].value == 0
    asked = f"{{% if {condition} %}}đúng{{% else %}}sai{{% endif %}}"
    document = reopened(filled(template(NOTE, asked), report, figures))
    assert texts(document)[-1] == ("đúng" if holds else "sai")


@pytest.mark.parametrize(
    ("condition", "code", "told"),
    [
        ('so["plan.completion"] > 80', "compared", 'Mẫu có điều kiện so sánh so["plan.completion"] chưa đúng'),
        ('80 == so["plan.completion"]', "compared", 'Mẫu có điều kiện so sánh so["plan.completion"] chưa đúng'),
        ('so["plan.overdue.count"] > "9"', "compared", 'Mẫu có điều kiện so sánh so["plan.overdue.count"] chưa đúng'),
        ('so["plan.overdue.count"] == ky', "compared", "Mẫu có điều kiện so sánh ky chưa đúng"),
        ("ky > 1", "compared", "Mẫu có điều kiện so sánh ky chưa đúng"),
        ("phu_luc > 1", "compared", "Mẫu có điều kiện so sánh phu_luc chưa đúng"),
        (
            'so["unit.KHTC.submission.first_on"] > 1',
            "no_data",
            'Mẫu có điều kiện so sánh so["unit.KHTC.submission.first_on"], con số này chưa có số liệu trong kỳ: thêm '
            'so["unit.KHTC.submission.first_on"] != "" and vào',
        ),
        ('3 in so["plan.overdue.count"]', "broken", "Mẫu có chỗ điền viết sai, gần “{% if 3 in so"),
        ('"a" not in ky', "broken", "Mẫu có chỗ điền viết sai"),
        ('so["plan.overdue.count"] > 3 > "a"', "broken", "Mẫu có chỗ điền viết sai"),
        ('so["plan.overdue.count"] == true', "broken", "Mẫu có chỗ điền viết sai"),
        ("(not ky) > ky", "broken", "Mẫu có chỗ điền viết sai"),
    ],
)
def test_what_cannot_be_compared_is_told_by_name(made: Made, condition: str, code: str, told: str) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        filled(template(NOTE, f"{{% if {condition} %}}đúng{{% endif %}}"), *made)
    assert caught.value.code == code
    assert words.fault(code, caught.value.names).startswith(told)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("{{ so }}", "broken"),
        ("{{ so[so] }}", "broken"),
        ("{% if so %}có{% endif %}", "broken"),
        ("{{ so[ky] }}", "broken"),
        ("{{ so[0] }}", "broken"),
        ("{{ co_quan[0] }}", "broken"),
        (f'{{{{ so["{"a " * 500}"] }}}}', "figure"),
        (r'{{ so["a\nb"] }}', "figure"),
        (f"{{{{ {'a' * 500} }}}}", "unknown"),
    ],
)
def test_a_fault_names_its_place_in_one_short_line(made: Made, asked: str, code: str) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        filled(template(NOTE, asked), *made)
    assert caught.value.code == code
    [name] = caught.value.names
    assert 0 < len(name) <= 80
    assert "\n" not in name


def test_a_template_has_to_say_what_its_figures_are(made: Made) -> None:
    with pytest.raises(TemplateFaultError, match="silent"):
        filled(template("{{ co_quan }}"), *made)
    assert "{{ ghi_chu_so_lieu }}" in words.fault("silent", ())


def a_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 101_000_000)
    return buffer.getvalue()


def a_plain_archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "a")
    return buffer.getvalue()


def half_written() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template(NOTE))) as whole, zipfile.ZipFile(buffer, "w") as package:
        for name in whole.namelist():
            package.writestr(name, whole.read(name)[:200] if name == "word/document.xml" else whole.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"PK no zip", b"%PDF-1.7", a_plain_archive(), a_bomb(), half_written(), bytes_of(RETURN_2022)]
)
def test_what_is_no_word_file_is_told(made: Made, content: bytes) -> None:
    with pytest.raises(TemplateFaultError, match="unreadable"):
        filled(content, *made)


def test_a_condition_that_nests_without_end_is_told(made: Made) -> None:
    with pytest.raises(TemplateFaultError, match="unreadable"):
        filled(template(NOTE, f"{{% if {'not ' * 3000}ky %}}có{{% endif %}}"), *made)


def test_every_placeholder_is_known_and_in_the_guide(made: Made) -> None:
    texts_of = [name for name, told in words.PLACEHOLDERS.items() if not told.startswith("khối") and name != "so"]
    blocks = [name for name, told in words.PLACEHOLDERS.items() if told.startswith("khối")]
    filled(template(*(f"{{{{ {name} }}}}" for name in (*texts_of, *blocks))), *made)
    guide = (ROOT / "docs" / "mau-bao-cao.md").read_text(encoding="utf-8")
    for name, told in words.PLACEHOLDERS.items():
        assert f"| `{name}` | {told} |" in guide
