"""The brief for the leadership, read back from its PDF: one page, whatever there is to say, and its figures."""

import re
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest
import typst

from papi_metrics.charts.letters import FONTS
from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.facts import Facts
from papi_metrics.documents.pdf import typesetting
from papi_metrics.documents.pdf.brief import brief_pdf
from papi_metrics.documents.report.brief import DETAILS
from papi_metrics.model.period import Period
from papi_metrics.services.facts import figures_of
from papi_metrics.services.reports import brief_of
from papi_metrics.wording import brief as words
from tests.documents.awkward import LONGEST, awkward_facts
from tests.documents.printed import outline, pages, root_of, squeezed, text_of
from tests.services.sample_store import sample_facts

MADE_AT = datetime(2022, 3, 14, 9, 0)  # noqa: DTZ001 - wall time
CASES = {
    "qt-2022": Period(2022, 1),
    "qt-2024": Period(2024, 3),
    "dn-2024": Period(2024, 3),
    "awkward": Period(2022, 2),
    "crowded": Period(2022, 2),
}
MANY = 40


@cache
def facts_for(case: str) -> Facts:
    if case == "awkward":
        return awkward_facts()
    if case == "crowded":
        return crowded()
    return sample_facts(case, CASES[case])


def crowded() -> Facts:
    """Far more than a page holds: every list is long, and so is every text in it."""
    facts = awkward_facts()
    late = next(row for row in facts.tasks if row["state"] == "overdue")
    missed = next(row for row in facts.commitments if row["state"] == "missed")
    owing = facts.submissions[0]
    long = {"content": LONGEST, "lead_text": LONGEST[:150], "proposal": LONGEST, "update_period": str(facts.period)}
    return replace(
        facts,
        tasks=tuple(
            {**late, **long, "key": f"l{place}", "days_late": place, "proposal": f"{place} {LONGEST}"}
            for place in range(1, MANY + 1)
        ),
        commitments=tuple({**missed, **long, "key": f"m{place}", "target_text": LONGEST} for place in range(MANY)),
        submissions=tuple({**owing, "unit": f"U{place}", "state": "missing"} for place in range(MANY)),
        unit_names={f"U{place}": LONGEST[:90] for place in range(MANY)},
    )


@cache
def made(case: str) -> bytes:
    return brief_pdf(brief_of(facts_for(case), MADE_AT))


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_is_one_upright_page_from_head_to_what_is_asked(case: str) -> None:
    [page] = pages(made(case))
    assert page.size == (210, 297)
    found = page.lines
    assert found[0].text == facts_for(case).office.parent.upper()
    assert [(line.text, line.top) for line in found if not 20 < line.top < 277 or not 29.9 < line.left < 190] == []
    assert words.ASKED in outline(made(case))[-1][1]
    assert [depth for depth, _ in outline(made(case))] == [0] * len(outline(made(case)))


