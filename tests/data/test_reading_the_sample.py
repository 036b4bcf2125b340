"""The sample, read as any upload: what the plans hold is found, and nothing stops a clerk."""

import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.finding import Severity
from papi_metrics.model.reading import Reading
from papi_metrics.model.target import Comparator, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.update import Judgement, Status
from papi_metrics.services.importing import check_file

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
LIST: dict[str, list[dict[str, Any]]] = tomllib.loads((SAMPLE / "sample.toml").read_text(encoding="utf-8"))
YEARS = {plan["id"]: int(plan["year"]) for plan in LIST["plans"]}
FILES = {str(entry["path"]): entry for entry in LIST["files"] + LIST["copies"]}

PLAN_2022 = ("quang-tri-2022/ke-hoach-14-KH-SKHCN.docx", "quang-tri-2022/phu-luc-ke-hoach-14-KH-SKHCN.xlsx")
PLAN_2024 = ("quang-tri-2024/ke-hoach-PAPI-2024.docx", "quang-tri-2024/nhiem-vu-PAPI-2024.xlsx")
COMMITMENTS = ("quang-tri-2024/cam-ket-2024.docx", "quang-tri-2024/cam-ket-2024.xlsx")
DAK_NONG = ("dak-nong-2024/ke-hoach-PAPI-2024.docx", "dak-nong-2024/nhiem-vu-PAPI-2024.xlsx")
REPORT = "quang-tri-2022/bao-cao-23-BC-quy-1-2022.docx"


@cache
def reading(name: str) -> Reading:
    return check_file((SAMPLE / name).read_bytes(), Path(name).name, year=YEARS[FILES[name]["plan"]])


def problems(name: str) -> set[tuple[str, str]]:
    findings = reading(name).findings
    return {(str(found.severity), found.code) for found in findings if found.severity is not Severity.INFO}


@pytest.mark.parametrize("name", [name for name, entry in FILES.items() if not entry.get("illustrative")])
def test_no_real_file_has_an_error_or_a_warning(name: str) -> None:
    assert problems(name) == set()


@pytest.mark.parametrize("name", [name for name, entry in FILES.items() if entry.get("illustrative")])
def test_returns_warn_of_nothing_but_work_done_without_evidence(name: str) -> None:
    assert problems(name) <= {("warning", "done_without_evidence")}


@pytest.mark.parametrize("name", FILES)
def test_only_the_returns_are_read_as_illustrative(name: str) -> None:
    assert reading(name).illustrative == bool(FILES[name].get("illustrative"))


@pytest.mark.parametrize(
    ("name", "days"),
    [
        (PLAN_2022[0], [(3, 5), (6, 5), (9, 5), (11, 15)]),
        (PLAN_2024[0], [(3, 10), (6, 10), (9, 10), (11, 15)]),
        (DAK_NONG[0], []),
    ],
)
def test_calendar_is_the_one_part_iii_prints(name: str, days: list[tuple[int, int]]) -> None:
    calendar = reading(name).calendar
    due = calendar.due if calendar else {}
    assert [(due[quarter].month, due[quarter].day) for quarter in sorted(due)] == days


@pytest.mark.parametrize(
    ("name", "tasks", "commitments"),
    [
        *((name, 28, 0) for name in PLAN_2022 + PLAN_2024),
        *((name, 0, 14) for name in COMMITMENTS),
        *((name, 9, 0) for name in DAK_NONG),
        (REPORT, 0, 0),
    ],
)
def test_each_plan_gives_its_tasks_and_commitments(name: str, tasks: int, commitments: int) -> None:
    assert (len(reading(name).tasks), len(reading(name).commitments)) == (tasks, commitments)


@pytest.mark.parametrize("name", PLAN_2022)
def test_31_printed_rows_of_2022_are_28_tasks(name: str) -> None:
    tables = reading(name).tables
    assert sum(table.rows for table in tables) == 31
    assert sum(table.records for table in tables) == 28
    assert sum(table.continuations for table in tables) == 3
    assert sum(table.headings for table in tables) == 10


