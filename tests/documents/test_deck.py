"""The deck read back: its figures are the named ones, its texts have room, its notes have the rows behind."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import openpyxl
import pytest

from papi_metrics.charts.spec import Category, ChartKind, ChartSpec
from papi_metrics.documents.deck.behind import behind
from papi_metrics.documents.report.source import Source
from papi_metrics.model.period import Period
from papi_metrics.services.decks import deck
from papi_metrics.services.facts import Facts, figures_of
from papi_metrics.services.reports import NothingToReportError
from tests.documents import slides
from tests.services.sample_store import sample_facts

MADE_AT = datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001 - wall time
ASKED = [("qt-2022", "2022-Q1"), ("qt-2022", "2022-Q4"), ("qt-2024", "2024-Q3"), ("dn-2024", "2024-Q3")]
COMMITTED = ASKED[2]
_NUMBER = re.compile(r"\d[\d.,]*(?:/\d+)*%?")
_DATE = re.compile(r"\d{2}/\d{2}/\d{4}")
_TOLD = ("content", "result", "lead_text", "difficulties", "proposal", "next_steps", "cause", "remedy", "responsible")
LONG = " ".join(["Thực hiện nghiêm túc việc công khai, minh bạch trong giải quyết thủ tục hành chính"] * 20)


@cache
def facts_for(plan: str, code: str) -> Facts:
    return sample_facts(plan, Period.parse(code))


@cache
def content_of(plan: str, code: str) -> bytes:
    return deck(facts_for(plan, code), MADE_AT)


@pytest.fixture(params=ASKED, ids="-".join)
def asked(request: pytest.FixtureRequest) -> tuple[str, str]:
    plan, code = request.param
    return plan, code


@pytest.fixture
def facts(asked: tuple[str, str]) -> Facts:
    return facts_for(*asked)


@pytest.fixture
def presentation(asked: tuple[str, str]) -> Any:
    """The deck of ``facts``, opened."""
    return slides.reopened(content_of(*asked))


@pytest.fixture
def committed() -> Facts:
    return facts_for(*COMMITTED)


@pytest.fixture
def committed_deck() -> Any:
    """The deck of ``committed``, opened."""
    return slides.reopened(content_of(*COMMITTED))


def charts_in(presentation: Any) -> Iterator[Any]:
    for slide in presentation.slides:
        yield from (shape.chart for shape in slide.shapes if shape.has_chart)


def test_a_deck_has_one_slide_a_question_and_more_only_where_one_goes_on(facts: Facts, presentation: Any) -> None:
    titles = [slides.title_of(slide) for slide in presentation.slides]
    first = [title for title in titles if not title.endswith("(tiếp theo)")]
    assert len(first) == (7 if facts.commitments else 6)
    assert len(set(first)) == len(first)
    assert len(titles) <= 10
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_every_number_of_a_slide_is_a_named_figure(facts: Facts, presentation: Any) -> None:
    """What is left when the texts of the rows, the days and the foot are taken away is printed as ``figures`` says."""
    named = {figure.text for figure in figures_of(facts).values()}
    known = {number for text in named for number in _NUMBER.findall(text)}
    known |= {str(facts.plan.due_soon_days), *map(str, range(1, 9))}
    told = sorted(
        {str(row[name]) for row in (*facts.tasks, *facts.commitments) for name in _TOLD if row.get(name)},
        key=len,
        reverse=True,
    )
    numbers = 0
    for found in slides.texts(presentation):
        text = found.text.removesuffix("… xem ghi chú")
        if "phiên bản số liệu" in text or re.fullmatch(r"[\d.]+", text) or any(text in one for one in told):
            continue
        for one in (*told, facts.plan.title, facts.office.name, "‹#›"):
            text = text.replace(one.rstrip(" .;"), "")
        text = _DATE.sub("", re.sub(r"[Qq]uý [IV]+/\d{4}|năm \d{4}|Minh họa:[^.]*\.", "", text))
        for number in _NUMBER.findall(text):
            assert number.rstrip(".,") in known, f"{number} in {found.text!r}"
            numbers += 1
    assert numbers > 20


def test_the_cards_of_the_first_slide_are_the_figures_of_the_plan(committed: Facts, committed_deck: Any) -> None:
    named = figures_of(committed)
    first = committed_deck.slides[0]
    cards = {
        shape.name: [paragraph.text for paragraph in shape.text_frame.paragraphs]
        for shape in first.shapes
        if shape.has_text_frame
    }
    for name, figure in (
        ("Nhiệm vụ hoàn thành", "plan.completion"),
        ("Cam kết đạt", "plan.commitments_met"),
        ("Nhiệm vụ đã báo cáo", "plan.reported"),
        ("Hoàn thành có minh chứng", "plan.evidenced"),
        ("Nhiệm vụ quá hạn", "plan.overdue.count"),
        ("Nhiệm vụ sắp đến hạn", "plan.due_soon.count"),
    ):
        assert cards[name][:2] == [name, named[figure].text]
    assert cards["Nhiệm vụ hoàn thành"][2] == f"kỳ trước {named['period.2024-Q2.plan.completion'].text}"


def test_charts_are_native_and_the_workbooks_in_them_hold_the_named_figures(facts: Facts, presentation: Any) -> None:
    named, asked = figures_of(facts), {chart.title: chart for chart in facts.charts}
    seen: dict[str, int] = {}
    for chart in charts_in(presentation):
        spec = asked[" ".join(p.text for p in chart.chart_title.text_frame.paragraphs)]
        start = seen.get(spec.slug, 0)
        rows = len(list(chart.plots[0].categories))
        part = spec.categories[start : start + rows]
        seen[spec.slug] = start + rows
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Số liệu"]
        for place, (series, drawn) in enumerate(zip(spec.series, chart.plots[0].series, strict=True)):
            wanted = [named[f"chart.{spec.slug}.{one.code or 'unknown'}.{series.code}"].value for one in part]
            assert list(drawn.values) == wanted
            assert [book.cell(row + 2, place + 2).value for row in range(rows)] == wanted
    stacked = [chart for chart in facts.charts if chart.kind is ChartKind.STACKED and len(chart.categories) > 1]
    bullets = [chart for chart in facts.charts if chart.kind is ChartKind.BULLET]
    assert seen == {chart.slug: len(chart.categories) for chart in (*stacked, *bullets)}


@pytest.mark.parametrize("measure", ["completion", "reported", "evidenced", "commitments_met", "units_reported"])
def test_the_rows_behind_a_ratio_are_as_many_as_it_says(facts: Facts, measure: str) -> None:
    found, ratio = behind(measure, Source(facts)), facts.whole.ratio(measure)
    assert (len(found.inside), len(found.inside) + len(found.outside)) == (ratio.numerator, ratio.denominator)


@pytest.mark.parametrize("measure", ["overdue", "due_soon"])
def test_the_rows_behind_a_count_are_as_many_as_it_says(facts: Facts, measure: str) -> None:
    assert len(behind(measure, Source(facts)).inside) == facts.whole.count(measure)


def test_the_notes_have_every_task_in_full_and_every_commitment(facts: Facts, presentation: Any) -> None:
    told = "\n".join(slides.notes(presentation))
    for row in (*facts.tasks, *facts.commitments):
        assert row["content"].rstrip(" .;") in told
        if row["result"]:
            assert row["result"].rstrip(" .;") in told


def test_each_slide_says_what_its_figures_are_and_the_file_too(committed: Facts, committed_deck: Any) -> None:
    line = (
        "Kế hoạch duy trì và củng cố Chỉ số PAPI năm 2024 và các cam kết năm 2024 · Quý III/2024 · số liệu đến "
        f"14/09/2024 · ước · phiên bản số liệu {committed.version} · số liệu minh họa"
    )
    for slide in committed_deck.slides:
        assert line in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    about = committed_deck.core_properties
    assert (about.subject, about.created, about.comments) == (line, MADE_AT, "")
    assert "period=2024-Q3; as_of=2024-09-14; finality=provisional" in about.keywords
    assert "illustrative=true" in about.keywords
    assert slides.notes(committed_deck)[0].startswith(line)


def test_a_deck_is_the_same_file_but_for_the_moment_it_was_made(committed: Facts) -> None:
    first, again = content_of(*COMMITTED), deck(committed, MADE_AT)
    later = deck(committed, MADE_AT + timedelta(days=1))
    assert first == again
    assert differing(first, later) == ["docProps/core.xml"]


def differing(one: bytes, other: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(one)) as first, zipfile.ZipFile(io.BytesIO(other)) as second:
        assert first.namelist() == second.namelist()
        return [name for name in first.namelist() if first.read(name) != second.read(name)]


def test_no_text_of_the_sample_runs_over(presentation: Any) -> None:
    assert_all_has_room(presentation)


def assert_all_has_room(presentation: Any) -> None:
    found = list(slides.texts(presentation))
    assert len(found) > 30
    assert [one for one in found if one.needed > one.room + 0.1] == []
    assert slides.inside(presentation)


def awkward(facts: Facts) -> Facts:
    """Every text as long as it may be, forty tasks late, thirty units, names without a space, nothing explained."""
    late = {"state": "overdue", "days_late": 123, "due": date(2024, 5, 14), "done": False, "difficulties": LONG}
    said = {"content": LONG, "proposal": LONG, "next_steps": LONG, "update_period": facts.period.code}
    tasks = tuple(
        {**row, **late, **said, "key": f"{row['key']}-{again}", "lead_text": LONG, "dimension": row["dimension"] or 1}
        for again in range(2)
        for row in facts.tasks
    )
    commitments = tuple(
        {**row, "content": LONG, "state": "missed", "must_explain": True, "explanation_missing": True, "cause": None}
        for row in facts.commitments
    )
    names = {code: f"{name} {LONG[:120]}" for code, name in facts.unit_names.items()} | {"X": "X" * 300}
    return replace(
        facts,
        plan=replace(facts.plan, title=LONG),
        office=replace(facts.office, name=LONG),
        tasks=tasks,
        task_units=tuple({**row, "unit": unit} for row in tasks for unit in ("VP", "X")),
        commitments=commitments,
        unit_names=names,
        charts=tuple(map(longer, facts.charts)),
    )


def longer(chart: ChartSpec) -> ChartSpec:
    """The chart with thirty rows of long names, where it is one of bars."""
    if chart.kind is ChartKind.LINE or chart.slug.startswith("nhiem-vu-theo-noi-dung"):
        return chart
    order = [place % len(chart.categories) for place in range(30)]
    return replace(
        chart,
        categories=tuple(
            Category(f"{chart.categories[old].code}{place or ''}", LONG[:150], chart.categories[old].total, LONG)
            for place, old in enumerate(order)
        ),
        series=tuple(replace(one, points=tuple(one.points[old] for old in order)) for one in chart.series),
    )


@pytest.fixture(scope="module")
def long_deck() -> Any:
    return slides.reopened(deck(awkward(facts_for(*COMMITTED)), MADE_AT))


def test_the_longest_texts_have_room(long_deck: Any) -> None:
    assert_all_has_room(long_deck)
    for chart in charts_in(long_deck):
        assert chart.font.size.pt >= 9


def test_what_is_cut_on_a_slide_is_whole_in_its_notes(long_deck: Any) -> None:
    cut = [one for one in slides.texts(long_deck) if one.text.endswith("… xem ghi chú")]
    assert len({one.slide for one in cut}) > 5
    told = slides.notes(long_deck)
    for one in cut:
        kept = one.text.removesuffix("… xem ghi chú")
        # More stands behind what was kept.
        assert re.search(rf"{re.escape(kept)}[ .,;:]*\w", told[one.slide - 1]), kept


def test_a_table_that_does_not_end_says_where_the_rest_is(long_deck: Any) -> None:
    rest = [one.slide for one in slides.texts(long_deck) if one.text == "Các nội dung còn lại: xem ghi chú"]
    titles = [slides.title_of(slide) for slide in long_deck.slides]
    assert rest
    assert all(titles[number - 1].endswith("(tiếp theo)") for number in rest)
    [late, *_] = [number for number in rest if "quá hạn" in titles[number - 1]]
    told = "\n".join(slides.notes(long_deck)[late - 3 : late])
    # Every task that is late and every commitment, on the slide or behind it.
    assert told.count("\n–") + told.startswith("–") >= 2 * 28 + 14


def test_parts_of_a_chart_share_one_scale(long_deck: Any, committed: Facts) -> None:
    ends: dict[str, set[float]] = {}
    parts: dict[str, int] = {}
    for chart in charts_in(long_deck):
        name = " ".join(p.text for p in chart.chart_title.text_frame.paragraphs)
        ends.setdefault(name, set()).add(chart.value_axis.maximum_scale)
        parts[name] = parts.get(name, 0) + 1
    assert max(parts.values()) > 1
    assert all(len(found) == 1 for found in ends.values())


def test_a_missed_commitment_without_giai_trinh_says_so(committed_deck: Any) -> None:
    [late] = [slide for slide in committed_deck.slides if "chưa có giải trình" in slides.title_of(slide)]
    [rows] = [shape.table.rows for shape in late.shapes if shape.has_table]
    told = [[cell.text for cell in row.cells] for row in rows]
    [row] = [row for row in told if row[4] == "Chưa có giải trình"]
    assert row[1] == "Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm"
    assert row[3] == "✕ Không đạt: 89,96% / > 90%, chênh lệch −0,04 điểm %"


def test_what_units_ask_stands_first_with_their_tasks(committed_deck: Any) -> None:
    [asked] = [slide for slide in committed_deck.slides if slides.title_of(slide).startswith("Đề nghị cuộc họp")]
    assert slides.title_of(asked) == "Đề nghị cuộc họp cho ý kiến: Bố trí thêm người phối hợp"
    [table] = [shape.table for shape in asked.shapes if shape.has_table]
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert told[1][0] == "Các đơn vị đề xuất, vướng mắc"
    assert [row[:2] for row in told[2:4]] == [
        ["Bố trí thêm người phối hợp.", "Nhân lực kiêm nhiệm."],
        ["–", "Nhân lực kiêm nhiệm."],
    ]


def test_what_the_figures_ask_stands_with_the_rows_and_who_has_to_act(committed_deck: Any) -> None:
    [asked] = [slide for slide in committed_deck.slides if slides.title_of(slide).startswith("Đề nghị cuộc họp")]
    [table] = [shape.table for shape in asked.shapes if shape.has_table]
    told = [[cell.text for cell in row.cells] for row in table.rows]
    start = [row[0] for row in told].index("Việc cần chỉ đạo theo số liệu kỳ này")
    [unexplained] = [row for row in told[start:] if "giải trình" in row[0]]
    assert unexplained == [
        "Yêu cầu đơn vị chủ trì giải trình 1 cam kết phải giải trình mà chưa có giải trình.",
        "–",
        "Thực hiện giải ngân kế hoạch đầu tư vốn ngân sách nhà nước hàng năm",
        "Phòng Kế hoạch-Tài chính",
    ]


def test_where_nobody_proposes_the_title_is_what_the_figures_ask() -> None:
    presentation = slides.reopened(content_of(*ASKED[0]))
    [title] = [text for slide in presentation.slides if (text := slides.title_of(slide)).startswith("Đề nghị")]
    first, second = title.removeprefix("Đề nghị cuộc họp: ").split("; ")
    assert first == "đôn đốc 1 đơn vị chưa nộp báo cáo quý I/2022"
    assert second.startswith("yêu cầu bổ sung minh chứng của ")


def test_what_nobody_has_reported_on_is_something_to_do() -> None:
    presentation = slides.reopened(deck(sample_facts("dn-2024", Period(2024, 1)), MADE_AT))
    assert slides.title_of(presentation.slides[-1]).startswith("Quý II/2024: báo cáo 9 nhiệm vụ chưa báo cáo")


def test_difficulties_of_an_earlier_quarter_say_so() -> None:
    presentation = slides.reopened(deck(sample_facts("qt-2024", Period(2024, 4)), MADE_AT))
    told = [one.text for one in slides.texts(presentation) if one.text.startswith("Nhân lực kiêm nhiệm")]
    assert told
    assert {text for text in told if "(theo báo cáo quý III/2024)" not in text} == set()


def test_dimensions_without_tasks_are_named() -> None:
    presentation = slides.reopened(content_of(*ASKED[3]))
    told = [one.text for one in slides.texts(presentation) if one.slide == 2]
    assert "Kế hoạch không có nhiệm vụ ở nội dung 1, 2, 6, 7." in told
    assert slides.title_of(presentation.slides[1]) == "Hoàn thành thấp nhất: Thủ tục hành chính công 0/1 (0,0%)"


def test_a_plan_of_commitments_alone_has_its_slides(committed: Facts) -> None:
    alone = replace(
        committed,
        tasks=(),
        task_units=(),
        charts=tuple(one for one in committed.charts if one.kind is ChartKind.BULLET),
    )
    presentation = slides.reopened(deck(alone, MADE_AT))
    assert slides.title_of(presentation.slides[1]) == "Kế hoạch không có nhiệm vụ nào"
    assert_all_has_room(presentation)


def test_nothing_is_no_deck(committed: Facts) -> None:
    with pytest.raises(NothingToReportError) as fault:
        deck(replace(committed, tasks=(), commitments=()), MADE_AT)
    assert fault.value.code == "empty_plan"
