"""Trình chiếu: the slides there are, what they say, decisions noted and ended, where else these show."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.app import cache
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.decision import DecisionState, Errand
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import VIET_NAM, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.update import CommitmentUpdate, Finality, Place, Status, TaskUpdate
from papi_metrics.services import decisions
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_decisions as words
from papi_metrics.wording import page_history, page_slides
from papi_metrics.wording import page_update as update_words
from papi_metrics.wording.pages import NO_EVIDENCE
from tests.pages.opening import COMMITTED, QUARTER_1, QUARTER_2, html_of, links_of, opened, words_of
from tests.pages.working import calm, choose, fill, labels_of, named, press

NOW = datetime(2022, 6, 20, 9, tzinfo=VIET_NAM)
WHAT = "Rà soát, công khai đủ 25 thủ tục <trên> Cổng thông tin"
Q1, Q2 = Period(2022, 1), Period(2022, 2)


def slide(app: AppTest, code: str, address: dict[str, str] = QUARTER_2, **more: str) -> AppTest:
    return calm(opened(named(app), "trinh_chieu", address, slide=code, **more))


def title(app: AppTest) -> str:
    return str(re.findall(r"<h1>(.*?)</h1>", html_of(app))[0])


def way(app: AppTest, key: str) -> str:
    """Where a key of the keyboard leads, "" for nowhere."""
    found = re.findall(rf'href="[^"]*slide=([^"&]*)"[^>]*aria-keyshortcuts="[^"]*\b{key}\b', html_of(app))
    return found[0] if found else ""


def through(app: AppTest, address: dict[str, str]) -> list[str]:
    """The slides in the order of the key →, as the addresses name them."""
    codes = [page_slides.STATE]
    while (after := way(slide(app, codes[-1], address), "ArrowRight")) and len(codes) < 50:
        codes.append(after)
    return codes


def noted(
    period: Period = Q1, content: str = WHAT, unit: str = "VP", due: date = date(2022, 4, 15), row: str = ""
) -> int:
    number = decisions.add(
        cache.store(), "qt-2022", period, Errand(content, unit, due, row), made_at=NOW, made_by="Nguyễn Thị Lan"
    )
    assert number is not None
    return number


def late(store: Store, difficulties: str) -> str:
    """Make the first task of 2022 overdue with what hinders it; return its content."""
    first = store.tasks("qt-2022")[0]
    due = replace(first.record, deadline=Deadline(DeadlineKind.FIXED, "tháng 4", (date(2022, 4, 30),)))
    plan = Words(tasks=(Keyed(first.key, due),))
    store.append_import("qt-2022", SourceFile("kh.xlsx", "xlsx", b"kh"), plan, made_at=NOW)
    for period in (Q1, Q2):
        told = TaskUpdate(
            Place("", ""), status=Status.IN_PROGRESS, difficulties=difficulties, proposal="Bổ sung 01 người"
        )
        said = Words(task_updates=(Reported(first.key, told),))
        source = SourceFile("bc.xlsx", "xlsx", period.code.encode())
        store.append_import("qt-2022", source, said, made_at=NOW, period=period, received_on=date(2022, 6, 1))
    return first.record.content


def test_nothing_but_the_slide_is_on_the_screen(app: AppTest) -> None:
    page = slide(app, "")
    assert title(page) == page_slides.QUESTIONS[page_slides.STATE]
    assert not page.sidebar.get("html")
    assert not page.selectbox
    assert {"PAPI 2022 · Quảng Trị", "Quý II/2022", "Số liệu đến 14/06/2022", "ước"} <= {
        part.strip() for part in re.split(r" · (?!Quảng)", words_of(page).partition("Tỷ lệ")[0].partition("?")[2])
    }
    assert "số liệu minh họa" in words_of(page)


def test_the_keys_lead_through_all_slides_and_out(app: AppTest) -> None:
    codes = through(app, COMMITTED)
    assert codes[:3] == ["tinh-hinh", "noi-dung", "cam-ket"]
    assert codes[-1] == "giao-viec"
    assert len(set(codes)) == len(codes)
    middle = slide(app, codes[2], COMMITTED)
    assert (way(middle, "ArrowLeft"), way(middle, "Home"), way(middle, "End")) == (codes[1], codes[0], codes[-1])
    assert way(middle, "PageDown") == codes[3]
    leave = re.findall(r'href="([^"]*)"[^>]*aria-keyshortcuts="Escape"', html_of(middle))[0]
    assert leave.startswith("./?plan=qt-2024&amp;period=2024-Q3&amp;as_of=2024-09-14")
    assert way(slide(app, codes[-1], COMMITTED), "ArrowRight") == ""
    assert way(slide(app, codes[0], COMMITTED), "ArrowLeft") == ""


def test_an_address_without_its_slide_shows_the_first_one_and_says_so(app: AppTest) -> None:
    page = slide(app, "khong-co")
    assert title(page) == page_slides.QUESTIONS[page_slides.STATE]
    assert page_slides.NO_SLIDE in words_of(page)


def test_slides_with_nothing_to_say_are_left_out_and_named_on_the_first(app: AppTest) -> None:
    assert "qua-han" not in through(app, COMMITTED)
    said = words_of(slide(app, page_slides.STATE, COMMITTED))
    assert "Không có: việc quá hạn; việc giao từ lần họp trước." in said


def test_the_figures_are_those_of_the_overview(app: AppTest) -> None:
    page = slide(app, page_slides.STATE, COMMITTED)
    cards = re.findall(r'<div class="papi papi-cards">.*?</div>', html_of(page), re.DOTALL)
    bars = re.findall(r'<div class="papi-stacked">.*', html_of(slide(app, page_slides.DIMENSIONS, COMMITTED)))
    overview = html_of(opened(app, "tong_quan", COMMITTED))
    assert cards
    assert cards[0] in overview
    assert bars
    assert bars[0].removesuffix("</div>") in overview


def test_an_overdue_task_is_told_with_its_days_its_owner_and_what_hinders_it(app: AppTest) -> None:
    hindered = "Thiếu người. " * 40
    content = late(cache.store(), hindered)
    page = slide(app, page_slides.OVERDUE)
    said = words_of(page)
    assert title(page) == page_slides.QUESTIONS[page_slides.OVERDUE]
    assert content in said
    assert "quá hạn 45 ngày (30/04/2022)" in said
    assert "Vướng mắc: " in said
    assert hindered.strip() in said
    assert "Bổ sung 01 người" in words_of(slide(app, page_slides.PROPOSALS))


def test_what_hinders_and_was_told_in_an_earlier_period_says_so_and_a_proposal_of_then_is_over(app: AppTest) -> None:
    late(cache.store(), "Thiếu người")
    third = {"plan": "qt-2022", "period": "2022-Q3", "as_of": "2022-09-14"}
    store = cache.store()
    last = next(entry.no for entry in store.imports("qt-2022") if entry.period == "2022-Q3")
    store.revoke(last, reason="thử", made_at=NOW)
    assert "Vướng mắc (nêu ở quý II/2022): Thiếu người" in words_of(slide(app, page_slides.OVERDUE, third))
    assert "Bổ sung 01 người" not in words_of(slide(app, page_slides.PROPOSALS, third))


def test_where_nothing_is_told_of_a_delay_that_is_said(app: AppTest) -> None:
    late(cache.store(), "")
    assert f"Vướng mắc: {page_slides.NO_DIFFICULTY}" in words_of(slide(app, page_slides.OVERDUE))


def test_a_commitment_is_told_with_target_figure_gap_and_cause(app: AppTest) -> None:
    said = words_of(slide(app, page_slides.COMMITMENTS, COMMITTED))
    assert "mục tiêu &gt; 90% · thực hiện 89,96% · −0,04 điểm %" in said
    assert f"Nguyên nhân: {page_slides.NO_CAUSE}" in said
    assert said.index("✕ Không đạt") < said.index("▲ Có nguy cơ")
    assert "thực hiện 32,8%" in said
    assert "thực hiện 99,1%" in words_of(slide(app, f"{page_slides.COMMITMENTS}-2", COMMITTED))


def test_a_commitment_with_a_figure_that_nothing_proves_stands_among_what_lacks_evidence(app: AppTest) -> None:
    fourth = {"plan": "qt-2024", "period": "2024-Q4", "as_of": "2024-12-14"}
    [signed] = [item for item in cache.store().commitments("qt-2024") if "chữ ký số tại" in item.record.content]
    asked = page_slides.UNPROVEN
    assert signed.record.content not in words_of(slide(app, asked, fourth))
    told = CommitmentUpdate(
        Place("", ""), value=Decimal("97.5"), finality=Finality.PROVISIONAL, as_of=date(2024, 12, 9)
    )
    said, source = Words(commitment_updates=(Reported(signed.key, told),)), SourceFile("bc.xlsx", "xlsx", b"bc")
    period = Period(2024, 4)
    cache.store().append_import("qt-2024", source, said, made_at=NOW, period=period, received_on=date(2024, 12, 9))
    page = slide(app, asked, fourth)
    assert title(page) == page_slides.QUESTIONS[page_slides.UNPROVEN]
    [item] = [item for item in html_of(page).split('<i class="papi-dot')[1:] if signed.record.content in item]
    assert "thực hiện 97,5%" in item
    assert NO_EVIDENCE in item


def test_a_decision_typed_on_the_spot_is_there_now_and_in_the_next_period(app: AppTest) -> None:
    page = slide(app, page_slides.NOTED, QUARTER_1)
    assert words.NONE_NOTED in words_of(page)
    choose(page, words.WHO, "VP")
    fill(page, words.WHAT, WHAT)
    press(page, words.NOTE)
    assert "Đã ghi. Việc được theo dõi ở quý II/2022" in words_of(page)
    assert "&lt;trên&gt;" in html_of(page)
    assert "Văn phòng Sở, hạn 14/06/2022" in words_of(page)
    assert [field.value for field in page.text_area] == [""]
    decision = cache.store().decisions.of("qt-2022")[0]
    assert (decision.errand, decision.made_by) == (Errand(WHAT, "VP", date(2022, 6, 14)), "Nguyễn Thị Lan")
    after = words_of(slide(app, page_slides.CARRIED))
    assert "► Đang làm" in after
    assert "Văn phòng Sở, hạn 14/06/2022, giao ở quý I/2022" in after
    assert "viec-truoc" not in through(app, QUARTER_1)


def test_a_decision_on_a_row_is_noted_from_the_slide_that_shows_it(app: AppTest) -> None:
    content = late(cache.store(), "Thiếu người")
    page = slide(app, page_slides.OVERDUE)
    key = next(link for link in links_of(page) if "giao-viec" in link and "key=" in link).rpartition("key=")[2]
    page = slide(app, page_slides.NOTED, key=key)
    assert f"{words.OF_THIS}: {content}" in words_of(page)
    assert words.OF_ROW not in [box.label for box in page.selectbox]
    choose(page, words.WHO, "VP")
    fill(page, words.WHAT, WHAT)
    press(page, words.NOTE)
    assert cache.store().decisions.of("qt-2022")[0].errand.row == key
    assert f"{page_slides.REST}: {content}" in words_of(page)
    assert "key" not in page.query_params


@pytest.mark.parametrize(
    ("who", "what", "said"), [("VP", " ", "Chưa ghi nội dung"), (None, WHAT, "Chưa chọn đơn vị được giao")]
)
def test_what_is_missing_is_said_and_what_was_typed_stays(app: AppTest, who: str | None, what: str, said: str) -> None:
    page = slide(app, page_slides.NOTED, QUARTER_1)
    before = cache.store().version
    choose(page, words.WHO, who)
    fill(page, words.WHAT, what)
    press(page, words.NOTE)
    assert said in words_of(page)
    assert page.text_area[0].value == what
    assert cache.store().version == before


def test_nobody_notes_without_a_name(app: AppTest) -> None:
    page = named(slide(app, page_slides.NOTED, QUARTER_1), "")
    before = cache.store().version
    choose(page, words.WHO, "VP")
    fill(page, words.WHAT, WHAT)
    press(page, words.NOTE)
    assert update_words.PERSON_NEEDED in words_of(page)
    assert cache.store().version == before


def test_the_end_of_a_decision_is_noted_with_its_result(app: AppTest) -> None:
    number = noted()
    page = slide(app, page_slides.CARRIED)
    assert "✕ Quá hạn 60 ngày" in words_of(page)
    fill(page, words.OUTCOME, "")
    press(page, words.SETTLE)
    assert "Chưa ghi kết quả." in words_of(page)
    fill(page, words.OUTCOME, "Công văn 31/SKHCN-VP")
    next(field for field in page.date_input if field.label == words.ENDED_ON).set_value(date(2022, 4, 20))
    press(page, words.SETTLE)
    said = words_of(page)
    assert words.SETTLED_NOW in said
    assert "✓ Đã xong 20/04/2022, trễ 5 ngày" in said
    assert "Kết quả: Công văn 31/SKHCN-VP" in said
    assert words.SETTLE not in labels_of(page)
    settlement = cache.store().decisions.of("qt-2022")[0].settlement
    assert settlement is not None
    assert (settlement.state, cache.store().decisions.of("qt-2022")[0].no) == (DecisionState.DONE, number)


def test_open_decisions_show_on_the_overview_and_on_the_page_of_their_unit(app: AppTest) -> None:
    assert "chưa xong" not in words_of(opened(app, "tong_quan", QUARTER_2))
    noted()
    assert "1 việc giao tại cuộc họp trước chưa xong" in words_of(opened(app, "tong_quan", QUARTER_2))
    assert any("trinh-chieu" in link and "slide=viec-truoc" in link for link in links_of(app))
    of_unit = words_of(opened(app, "don_vi", QUARTER_2, unit="VP"))
    assert "hạn 15/04/2022 · giao ở quý I/2022 ✕ Quá hạn 60 ngày" in of_unit
    assert words.DECISIONS not in words_of(opened(app, "don_vi", QUARTER_2, unit="TTRA"))


def test_the_history_names_a_decision_and_its_end_and_takes_either_back(app: AppTest) -> None:
    number = noted()
    ended = decisions.settle(
        cache.store(), number, DecisionState.DONE, date(2022, 4, 20), "Công văn 31", made_at=NOW, made_by="Bình"
    )
    page = calm(opened(named(app), "cap_nhat", QUARTER_2))
    page.segmented_control(key="papi-past-kind").set_value(page_history.DECISIONS).run()
    assert "Văn phòng Sở, hạn 15/04/2022 ✓ Đã xong" in words_of(page)
    press(page, page_history.OPEN)
    assert f"Mục số {ended}, Bình: Đã xong 20/04/2022: Công văn 31" in words_of(page)
    fill(page, page_history.REASON, "nhầm", 0)
    press(page, page_history.UNDO, 0)
    assert f"Đã hoàn tác kết quả số {ended}." in words_of(page)
    assert cache.store().decisions.of("qt-2022")[0].settlement is None
    fill(page, page_history.REASON, "nhầm", 1)
    press(page, page_history.UNDO, 0)
    assert f"Đã hoàn tác việc giao số {number}." in words_of(page)
    assert cache.store().decisions.of("qt-2022") == ()


def test_two_departments_do_not_see_each_others_decisions(app: AppTest, store_file: Path) -> None:
    noted()
    assert store_file.exists()
    other = {"plan": "dn-2024", "period": "2024-Q3", "as_of": "2024-09-14"}
    assert "viec-truoc" not in through(app, other)
    next_year = {"plan": "qt-2024", "period": "2024-Q1", "as_of": "2024-03-14"}
    assert "giao ở quý I/2022" in words_of(slide(app, page_slides.CARRIED, next_year))
