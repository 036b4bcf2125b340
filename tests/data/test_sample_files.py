"""The sample holds the printed plans: counted rows, page cuts, numbering and slips as they stand."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
PLAN_2022 = SAMPLE / "quang-tri-2022" / "ke-hoach-14-KH-SKHCN.docx"
PLAN_2024 = SAMPLE / "quang-tri-2024" / "ke-hoach-PAPI-2024.docx"
COMMITMENTS = SAMPLE / "quang-tri-2024" / "cam-ket-2024.docx"
DAK_NONG = SAMPLE / "dak-nong-2024" / "ke-hoach-PAPI-2024.docx"
REPORT = SAMPLE / "quang-tri-2022" / "bao-cao-23-BC-quy-1-2022.docx"
RETURNS = sorted(SAMPLE.rglob("*-so-lieu-minh-hoa.xlsx"))


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def word_tables(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]


def sheet_rows(path: Path, sheet: str) -> list[list[str]]:
    """Rows from the first header down, values as text."""
    rows = [
        ["" if value is None else str(value) for value in row]
        for row in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    ]
    return rows[next(number for number, row in enumerate(rows) if row[0] == "TT") :]


def printed(rows: list[list[str]]) -> list[list[str]]:
    """Rows without the repeated headers."""
    return [row for row in rows if row[0] != "TT"]


def numbered(path: Path) -> list[str]:
    return [text for text in paragraphs(path) if text[:1].isdigit() and text[1:2] == "." and text[2:3].isdigit()]


def between(path: Path, first: str, last: str) -> list[str]:
    texts = paragraphs(path)
    return texts[texts.index(first) + 1 : texts.index(last)]


def test_appendix_of_2022_is_four_tables_with_the_header_on_each() -> None:
    tables = word_tables(PLAN_2022)
    assert [len(table) for table in tables] == [12, 12, 11, 10]
    assert {tuple(table[0]) for table in tables} == {
        (
            "TT",
            "Nội dung công tác và kết quả đầu ra",
            "Chủ trì thực hiện",
            "Phối hợp thực hiện",
            "Thời gian hoàn thành",
        )
    }


def test_appendix_of_2022_has_28_tasks_3_continuations_and_10_headings() -> None:
    rows = printed([row for table in word_tables(PLAN_2022) for row in table])
    headings = [row for row in rows if row[0] and not any(row[2:])]
    continuations = [table[1] for table in word_tables(PLAN_2022)[1:]]
    assert (len(rows), len(headings), len(continuations)) == (41, 10, 3)
    assert [row[0] for row in continuations] == ["", "", ""]
    assert [row[2:] for row in continuations] == [["KH&CN", "", ""], ["", "Sở", ""], ["KH&CN", "", ""]]


def test_appendix_of_2022_keeps_its_numbering() -> None:
    rows = printed([row for table in word_tables(PLAN_2022) for row in table])
    numbers = [row[0] for row in rows]
    assert numbers.count("3.2") == 2
    assert numbers[-5:] == ["7", "1", "2", "8", ""]
    assert rows[-1][1].startswith("Tăng cường công tác Quản trị và vận hành Cổng Thông tin điện tử")


def test_deadlines_of_2022_are_21_ongoing_and_7_others() -> None:
    rows = [row for table in word_tables(PLAN_2022) for row in table[1:]]
    assert Counter(row[4] for row in rows if row[4]) == {
        "Thường xuyên": 21,
        "Theo tình hình thực tế": 2,
        "Hàng năm theo kế hoạch": 2,
        "Hàng năm": 2,
        "Quý I/2022": 1,
    }


def test_workbook_of_2022_says_what_the_word_file_says() -> None:
    workbook = sheet_rows(SAMPLE / "quang-tri-2022" / "phu-luc-ke-hoach-14-KH-SKHCN.xlsx", "Phụ lục")
    assert workbook == [row for table in word_tables(PLAN_2022) for row in table]


def test_plan_of_2024_has_28_numbered_solutions() -> None:
    numbers = [text[:3] for text in numbered(PLAN_2024)]
    per_dimension = Counter(number[0] for number in numbers)
    assert len(numbers) == len(set(numbers)) == 28
    assert [per_dimension[str(no)] for no in range(1, 9)] == [3, 4, 4, 4, 4, 5, 2, 2]


def test_workbook_of_2024_says_what_the_word_file_says() -> None:
    rows = printed(sheet_rows(SAMPLE / "quang-tri-2024" / "nhiem-vu-PAPI-2024.xlsx", "Nhiệm vụ"))
    tasks = [row for row in rows if "." in row[0]]
    assert len(rows) == 28 + 8 + 1
    assert [row[1] for row in tasks] == [text[4:].strip() for text in numbered(PLAN_2024)]


def test_commitments_are_14_in_four_blocks() -> None:
    tables = word_tables(COMMITMENTS)
    rows = printed([row for table in tables for row in table])
    deadlines = [row[5] for row in rows if row[5] and row[5] != row[0]]
    assert [len(table) for table in tables] == [9, 10, 4]
    assert len(deadlines) == 14
    assert [row[0] for row in rows if row[0].isalpha()] == ["A", "I", "II", "C"]


def test_block_b_of_the_commitments_is_one_cell_across_the_row() -> None:
    title = (
        "B. DUY TRÌ VÀ NÂNG CAO CHỈ SỐ CCHC PAR INDEX, SIPAS VÀ PAPI ĐÃ ĐĂNG KÝ TẠI CÔNG VĂN SỐ 66/SKHCN-VP "
        "NGÀY 24/01/2024"
    )
    row = Document(str(COMMITMENTS)).tables[0].rows[3]
    assert {cell.text for cell in row.cells} == {title}
    sheet = openpyxl.load_workbook(SAMPLE / "quang-tri-2024" / "cam-ket-2024.xlsx")["Cam kết"]
    assert sheet["A10"].value == title
    assert "A10:F10" in [str(merged) for merged in sheet.merged_cells.ranges]


def test_commitment_cut_by_the_page_goes_on_below_the_repeated_header() -> None:
    first, second, _ = word_tables(COMMITMENTS)
    assert first[-1][2:5] == [
        "Thực hiện Công khai đầy đủ các thông tin liên quan đến lĩnh vực KHCN trên Công",
        "Giám đốc",
        "TT Nghiên cứu, chuyên giao công",
    ]
    assert second[1] == ["", "", "thông tin điện tử của Sở", "", "nghệ và ĐMST", ""]


def test_plan_of_dak_nong_has_9_solutions_under_4_headings() -> None:
    part = between(DAK_NONG, "II. NHIỆM VỤ VÀ GIẢI PHÁP CẢI THIỆN CHỈ SỐ", "III. TỔ CHỨC THỰC HIỆN")
    headings = [text for text in part if text[0].isdigit()]
    rows = printed(sheet_rows(SAMPLE / "dak-nong-2024" / "nhiem-vu-PAPI-2024.xlsx", "Nhiệm vụ"))
    assert (len(headings), len(part) - len(headings)) == (4, 9)
    assert headings[0] == "1. Chỉ số “Trách nhiệm giải trình với Nhân dân”"
    assert [row[1] for row in rows if row[0] == "-"] == [
        text.removeprefix("- ") for text in part if text not in headings
    ]


def test_report_of_the_first_quarter_tells_of_all_eight_dimensions() -> None:
    part = between(
        REPORT,
        "II. Kết quả thực hiện công tác đẩy mạnh và cải thiện các nội dung và tiêu chí thành phần theo đánh giá "
        "chỉ số PAPI",
        "III. Kế hoạch thực hiện quý II/2022",
    )
    headings = [text[:5] for text in part if text[0].isdigit()]
    assert headings == [f"{no}. Về" for no in range(1, 9)]
    assert len(part) - len(headings) == 23


@pytest.mark.parametrize(
    ("path", "wording"),
    [
        (PLAN_2022, "Định kỳ trước ngày 05 tháng cuối quý (tháng 3, 6, 9) và năm (15/11)"),
        (PLAN_2022, "PAR INDER và PCI cấp tỉnh"),
        (PLAN_2022, "DUY TRÌ VÀ CƯỜNG CỐ CHỈ SỐ PAPI NĂM 2022"),
        (PLAN_2022, "được giám sát, kiểm tra, thực hiện chất vấn trong hoạt động tại cơ quan"),
        (PLAN_2022, "thẩm quyền giải quyết của cơ quan, đơn vị phải được thực hiện theo cơ chế một cửa"),
        (PLAN_2024, "Định kỳ trước ngày 10 tháng cuối quý (tháng 3, 6, 9) và năm (15/11)"),
        (PLAN_2024, "nhân dịp Xuân Giám Thìn năm 2024"),
        (PLAN_2024, "chỉ số hiệu quản quản trị hành chính công"),
        (PLAN_2024, "Kế hoạch số 250/KH-UBND ngày 22/12/2024"),
        (PLAN_2024, "giai đoạn 2020-2025. Sở Khoa học và Công nghệ xây dựng"),
        (PLAN_2024, "Quyết định số 1682/QĐ-UBND"),
        (PLAN_2024, "1.2.Thực hiện tốt kế hoạch dân chủ"),
        (COMMITMENTS, "Kế hoạch phân công thực hiện Cam kết nâng cao chỉ số PAR INDEX, SIPAS và PAPI năm 2024"),
        (DAK_NONG, "được xếp trong nhóm có điểm trung bình cao trở lên"),
        (REPORT, "Hướng ứng có hiệu quả phong trào Tết trồng cây Xuân Tân Sửu năm 2022"),
    ],
)
def test_wording_stands_as_printed(path: Path, wording: str) -> None:
    assert any(wording in text for text in paragraphs(path))


@pytest.mark.parametrize("path", [PLAN_2022, PLAN_2024, COMMITMENTS, DAK_NONG, REPORT], ids=lambda path: path.stem)
def test_no_mark_of_another_format_is_left_in_the_text(path: Path) -> None:
    texts = paragraphs(path) + [cell for table in word_tables(path) for row in table for cell in row]
    assert not [text for text in texts if any(mark in text for mark in ("**", "<b>", "|", "~ ", "# ", "\u00a0"))]


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_return_says_that_its_figures_are_invented(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path):
        assert sheet["A2"].value == "SỐ LIỆU MINH HỌA"
        assert "không phải số liệu thật" in str(sheet["A3"].value)


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_invented_documents_links_and_texts_can_be_told_from_real_ones(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path):
        for row in results(path, sheet.title):
            assert str(row["Số văn bản minh chứng"] or "MH-").startswith("MH-")
            assert "minh họa" in str(row["Trích yếu"] or "minh họa")
            assert str(row["Liên kết"] or "https://example.org/").startswith("https://example.org/")
            # A result either says so or repeats its row of the plan: it is never a fact of its own.
            text = str(row["Kết quả thực hiện"] or "Minh họa:")
            assert text.startswith("Minh họa:") or letters(text) in letters(str(list(row.values())[1]))


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def results(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows with a task or commitment, by column heading."""
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(min_row=5, values_only=True))
    headings = [str(value) for value in rows[0]]
    result_columns = headings[headings.index("Kết quả thực hiện") :]
    found = [dict(zip(headings, row, strict=True)) for row in rows[1:]]
    assert result_columns
    return found


