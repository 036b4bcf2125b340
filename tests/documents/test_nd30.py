"""A document of Nghị định 30/2020/NĐ-CP, reopened and held against the decree point by point."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn

from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.nd30 import AdministrativeDocument
from papi_metrics.documents.table import Column
from papi_metrics.model.office import Office, Signer
from tests.documents.letters import OFFICE, has, reopened, rules, said, texts, type_of

MARCH = Issue(month=3, year=2022)
MADE_AT = datetime(2022, 3, 14, 9, 0)  # noqa: DTZ001 - wall time
COLUMNS = [Column("TT", 1, centred=True), Column("Nội dung", 6), Column("Kết quả", 3)]
ROWS = [(str(number), "Công khai", "Đã làm") for number in range(1, 31)]
HEADING, SUBHEADING = "I. Kết quả thực hiện", "1. Về nội dung Công khai, minh bạch"


def begun(office: Office = OFFICE, issue: Issue = MARCH) -> AdministrativeDocument:
    return AdministrativeDocument(office, issue, "Báo cáo quý", MADE_AT)


def letter(office: Office = OFFICE, issue: Issue = MARCH) -> Document:
    document = begun(office, issue)
    document.letter_head("Công văn", "đôn đốc nộp báo cáo")
    document.addressed_to(["Thanh tra Sở"])
    document.paragraph("Đoạn thứ nhất.")
    document.closing("Đoạn cuối.")
    document.signature(["Như trên"])
    return reopened(document.content())


def report(addressees: Sequence[str] = ()) -> Document:
    document = begun(issue=Issue(number=5, day=7, month=2, year=2022))
    document.named_head("Báo cáo", "BC", "Kết quả quý I")
    if addressees:
        document.addressed_to(addressees)
    document.section(HEADING)
    document.subsection(SUBHEADING)
    document.paragraph("- Đã công khai;")
    document.table(COLUMNS, ROWS)
    document.closing("Trên đây là báo cáo.")
    document.signature(["Sở Nội vụ", "Các phòng, đơn vị thuộc Sở"])
    document.appendix("Kết quả nhiệm vụ", 1, landscape=True)
    document.table(COLUMNS, ROWS)
    document.appendix("Kết quả cam kết", 2)
    return reopened(document.content())


def test_the_page_is_a4_with_the_margins_of_the_decree() -> None:
    page: Any = letter().sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm), page.orientation) == (210, 297, WD_ORIENT.PORTRAIT)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]


def test_every_script_of_every_style_is_times_new_roman() -> None:
    document = report()
    named = document.styles.element.iter(qn("w:rFonts"))
    used = {"Normal", "Header", "Body Text", "Heading 1", "Heading 2"}
    fonts = [element for element in named if element.getparent().getparent().tag == qn("w:rPrDefault")]
    fonts += [document.styles[name].element.rPr.find(qn("w:rFonts")) for name in sorted(used)]
    assert len(fonts) == 6
    for font in fonts:
        assert dict(font.attrib) == {
            qn(f"w:{script}"): "Times New Roman" for script in ("ascii", "hAnsi", "eastAsia", "cs")
        }
    assert list(document.element.iter(qn("w:rFonts"))) == []
    assert list(document.element.iter(qn("w:color"))) == []
    styles: list[Any] = [paragraph.style for paragraph in document.paragraphs]
    assert {style.name for style in styles} <= used


HEAD: list[tuple[str, tuple[float, bool, bool], ALIGN]] = [
    ("UBND TỈNH QUẢNG TRỊ", (12, False, False), ALIGN.CENTER),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", (12, True, False), ALIGN.CENTER),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, True, False), ALIGN.CENTER),
    ("Độc lập - Tự do - Hạnh phúc", (13, True, False), ALIGN.CENTER),
]
SIGNATURE: list[tuple[str, tuple[float, bool, bool], ALIGN]] = [
    ("Nơi nhận:", (12, True, True), ALIGN.LEFT),
    ("- Lưu: VT, VP.", (11, False, False), ALIGN.LEFT),
    ("KT. GIÁM ĐỐC", (14, True, False), ALIGN.CENTER),
    ("PHÓ GIÁM ĐỐC", (14, True, False), ALIGN.CENTER),
    ("Nguyễn Hữu Thắng", (14, True, False), ALIGN.CENTER),
]


@pytest.mark.parametrize(
    ("text", "form", "align"),
    [
        *HEAD,
        ("Số: /SKHCN-VP", (13, False, False), ALIGN.CENTER),
        ("Quảng Trị, ngày tháng 3 năm 2022", (13, False, True), ALIGN.CENTER),
        ("V/v đôn đốc nộp báo cáo", (12, False, False), ALIGN.CENTER),
        ("Kính gửi: Thanh tra Sở", (14, False, False), ALIGN.CENTER),
        ("- Như trên;", (11, False, False), ALIGN.LEFT),
        *SIGNATURE,
    ],
)
def test_parts_of_a_letter(text: str, form: tuple[float, bool, bool], align: ALIGN) -> None:
    part = said(letter(), text)
    assert (type_of(part), part.alignment) == (form, align)


@pytest.mark.parametrize(
    ("text", "form", "align"),
    [
        *HEAD,
        ("Số: 05/BC-SKHCN", (13, False, False), ALIGN.CENTER),
        ("Quảng Trị, ngày 07 tháng 02 năm 2022", (13, False, True), ALIGN.CENTER),
        ("BÁO CÁO", (14, True, False), ALIGN.CENTER),
        ("Kết quả quý I", (14, True, False), ALIGN.CENTER),
        ("- Sở Nội vụ;", (11, False, False), ALIGN.LEFT),
        *SIGNATURE,
        ("Phụ lục I", (14, True, False), ALIGN.CENTER),
        ("KẾT QUẢ NHIỆM VỤ", (14, True, False), ALIGN.CENTER),
        ("Phụ lục II", (14, True, False), ALIGN.CENTER),
    ],
)
def test_parts_of_a_report(text: str, form: tuple[float, bool, bool], align: ALIGN) -> None:
    part = said(report(), text)
    assert (type_of(part), part.alignment) == (form, align)


def test_number_and_date_leave_room_to_write_in() -> None:
    blank = texts(letter(issue=Issue()))
    assert "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/SKHCN-VP" in blank
    [date] = [text for text in blank if text.startswith("Quảng Trị, ngày")]
    assert date.count("\u00a0") == 6 + 6 + 9


@pytest.mark.parametrize(
    ("text", "style", "bold", "align"),
    [
        ("Đoạn thứ nhất.", "Body Text", False, ALIGN.JUSTIFY),
        ("I. KẾT QUẢ THỰC HIỆN", "Heading 1", True, ALIGN.LEFT),
        (SUBHEADING, "Heading 2", True, ALIGN.LEFT),
    ],
)
def test_text_and_headings(text: str, style: str, bold: bool, align: ALIGN) -> None:
    part = said(report() if "Heading" in style else letter(), text)
    form = part.style.paragraph_format
    assert (part.style.name, type_of(part)) == (style, (14, bold, False))
    assert (form.alignment, round(form.first_line_indent.mm, 1)) == (align, 12.7)
    assert (form.space_before.pt, form.space_after.pt, form.line_spacing) == (0, 6, 1.15)
    assert part._p.pPr.ind is None and part._p.pPr.spacing is None


def test_headings_stay_with_the_text_below_and_lead_the_navigation() -> None:
    for name, level in (("Heading 1", "0"), ("Heading 2", "1")):
        style = report().styles[name]
        assert style.paragraph_format.keep_with_next
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == level


@pytest.mark.parametrize("text", ["Đoạn cuối.", "Đoạn cuối", "Đoạn cuối;", "Đoạn cuối./."])
def test_the_text_ends_with_its_mark_and_stays_with_the_signature(text: str) -> None:
    document = begun()
    document.letter_head("Công văn", "nhắc")
    document.closing(text)
    document.signature([])
    opened = reopened(document.content())
    assert said(opened, "Đoạn cuối./.").paragraph_format.keep_with_next
    assert has(opened.tables[-1].rows[0], "w:cantSplit")


def test_rules_below_name_motto_and_subject() -> None:
    """Name: 0.4 of 64,5 mm in 68 mm; motto: its own 56,1 mm in 92 mm; subject: 0.4 of its width in the text's."""
    name, motto, subject = rules(report())
    assert name == pytest.approx(68 - 0.4 * 64.5, abs=0.3)
    assert motto == pytest.approx(92 - 56.1, abs=0.3)
    assert 160 - 0.5 * 34 < subject < 160 - 34 / 3