@pytest.mark.parametrize("name", PLAN_2022)
def test_tasks_of_2022_lie_in_their_sections_and_dimensions(name: str) -> None:
    tasks = reading(name).tasks
    assert Counter(task.section for task in tasks) == {"I": 3, "II": 25}
    assert [Counter(task.dimension for task in tasks)[no] for no in range(1, 9)] == [3, 3, 4, 5, 3, 4, 2, 1]
    assert [task.number for task in tasks if task.dimension in (3, 7, 8)] == ["3.1", "3.2", "3.2", "3.3", "1", "2", ""]


@pytest.mark.parametrize("name", PLAN_2022)
def test_rows_of_2022_cut_by_the_page_are_joined(name: str) -> None:
    tasks = {task.number: task for task in reading(name).tasks if task.section == "II"}
    assert "Cổng thông tin của Sở để người dân đề dàng tiếp cận, trong đó" in tasks["2.1"].content
    assert "thủ tục hành chính về quy trình, hồ sơ, thời gian giải quyết" in tasks["4.2"].content
    assert (tasks["2.1"].lead, tasks["4.2"].coordinators, tasks["6.1"].lead) == (("TTUD",), ("ALL",), ("TTUD",))


@pytest.mark.parametrize("name", PLAN_2022)
def test_leads_and_deadlines_of_2022_are_all_understood(name: str) -> None:
    tasks = reading(name).tasks
    assert Counter(task.lead for task in tasks) == {
        ("TTUD",): 9,
        ("VP",): 10,
        ("TTRA",): 4,
        ("BTTND",): 2,
        ("KHTC",): 1,
        ("BGD",): 1,
        ("BPMC",): 1,
    }
    assert Counter(task.deadline.kind for task in tasks) == {
        DeadlineKind.ONGOING: 21,
        DeadlineKind.PERIODIC: 4,
        DeadlineKind.AS_NEEDED: 2,
        DeadlineKind.FIXED: 1,
    }
    assert {task.deadline.due for task in tasks} == {None, date(2022, 3, 31), date(2022, 12, 31)}


@pytest.mark.parametrize("name", PLAN_2024)
def test_solutions_of_2024_run_from_1_1_to_8_2(name: str) -> None:
    tasks = reading(name).tasks
    assert [task.number for task in tasks][:: len(tasks) - 1] == ["1.1", "8.2"]
    assert {task.section for task in tasks} == {"II"}
    assert all(task.dimension == int(task.number[0]) for task in tasks)


@pytest.mark.parametrize("name", DAK_NONG)
def test_headings_1_to_4_of_dak_nong_are_dimensions_3_4_5_and_8(name: str) -> None:
    assert Counter(task.dimension for task in reading(name).tasks) == {3: 2, 4: 2, 5: 1, 8: 4}


@pytest.mark.parametrize("name", COMMITMENTS)
def test_commitments_lie_in_their_blocks(name: str) -> None:
    places = [(commitment.block, commitment.number) for commitment in reading(name).commitments]
    assert places == [
        ("A", "1"),
        *(("B.I", str(no)) for no in range(1, 7)),
        *(("B.II", str(no)) for no in range(1, 7)),
        ("C", "1"),
    ]


@pytest.mark.parametrize("name", COMMITMENTS)
def test_targets_of_the_commitments_are_read(name: str) -> None:
    targets = {(c.block, c.number): c.target for c in reading(name).commitments}
    figures = {
        place: (target.comparator, target.value) for place, target in targets.items() if target.value is not None
    }
    assert figures == {
        ("A", "1"): (Comparator.AT_LEAST, Decimal(40)),
        ("B.I", "1"): (Comparator.AT_LEAST, Decimal(100)),
        ("B.I", "2"): (Comparator.AT_LEAST, Decimal(100)),
        ("B.I", "3"): (Comparator.ABOVE, Decimal(90)),
        ("B.II", "1"): (Comparator.AT_LEAST, Decimal(100)),
        ("B.II", "3"): (Comparator.AT_LEAST, Decimal(70)),
        ("B.II", "4"): (Comparator.AT_LEAST, Decimal(40)),
        ("B.II", "5"): (Comparator.AT_LEAST, Decimal(95)),
        ("B.II", "6"): (Comparator.AT_LEAST, Decimal(95)),
    }
    assert targets["A", "1"].kind is TargetKind.COUNT
    assert targets["B.I", "6"].kind is TargetKind.QUALITATIVE