def test_it_is_an_archive_file(case: str) -> None:
    standard = root_of(made(case))["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in standard
    assert brief_pdf(brief_of(facts_for(case), MADE_AT)) == made(case)


def test_its_figures_are_those_of_the_command(case: str) -> None:
    facts, printed = facts_for(case), text_of(made(case))
    figures = figures_of(facts)
    names = ["plan.completion", "plan.overdue.count", "plan.evidenced", "plan.reported"]
    names += [f"dimension.{'general' if number is None else number}.completion" for number in facts.dimensions]
    if facts.commitments:
        names += ["plan.commitments_met"]
    if figures["plan.units_reported"].value is not None:
        names += ["plan.units_reported"]
    assert {name: figures[name].text for name in names if squeezed(figures[name].text) not in printed} == {}
    assert squeezed(f"{figures['plan.overdue.count'].text} nhiệm vụ") in printed


@pytest.mark.parametrize("case", ["qt-2022", "dn-2024"])
def test_dimensions_stand_in_the_order_of_the_chart(case: str) -> None:
    chart = next(chart for chart in facts_for(case).charts if chart.kind is ChartKind.STACKED)
    names = [category.name for category in chart.categories]
    found = [line.text for line in pages(made(case))[0].lines if line.text in names]
    assert found == names


def test_a_late_task_stands_with_owner_date_and_days() -> None:
    facts, printed = facts_for("awkward"), text_of(made("awkward"))
    figures = figures_of(facts)
    late = [row for row in facts.tasks if row["state"] == "overdue"]
    assert late
    for row in late:
        told = (
            row["content"],
            row["lead_text"],
            *(figures[f"task.{row['key']}.{name}"].text for name in ("due", "days_late")),
        )
        assert squeezed("".join(told)) in printed
    assert squeezed(f"Chỉ đạo hoàn thành {len(late)} nhiệm vụ quá hạn") in printed


def test_a_missed_commitment_stands_with_what_it_lacks() -> None:
    facts, printed = facts_for("awkward"), text_of(made("awkward"))
    figures = figures_of(facts)
    held = [row for state in ("missed", "at_risk") for row in facts.commitments if row["state"] == state]
    assert {row["state"] for row in held} == {"missed", "at_risk"}
    # What has no room is counted.
    more = re.search(rf"Và(\d+)mụcnữa,xembáocáođầyđủ:{squeezed(words.COMMITMENTS).lower()}", printed)
    told = held[: len(held) - int(more[1])] if more else held
    gaps = [gap for row in told if (gap := figures[f"commitment.{row['key']}.gap"].text)]
    assert gaps
    assert [gap for gap in gaps if squeezed(gap) not in printed] == []
    assert "Chưacó" in printed
    missed, at_risk = (figures[f"plan.commitments_{name}.count"].text for name in ("missed", "at_risk"))
    assert squeezed(words.ask_missed(missed, at_risk)) in printed


def test_who_owes_is_named() -> None:
    printed = text_of(made("qt-2022"))
    assert "Cònthiếu:PhòngKếhoạch-Tàichính(chưanộp,trễ9ngày)." in printed
    assert "Đônđốc1đơnvịchưanộpbáocáoquýI/2022." in printed


def test_what_has_no_room_is_counted_and_the_worst_is_there() -> None:
    facts, printed = facts_for("crowded"), text_of(made("crowded"))
    due = figures_of(facts)[f"task.{facts.tasks[0]['key']}.due"].text
    assert f"{due}{MANY}" in printed
    assert f"{due}1" not in printed
    for name in (words.OVERDUE, words.COMMITMENTS):
        left = [rows for rows in range(1, MANY) if squeezed(words.more(MANY - rows, name)) in printed]
        assert len(left) == 1


def test_little_to_say_is_set_large_and_whole() -> None:
    sizes = {line.points for line in pages(made("dn-2024"))[0].lines}
    assert min(sizes) >= 10
    assert DETAILS[0].points in sizes
    assert "…" not in text_of(made("dn-2024"))
    assert min(line.points for line in pages(made("crowded"))[0].lines) == 10


def test_nothing_to_ask_is_said() -> None:
    told = tuple({**row, "state": "done_on_time"} for row in facts_for("dn-2024").tasks)
    assert squeezed(words.NOTHING_ASKED) in text_of(
        brief_pdf(brief_of(replace(facts_for("dn-2024"), tasks=told), MADE_AT))
    )


def test_a_plan_without_units_asks_for_the_tasks_that_nobody_has_reported_on() -> None:
    assert squeezed("Đôn đốc báo cáo 1 nhiệm vụ chưa báo cáo.") in text_of(made("dn-2024"))


def test_markup_in_a_text_stays_text() -> None:
    facts = facts_for("awkward")
    text = '#import "x": y *đậm* $x$'
    changed = replace(facts, tasks=tuple({**row, "content": text} for row in facts.tasks))
    assert squeezed(text) in text_of(brief_pdf(brief_of(changed, MADE_AT)))


@pytest.mark.parametrize("case", ["qt-2024", "awkward", "crowded"])
def test_a_machine_without_times_new_roman_makes_one_page_too(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    monkeypatch.setattr(typesetting, "_fonts", lambda: carried)
    content = brief_pdf(brief_of(facts_for(case), MADE_AT))
    [page] = pages(content)
    assert {line.face.partition("-")[0] for line in page.lines} == {"BeVietnamPro"}
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in [line.text for line in page.lines]
    assert squeezed(words.ASKED) in text_of(content)