def test_a_long_name_takes_lines_of_about_equal_length() -> None:
    office = replace(OFFICE, name="Sở Nông nghiệp và Phát triển nông thôn")
    assert "SỞ NÔNG NGHIỆP VÀ\nPHÁT TRIỂN NÔNG THÔN" in texts(letter(office))


def test_an_office_without_a_parent_begins_with_its_own_name() -> None:
    assert texts(letter(replace(OFFICE, parent="")))[0] == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"


def test_a_director_signs_in_his_own_post_with_room_for_the_name() -> None:
    document = letter(replace(OFFICE, signer=Signer("Giám đốc")))
    post, name = document.tables[-1].rows[0].cells[1].paragraphs
    assert (post.text, name.text, name.paragraph_format.space_before.pt) == ("GIÁM ĐỐC", "", 72)


def test_several_addressees_stand_below_each_other() -> None:
    lines = texts(report(["Sở Nội vụ", "Ủy ban nhân dân tỉnh"]))
    first = lines.index("Kính gửi:")
    assert lines[first + 1 : first + 3] == ["- Sở Nội vụ;", "- Ủy ban nhân dân tỉnh."]


def page_fields(header: Any) -> list[str]:
    return [field.text for field in header._element.iter(qn("w:instrText"))]


def test_the_page_number_is_in_the_top_margin_of_every_page_but_the_first() -> None:
    section: Any
    for section in report().sections:
        assert section.different_first_page_header_footer
        assert page_fields(section.header) == ["PAGE"]
        assert section.header.paragraphs[0].alignment == ALIGN.CENTER
        assert section.header.paragraphs[0].style.font.size.pt == 13
        assert (round(section.header_distance.mm), section.first_page_header.paragraphs[0].text) == (10, "")
        assert page_fields(section.first_page_header) == []