@pytest.mark.parametrize("name", COMMITMENTS)
def test_commitment_cut_by_the_page_is_joined(name: str) -> None:
    cut = reading(name).commitments[4]
    assert cut.target.text.endswith("trên Công thông tin điện tử của Sở")
    assert (cut.lead, cut.lead_text) == (("TTCG",), "TT Nghiên cứu, chuyên giao công nghệ và ĐMST")


def placeless(record: Task | Commitment) -> Task | Commitment:
    return replace(record, cells={})


@pytest.mark.parametrize(("word", "workbook"), [PLAN_2022, PLAN_2024, COMMITMENTS])
def test_word_file_and_workbook_say_the_same(word: str, workbook: str) -> None:
    for field in ("tasks", "commitments"):
        assert [placeless(record) for record in getattr(reading(word), field)] == [
            placeless(record) for record in getattr(reading(workbook), field)
        ]


def test_word_file_and_workbook_of_dak_nong_name_the_same_solutions() -> None:
    word, workbook = (reading(name).tasks for name in DAK_NONG)
    assert [(task.dimension, task.content) for task in word] == [(task.dimension, task.content) for task in workbook]


def test_report_of_the_first_quarter_is_a_narrative_per_dimension() -> None:
    dimensions = [narrative.dimension for narrative in reading(REPORT).narratives]
    assert [Counter(dimensions)[no] for no in range(1, 9)] == [4, 3, 3, 3, 4, 3, 2, 1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed_text(name: str) -> str:
    return squeezed((SAMPLE.parent / "sample_source" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "source"),
    [*((name, "qt-2024-ke-hoach.txt") for name in PLAN_2024), *((name, "dn-2024-ke-hoach.txt") for name in DAK_NONG)],
)
def test_contents_of_tasks_stand_as_printed(name: str, source: str) -> None:
    printed = printed_text(source)
    assert [task.content for task in reading(name).tasks if squeezed(task.content) not in printed] == []


def test_narrative_stands_as_printed() -> None:
    printed = printed_text("qt-2022-bao-cao-quy-1.txt")
    assert [n.text for n in reading(REPORT).narratives if squeezed(n.text) not in printed] == []


RETURNS = [name for name, entry in FILES.items() if entry["kind"] == "returns"]


@pytest.mark.parametrize("name", RETURNS)
def test_every_reported_row_of_a_return_is_read(name: str) -> None:
    reported = {
        "qt-2022": {"1": (27, 0), "2": (27, 0), "3": (26, 0), "4": (26, 0), "bo": (2, 0)},
        "qt-2024": {"1": (26, 11), "2": (27, 13), "3": (26, 13)},
        "dn-2024": {"3": (8, 0)},
    }
    quarter = "bo" if "bo-sung" in name else FILES[name]["period"][-1]
    updates = reading(name).task_updates
    figures = reading(name).commitment_updates
    said = sum(bool(update.status or update.result) for update in updates)
    counted = sum(any((f.numerator is not None, f.value is not None, f.judgement)) for f in figures)
    assert (said, counted) == reported[FILES[name]["plan"]][quarter]


def test_results_of_the_first_quarter_of_2022_are_read_by_field() -> None:
    updates = reading("quang-tri-2022/bao-cao-quy-1-2022-so-lieu-minh-hoa.xlsx").task_updates
    first, tenth = updates[0], next(update for update in updates if update.place.number == "3.1")
    assert (first.status, first.percent, first.done_on) == (Status.DONE, Decimal(100), date(2022, 1, 26))
    assert (first.evidence.number, first.evidence.issued) == ("MH-01/KH", date(2022, 1, 26))
    assert (tenth.status, tenth.percent, tenth.done_on) == (Status.NOT_ARISING, None, None)


def test_figures_of_the_third_quarter_of_2024_are_read_by_field() -> None:
    figures = reading("quang-tri-2024/bao-cao-quy-3-2024-so-lieu-minh-hoa.xlsx").commitment_updates
    by_place = {(figure.place.block, figure.place.number): figure for figure in figures}
    assert by_place["B.I", "3"].value == Decimal("89.96")
    assert (by_place["B.II", "4"].numerator, by_place["B.II", "4"].denominator) == (Decimal(105), Decimal(320))
    assert by_place["B.II", "2"].judgement is Judgement.PARTLY_MET
    assert by_place["B.II", "2"].new_deadline == date(2024, 10, 31)
