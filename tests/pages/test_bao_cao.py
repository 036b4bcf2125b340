"""Báo cáo: the report that is chosen, what it will hold, and the files that come of it."""

import io

import docx
import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.wording import page_reports as words
from tests.pages.opening import COMMITTED, QUARTER_1, files_of, opened, words_of
from tests.pages.working import calm

YEAR = {"plan": "qt-2022", "period": "2022-Q4", "as_of": "2022-12-14"}


def chosen(app: AppTest, kind: str) -> AppTest:
    """Choose another report."""
    [radio] = [one for one in app.radio if one.label == words.KIND]
    radio.set_value(kind).run()
    return calm(app)


def template(*paragraphs: str) -> tuple[str, bytes, str]:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return "mau.docx", buffer.getvalue(), "application/octet-stream"


def test_the_report_of_a_quarter_says_what_it_will_hold(app: AppTest) -> None:
    page = calm(opened(app, "bao_cao", QUARTER_1))
    said = words_of(page)
    assert (
        "Kết quả thực hiện Kế hoạch duy trì và củng cố Chỉ số PAPI năm 2022 trong quý I và nhiệm vụ quý II/2022" in said
    )
    assert "III. Kế hoạch thực hiện quý II/2022" in said
    assert "Phụ lục: Kết quả thực hiện từng nhiệm vụ của Kế hoạch" in said
    assert "Hoàn thành 18/23 (78,3%) nhiệm vụ tính trong kỳ" in said
    assert "2 nhiệm vụ hoàn thành chưa có minh chứng" in said
    assert "số liệu minh họa" in said
    assert words.DOCX in files_of(page)


@pytest.mark.parametrize(
    ("address", "kind", "told"),
    [
        (YEAR, "year", "năm 2022 và nhiệm vụ năm 2023"),
        (COMMITTED, "commitments", "II. Các cam kết chưa đạt hoặc đạt một phần và giải trình"),
        (COMMITTED, "quarter", "Đạt 7/12 (58,3%) cam kết đánh giá được; 1 cam kết chưa có giải trình"),
    ],
)
def test_each_report_can_be_chosen(app: AppTest, address: dict[str, str], kind: str, told: str) -> None:
    page = chosen(opened(app, "bao_cao", address), kind)
    assert told in words_of(page)
    assert words.DOCX in files_of(page)


@pytest.mark.parametrize(("kind", "code"), [("year", "year_not_over"), ("commitments", "no_commitments")])
def test_a_report_that_cannot_be_made_says_why_and_leaves_the_other_files(app: AppTest, kind: str, code: str) -> None:
    page = chosen(opened(app, "bao_cao", QUARTER_1), kind)
    assert words.REFUSALS[code] in words_of(page)
    assert words.DOCX not in files_of(page)
    assert files_of(page)


def test_the_offices_own_template_is_filled_in_or_told_what_is_wrong(app: AppTest) -> None:
    page = opened(app, "bao_cao", QUARTER_1)
    page.file_uploader(key="papi-own-template").set_value(template("{{ mo_dau }}", "{{ noi_dung }}")).run()
    assert words.OWN_DOCX in files_of(calm(page))
    page.file_uploader(key="papi-own-template").set_value(template("{{ mo_dau }}", "{{ noi_dun }}")).run()
    assert "Mẫu có chỗ điền không rõ: noi_dun." in words_of(calm(page))
    assert words.OWN_DOCX not in files_of(page)
