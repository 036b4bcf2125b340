"""What meetings decided, read back from every document: the same figures, the same words, nothing where nothing was."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document

from papi_metrics.documents.report.model import Report, ReportKind
from papi_metrics.model.decision import Decision, DecisionState
from papi_metrics.model.period import Period
from papi_metrics.services import decks, documents
from papi_metrics.services.facts import Facts, facts_of, figures_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.reports import brief_of, brief_pdf, in_template, report_docx, report_of, report_pdf
from papi_metrics.wording import form
from papi_metrics.wording import report_decisions as words
from tests.documents import printed, slides
from tests.documents.awkward import AS_OF, MADE_AT, PLAN, Q1, Q2, awkward, awkward_facts, decide, undecided
from tests.documents.letters import reopened, texts

QUARTER, YEAR = ReportKind.QUARTER, ReportKind.YEAR
CARRIED, NOTED = "9. Kết quả thực hiện việc giao tại các cuộc họp trước", "1. Việc được giao tại cuộc họp quý II/2022"
Q4 = Period(2022, 4)
STATES = {"overdue": 2, "open": 1, "done": 1, "dropped": 1}


@cache
def facts() -> Facts:
    return awkward_facts()


@cache
def last_quarter() -> Facts:
    """The facts of the fourth quarter, when all that was noted in the year has been carried."""
    with awkward() as store:
        return facts_of(store, plan_of(store, PLAN), Q4, date(2022, 12, 14))


@cache
def report() -> Report:
    return report_of(facts(), QUARTER, MADE_AT)


def rows_of(document: Document) -> list[list[str]]:
    """The rows of the table of what earlier meetings decided, those of one text left out."""
    [table] = [
        table for table in document.tables if [cell.text for cell in table.rows[0].cells] == list(words.HEADINGS)
    ]
    cells = [list({cell._tc: cell.text for cell in row.cells}.values()) for row in table.rows[1:]]
    return [row for row in cells if len(row) == len(words.HEADINGS)]


def state_of(item: Decision, as_of: date) -> str:
    """How a decision stands, found once more without the model."""
    if item.settlement and item.settlement.on <= as_of:
        return item.settlement.state.value
    return "overdue" if (as_of - item.errand.due).days > 0 else "open"


# Figures


def test_every_decision_and_every_count_is_a_figure_by_name() -> None:
    named = figures_of(facts())
    found = facts().decisions
    assert len(found) == 7
    for item in found:
        scope = f"decision.{item.no}"
        late = (AS_OF if state_of(item, AS_OF) == "overdue" else item.settlement.on) if item.settlement else AS_OF
        days = 0 if state_of(item, AS_OF) == "dropped" else max((late - item.errand.due).days, 0)
        told = [named[f"{scope}.{part}"].value for part in ("due", "state", "settled_on", "days_late")]
        settled_on = item.settlement.on if item.settlement else None
        assert told == [item.errand.due, state_of(item, AS_OF), settled_on, days]
        assert named[f"{scope}.due"].text == form.day(item.errand.due)
    assert named["decisions.noted.count"].value == sum(item.period == Q2 for item in found) == 2
    before = Counter(state_of(item, AS_OF) for item in found if item.period < Q2)
    for scope in ("carried", "year"):
        counts = {state: named[f"decisions.{scope}.state.{state}.count"].value for state in DecisionState}
        assert counts == {state: before[state] for state in DecisionState} == STATES
        assert named[f"decisions.{scope}.count"].value == 5


def test_a_year_tells_of_all_its_meetings_and_a_quarter_of_what_was_carried() -> None:
    named = figures_of(last_quarter())
    # What was done and dropped for the first half had ended before the data of the fourth quarter began.
    carried, year = {item.no for item in last_quarter().meeting.carried}, {item.no for item in last_quarter().decisions}
    ended = {item.no for item in last_quarter().decisions if item.period == Q1 and item.settlement}
    assert carried == year - ended
    assert (named["decisions.carried.count"].value, named["decisions.year.count"].value) == (4, 7)
    for kind, count in (QUARTER, "4"), (YEAR, "7"):
        document = reopened(report_docx(report_of(last_quarter(), kind, MADE_AT)))
        assert len(rows_of(document)) == int(count)
        assert any(text.startswith(f"Tổng số {count} việc được giao: ") for text in texts(document))


# The report


def test_the_report_tells_how_what_was_given_ended_before_it_tells_what_comes_next() -> None:
    document, named = reopened(report_docx(report())), figures_of(facts())
    lines = [paragraph.text for paragraph in document.paragraphs]
    order = [lines.index(text) for text in (CARRIED, "III. KẾ HOẠCH THỰC HIỆN QUÝ III/2022", NOTED)]
    assert order == sorted(order)
    assert lines[order[0] + 1] == ("Tổng số 5 việc được giao: đã xong 1; thôi không làm 1; đang làm 1; quá hạn 2.")
    rows = rows_of(document)
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    by_content = {item.errand.content: item for item in facts().meeting.carried}
    for row in rows:
        item = by_content.pop(row[1])
        assert row[3] == named[f"decision.{item.no}.due"].text
        assert row[5].startswith(named[f"decision.{item.no}.state"].text)
        if state_of(item, AS_OF) == "overdue":
            assert row[5] == f"Quá hạn {named[f'decision.{item.no}.days_late'].text} ngày"
    assert by_content == {}
    told = {row[1]: (row[2], row[4], row[5]) for row in rows}
    assert told["Mua 3 máy quét <A4> & phần mềm"][1:] == ("Chưa nêu lý do", "Thôi không làm")
    assert told["Công bố 25 thủ tục"] == (
        "LD",
        "Đã xong 20/06/2022 (sau ngày chốt, chưa tính): Quyết định 31/QĐ",
        "Quá hạn 13 ngày",
    )
    assert lines[order[2] + 2] == "- Trả lời 2 kiến nghị (Văn phòng Sở, hạn 13/06/2022): đã xong 13/06/2022."


def test_the_pdf_says_the_same() -> None:
    text = printed.text_of(report_pdf(report()))
    for row in rows_of(reopened(report_docx(report()))):
        assert all(printed.squeezed(cell) in text for cell in row)
    assert printed.squeezed("Trả lời 2 kiến nghị (Văn phòng Sở, hạn 13/06/2022): đã xong 13/06/2022.") in text
    assert [title for _, title in printed.outline(report_pdf(report())) if "cuộc họp" in title] == [CARRIED, NOTED]


@pytest.mark.parametrize(
    ("meetings", "heading"),
    [
        ([Q1], "Kết quả thực hiện việc giao tại cuộc họp kỳ trước"),
        ([Period(2021, 4)], "Kết quả thực hiện việc giao tại các cuộc họp trước"),
        ([Period(2021, 4), Q1], "Kết quả thực hiện việc giao tại các cuộc họp trước"),
    ],
)
def test_the_heading_names_the_last_meeting_only_where_it_was_that(meetings: list[Period], heading: str) -> None:
    assert words.carried_out(meetings, Q2) == heading


def test_what_is_overdue_at_the_very_meeting_and_ended_later_is_said() -> None:
    [item] = [item for item in facts().decisions if item.errand.content == "Công bố 25 thủ tục"]
    names = {"LD": "Lãnh đạo Sở"}
    assert words.given(item, names, date(2022, 6, 1)) == (
        "Công bố 25 thủ tục (Lãnh đạo Sở, hạn 01/06/2022): "
        "đã xong 20/06/2022 (sau ngày chốt, chưa tính): Quyết định 31/QĐ"
    )
    assert words.given(replace(item, settlement=None), names, date(2022, 6, 2)).endswith("): quá hạn 1 ngày")
    assert words.given(replace(item, settlement=None), names, date(2022, 6, 1)).endswith("hạn 01/06/2022)")


# Where nothing was decided


def made_of(found: Facts) -> Iterator[bytes]:
    report = report_of(found, QUARTER, MADE_AT)
    yield from (report_docx(report), report_pdf(report), brief_pdf(brief_of(found, MADE_AT)))
    yield decks.deck(found, MADE_AT)


def test_documents_of_the_version_before_the_meeting_stay_byte_for_byte() -> None:
    with undecided() as store:
        plan = plan_of(store, PLAN)
        before = facts_of(store, plan, Q2, AS_OF)
        summary = documents.summary(store, before, made_at=MADE_AT)
        decide(store)
        again = facts_of(store, plan, Q2, AS_OF, before.version)
        assert documents.summary(store, again, made_at=MADE_AT) == summary
    assert again.decisions == ()
    for one, other in zip(made_of(before), made_of(again), strict=True):
        assert one == other
    said = [*texts(reopened(next(made_of(before)))), *(one.text for one in slides.texts(deck_of(before)))]
    assert not any("việc giao" in text.lower() or "việc được giao" in text.lower() for text in said)
    assert "Việc giao" not in openpyxl.load_workbook(io.BytesIO(summary)).sheetnames


def deck_of(found: Facts) -> Any:
    return slides.reopened(decks.deck(found, MADE_AT))


# Deck, brief, summary, template


def test_the_deck_has_a_slide_of_its_own_for_what_was_given_and_tells_the_rest_in_its_notes() -> None:
    deck = deck_of(facts())
    titles = [slides.title_of(slide) for slide in deck.slides]
    place = titles.index("5 việc giao ở cuộc họp trước: đã xong 1, thôi không làm 1, đang làm 1, quá hạn 2")
    assert titles[place + 1].startswith("Đề nghị cuộc họp")
    assert titles[place + 2].startswith("Quý III/2022: làm 2 việc cuộc họp giao, ")
    assert len([title for title in titles if not title.endswith("(tiếp theo)")]) == 8
    shown = [one.text for one in slides.texts(deck) if one.slide == place + 1]
    assert {"✕ Quá hạn 134 ngày", "✓ Đã xong 09/06/2022, trễ 9 ngày", "■ Thôi không làm"} <= set(shown)
    notes = slides.notes(deck)
    for item in facts().meeting.carried:
        assert item.errand.content.rstrip(".") in notes[place]
        assert item.settlement is None or item.settlement.outcome in notes[place]
    for item in facts().meeting.noted:
        assert item.errand.content in notes[place + 2]
    assert "giao ở quý II/2022; Phòng Kế hoạch - Tài chính, hạn 14/09/2022; đang làm" in notes[place + 2]
    assert "Thuộc nhiệm vụ, cam kết: 1. Giải ngân vốn." in notes[place + 2]
    assert [one for one in slides.texts(deck) if one.needed > one.room + 0.1] == []
    assert slides.inside(deck)


def test_the_brief_has_one_line_and_stays_one_page() -> None:
    content = brief_pdf(brief_of(facts(), MADE_AT))
    assert len(printed.opened(content).pages) == 1
    line = (
        "Việc giao ở cuộc họp trước: 5 việc; đã xong 1; thôi không làm 1; đang làm 1; quá hạn 2. "
        "Cuộc họp kỳ này giao 2 việc."
    )
    assert printed.squeezed(line) in printed.text_of(content)


def test_the_summary_lists_every_decision_of_the_plan_and_what_was_carried_into_it() -> None:
    named = figures_of(facts())
    with awkward() as store:
        book = openpyxl.load_workbook(io.BytesIO(documents.summary(store, facts(), made_at=MADE_AT)))
    sheet = book["Việc giao"]
    head = int(str(sheet.print_title_rows).strip("$").split(":")[0])
    names = [cell.value for cell in sheet[head]]
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=head + 1)]
    rows = [row for row in rows if isinstance(row["Mục số"], int)]
    assert [row["Mục số"] for row in rows] == [item.no for item in facts().decisions]
    for row, item in zip(rows, facts().decisions, strict=True):
        scope = f"decision.{item.no}"
        assert row["Cuộc họp"] == form.period(item.period)
        assert row["Việc được giao"] == item.errand.content
        assert row["Hạn"].date() == named[f"{scope}.due"].value
        assert row["Trạng thái"] == named[f"{scope}.state"].text
        assert row["Số ngày trễ"] == named[f"{scope}.days_late"].value
        settled_on = row["Ngày kết thúc"]
        assert (settled_on.date() if settled_on else None) == named[f"{scope}.settled_on"].value
        assert row["Người ghi"] == "Nguyễn Thị Lan Anh"
    told = {row["Việc được giao"]: row for row in rows}
    assert told["Công bố 25 thủ tục"]["Kết quả, lý do"] == "Đã xong: Quyết định 31/QĐ"
    assert rows[0]["Thuộc nhiệm vụ, cam kết"] == "Nhiệm vụ, cam kết của kế hoạch năm 2021"
    assert told["Tập huấn một cửa."]["Thuộc nhiệm vụ, cam kết"] == "Nhiệm vụ, cam kết không còn trong kế hoạch"
    assert told["Công bố 25 thủ tục"]["Thuộc nhiệm vụ, cam kết"] == "Ký số văn bản"


@pytest.mark.parametrize("kind", [QUARTER, ReportKind.COMMITMENTS])
def test_a_template_of_the_office_may_place_decisions_on_their_own(kind: ReportKind) -> None:
    template = docx.Document()
    for text in (
        "{{ ghi_chu_so_lieu }}",
        "{{ viec_giao }}",
        'Quá hạn {{ so["decisions.carried.state.overdue.count"] }}',
    ):
        template.add_paragraph(text)
    buffer = io.BytesIO()
    template.save(buffer)
    document = reopened(in_template(facts(), kind, buffer.getvalue(), MADE_AT))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[1] == "Kết quả thực hiện việc giao tại các cuộc họp trước"
    assert "Việc được giao tại cuộc họp quý II/2022" in said
    assert said[-1] == "Quá hạn 2"
    assert rows_of(document) == rows_of(reopened(report_docx(report())))
    empty = reopened(in_template(replace(facts(), decisions=()), kind, buffer.getvalue(), MADE_AT))
    assert [paragraph.text for paragraph in empty.paragraphs][1:] == ["Quá hạn 0"]