def statuses(name: str) -> Counter[str]:
    return Counter(str(row["Trạng thái"]) for row in results(SAMPLE / name, "Nhiệm vụ") if row["Trạng thái"])


def test_returns_of_2022_use_every_status() -> None:
    quarters = [statuses(f"quang-tri-2022/bao-cao-quy-{no}-2022-so-lieu-minh-hoa.xlsx") for no in (1, 2, 3, 4)]
    assert set().union(*quarters) == {
        "Hoàn thành",
        "Đang thực hiện",
        "Chưa thực hiện",
        "Không phát sinh",
        "Dừng thực hiện",
    }
    assert [sum(quarter.values()) for quarter in quarters] == [27, 27, 26, 26]


def test_yearly_tasks_of_2022_end_in_time_late_and_open() -> None:
    name = "bao-cao{}-quy-4-2022-so-lieu-minh-hoa.xlsx"
    first = {row["TT"]: row for row in results(SAMPLE / "quang-tri-2022" / name.format(""), "Nhiệm vụ")}
    last = {row["TT"]: row for row in results(SAMPLE / "quang-tri-2022" / name.format("-bo-sung"), "Nhiệm vụ")}
    assert first["4.3"]["Ngày hoàn thành"] == datetime(2022, 11, 10)  # noqa: DTZ001
    assert (first["4.4"]["Trạng thái"], last["4.4"]["Ngày hoàn thành"]) == (None, datetime(2023, 1, 6))  # noqa: DTZ001
    assert (first["4.5"]["Trạng thái"], first["4.5"]["% hoàn thành"]) == ("Đang thực hiện", 60)


