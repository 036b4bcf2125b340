"""Báo cáo: the report that is chosen, what it will hold, and the files that come of it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import streamlit as st
from openpyxl import load_workbook
from PIL import Image
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components.reports import offers
from papi_metrics.app.view import View
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services.charts import charts
from papi_metrics.services.facts import facts_of
from papi_metrics.services.figures import default_as_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_reports as words
from papi_metrics.wording import page_slides
from papi_metrics.wording import rows as row_words
from tests.documents import printed, slides
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import COMMITTED, QUARTER_1, files_of, links_of, opened, window, words_of
from tests.pages.working import calm

WORD, PDF = words.OFFERS["docx"], words.OFFERS["pdf"]
EMPTY = {"plan": "trong-2025", "period": "2025-Q1", "as_of": "2025-03-14"}
Makers = dict[str, Callable[[], bytes]]
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


@pytest.fixture
def makers(monkeypatch: pytest.MonkeyPatch) -> Makers:
    """What each button of a page would make, by its words: a run of AppTest forgets it at its end."""
    found: Makers = {}
    drawn = st.download_button

    def watched(label: str, data: Any, **more: Any) -> bool:
        found[label] = data
        return drawn(label, data, **more)

    monkeypatch.setattr(st, "download_button", watched)
    return found


@pytest.fixture
def empty(store_file: Path) -> AppTest:
    """The app over a store that has a plan without a task or a commitment."""
    with Store.open(store_file) as store:
        store.save_plan(Plan("trong-2025", "qt", 2025, "Kế hoạch trống"), made_at=LOADED_AT)
    return window()


def stamped(mark: str, content: bytes) -> Iterator[str]:
    """Reopen a file and yield each place where it says what its figures are."""
    file = io.BytesIO(content)
    match mark:
        case "docx":
            document = docx.Document(file)
            yield document.core_properties.subject
            yield " ".join(paragraph.text for paragraph in document.paragraphs)
        case "pdf" | "brief":
            yield printed.about(content)["/Subject"]
            yield " ".join(line.text for page in printed.pages(content) for line in page.lines)
        case "deck":
            deck = slides.reopened(content)
            yield deck.core_properties.subject
            yield " ".join(text.text for text in slides.texts(deck))
        case "summary":
            book = load_workbook(file)
            yield str(book.properties.subject)
            yield " ".join(str(cell.value) for row in book["Nhiệm vụ"].iter_rows(max_row=8) for cell in row)
        case "svg":
            with zipfile.ZipFile(file) as archived:
                yield from (archived.read(name).decode() for name in archived.namelist())


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
    assert WORD in files_of(page)


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
    assert WORD in files_of(page)


@pytest.mark.parametrize(("kind", "code"), [("year", "year_not_over"), ("commitments", "no_commitments")])
def test_a_report_that_cannot_be_made_says_why_and_leaves_the_other_files(app: AppTest, kind: str, code: str) -> None:
    page = chosen(opened(app, "bao_cao", QUARTER_1), kind)
    assert words.REFUSALS[code] in words_of(page)
    assert WORD not in files_of(page)
    assert PDF not in files_of(page)
    assert files_of(page) == [words.OFFERS[mark] for mark in ("brief", "deck", "summary", "png", "svg")]


@pytest.mark.parametrize("address", [QUARTER_1, COMMITTED], ids=["without commitments", "with commitments"])
def test_every_offer_gives_a_file_that_opens_and_says_what_its_figures_are(
    app: AppTest, makers: Makers, address: dict[str, str]
) -> None:
    page = calm(opened(app, "bao_cao", address))
    assert files_of(page) == list(words.OFFERS.values()) == list(makers)
    day = "/".join(reversed(address["as_of"].split("-")))
    for mark in ("docx", "pdf", "brief", "deck", "summary", "svg"):
        places = list(stamped(mark, makers[words.OFFERS[mark]]()))
        assert len(places) >= 2
        for told in places:
            assert day in told, mark
            assert "minh họa" in told.lower(), mark


def test_the_archive_holds_every_chart_of_the_period(app: AppTest, makers: Makers) -> None:
    calm(opened(app, "bao_cao", COMMITTED))
    period = Period.parse(COMMITTED["period"])
    store = cache.store()
    found = charts(store, plan_of(store, "qt-2024"), period, default_as_of(period))
    with zipfile.ZipFile(io.BytesIO(makers[words.OFFERS["png"]]())) as archived:
        assert archived.namelist() == [f"{chart.slug}.png" for chart in found]
        for name in archived.namelist():
            with Image.open(archived.open(name)) as picture:
                assert (picture.format, picture.width >= 2400) == ("PNG", True)


def test_all_files_of_a_visit_are_made_of_facts_that_are_read_once(
    app: AppTest, makers: Makers, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Any] = []

    def counted(*told: Any) -> Any:
        read.append(told)
        return facts_of(*told)

    monkeypatch.setattr("papi_metrics.app.cache_rows.facts_of", counted)
    page = chosen(opened(app, "bao_cao", COMMITTED), "commitments")
    opened(page, "nhiem_vu", COMMITTED)
    for label in (*words.OFFERS.values(), row_words.EXPORT):
        assert makers[label]()
    assert len(read) == 1


def test_a_plan_without_anything_offers_what_can_be_made_and_says_why(empty: AppTest, makers: Makers) -> None:
    page = calm(opened(empty, "bao_cao", EMPTY))
    assert words.REFUSALS["empty_plan"] in words_of(page)
    assert words.LEFT_OUT["empty_plan"] in words_of(page)
    assert files_of(page) == [words.OFFERS["summary"]]
    assert load_workbook(io.BytesIO(makers[words.OFFERS["summary"]]())).sheetnames


def test_a_period_without_a_chart_offers_no_pictures(store_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View("qt-2022", Period(2022, 1), date(2022, 3, 14), cache.store().version)
    assert offers.of_period(view)[1] == ""
    bare = replace(cache_rows.facts(view), charts=())
    monkeypatch.setattr(cache_rows, "facts", lambda _: bare)
    found, why_not = offers.of_period(view)
    assert [offer.mark for offer in found] == ["brief", "deck", "summary"]
    assert why_not == words.LEFT_OUT["no_charts"]


def test_the_meeting_leads_to_the_files(app: AppTest) -> None:
    page = calm(opened(app, "trinh_chieu", QUARTER_1))
    assert page_slides.DECK_FILE in words_of(page)
    assert "bao-cao?plan=qt-2022&period=2022-Q1&as_of=2022-03-14" in links_of(page)


def test_the_offices_own_template_is_filled_in_or_told_what_is_wrong(app: AppTest) -> None:
    page = opened(app, "bao_cao", QUARTER_1)
    page.file_uploader(key="papi-own-template").set_value(template("{{ mo_dau }}", "{{ noi_dung }}")).run()
    assert words.OWN_DOCX in files_of(calm(page))
    page.file_uploader(key="papi-own-template").set_value(template("{{ mo_dau }}", "{{ noi_dun }}")).run()
    assert "Mẫu có chỗ điền không rõ: noi_dun." in words_of(calm(page))
    assert words.OWN_DOCX not in files_of(page)