def test_an_appendix_counts_its_own_pages_on_a_page_of_its_own() -> None:
    sections: list[Any] = list(report().sections)
    body, wide, tall = sections
    assert body._sectPr.find(qn("w:pgNumType")) is None
    for section in (wide, tall):
        [count] = section._sectPr.findall(qn("w:pgNumType"))
        assert count.get(qn("w:start")) == "1"
    assert (wide.orientation, round(wide.page_width.mm), round(wide.page_height.mm)) == (WD_ORIENT.LANDSCAPE, 297, 210)
    assert (tall.orientation, round(tall.page_width.mm), round(tall.page_height.mm)) == (WD_ORIENT.PORTRAIT, 210, 297)
    told = [" ".join(text.split()) for text in texts(report()) if text.startswith("(Kèm theo")]
    assert told == ["(Kèm theo Báo cáo số 05/BC-SKHCN ngày 07 tháng 02 năm 2022 của Sở Khoa học và Công nghệ)"] * 2


@pytest.mark.parametrize(("number", "width"), [(1, 160), (3, 247)])
def test_a_table_is_as_wide_as_the_text_repeats_its_header_and_cuts_no_row(number: int, width: int) -> None:
    tables = report().tables
    assert len(tables) == 4
    table = tables[number]
    assert [has(row, "w:tblHeader") for row in table.rows] == [True] + [False] * 30
    assert all(has(row, "w:cantSplit") for row in table.rows)
    assert not table.autofit
    for row in table.rows:
        assert [round(cell.width.mm) for cell in row.cells] == [round(width * share / 10) for share in (1, 6, 3)]
    heading, cell = table.cell(0, 1).paragraphs[0], table.cell(1, 1).paragraphs[0]
    assert (type_of(heading), heading.alignment, heading.paragraph_format.keep_with_next) == (
        (12, True, False),
        ALIGN.CENTER,
        True,
    )
    assert (type_of(cell), cell.alignment, table.cell(1, 0).paragraphs[0].alignment) == (
        (12, False, False),
        ALIGN.LEFT,
        ALIGN.CENTER,
    )


@pytest.mark.parametrize(
    ("tag", "order"),
    [
        ("tblPr", "tblStyle tblW jc tblLayout tblCellMar tblLook"),
        ("trPr", "cantSplit tblHeader"),
        ("pPr", "pStyle keepNext pBdr spacing ind jc sectPr"),
        ("sectPr", "headerReference type pgSz pgMar pgNumType cols titlePg docGrid"),
        ("rPr", "rFonts b bCs i iCs sz szCs"),
    ],
)
def test_properties_stand_in_the_order_of_the_schema_or_word_would_repair_the_file(tag: str, order: str) -> None:
    known = [qn(f"w:{name}") for name in order.split()]
    found = [[child.tag for child in element] for element in report().element.iter(qn(f"w:{tag}"))]
    assert found
    for tags in found:
        assert tags == sorted(tags, key=known.index)


def test_word_opens_the_file_in_its_present_mode() -> None:
    settings = {
        item.get(qn("w:name")): item.get(qn("w:val")) for item in letter().settings.element.iter(qn("w:compatSetting"))
    }
    assert settings["compatibilityMode"] == "15"


def test_rows_of_another_width_than_the_header_are_a_fault() -> None:
    with pytest.raises(ValueError):
        begun().table(COLUMNS, [("1", "Công khai")])


def test_control_characters_are_left_out() -> None:
    document = begun()
    document.paragraph("a\x07b\ud800")
    assert texts(reopened(document.content())) == ["ab"]


def test_the_properties_name_the_document_and_its_office() -> None:
    about = letter().core_properties
    assert (about.title, about.author, about.comments) == ("Báo cáo quý", "Sở Khoa học và Công nghệ", "")
    assert (about.created.replace(tzinfo=None), about.language) == (MADE_AT, "vi-VN")