def test_late_return_of_2022_only_fills_what_the_first_left_empty() -> None:
    name = "quang-tri-2022/bao-cao{}-quy-4-2022-so-lieu-minh-hoa.xlsx"
    first, last = (
        [row["Trạng thái"] for row in results(SAMPLE / name.format(part), "Nhiệm vụ")] for part in ("", "-bo-sung")
    )
    assert [one for one, other in zip(first, last, strict=True) if other] == [None, None]


def test_commitments_of_2024_are_met_missed_explained_and_without_data() -> None:
    rows = [
        row
        for row in results(SAMPLE / "quang-tri-2024" / "bao-cao-quy-3-2024-so-lieu-minh-hoa.xlsx", "Cam kết")
        if row["Thời gian hoàn thành"]
    ]
    figures = {row["Nội dung cam kết/giải pháp"]: row for row in rows}
    assert len(rows) == 14
    assert figures["Tỷ lệ hồ sơ trực tuyến toàn trình"]["Tử số"] / 320 > 0.7
    assert figures["Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm"]["Giá trị"] == 89.96
    payment = figures["Tỷ lệ thanh toán trực tuyến"]
    assert payment["Tử số"] / payment["Mẫu số"] < 0.4
    assert all(
        payment[column] for column in ("Nguyên nhân", "Biện pháp khắc phục", "Hạn mới", "Người chịu trách nhiệm")
    )
    assert not any(rows[-1][column] for column in ("Tử số", "Giá trị", "Đánh giá", "Kết quả thực hiện"))
