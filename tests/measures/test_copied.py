"""Text that repeats the plan or the last report is found, without ever being blocked."""

from datetime import date

import pytest

from papi_metrics import measures
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.target import Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.update import Narrative, Status
from papi_metrics.store import Store
from tests.measures.world import new_plan, say, update

Q1, Q2 = Period(2022, 1), Period(2022, 2)
CELL = CellRef("Đoạn văn", 1, 1)
TASK_TEXT = "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định."
BODY = (
    "Chú trọng công tác giải quyết khiếu nại, tố cáo của người dân kịp thời, bảo đảm các nội dung khiếu nại, "
    "tố cáo được giải đáp thỏa đáng."
)


def _plan(store: Store) -> str:
    plan = new_plan(store, [Task("2.3", "II", 2, TASK_TEXT)])
    commitment = Commitment(
        "A", "1", "Hoàn thành chuyển đổi số trong giải quyết hồ sơ", Target(TargetKind.QUALITATIVE, "")
    )
    say(store, plan, Words(plan_text=(BODY,), commitments=(Keyed("c", commitment),)))
    return plan


def _share(store: Store, text: str) -> float:
    plan = _plan(store)
    say(store, plan, Words(narratives=(Narrative(3, text, CELL),)), Q1)
    return float(measures.copied(store, plan, Q1)["share"][0])


@pytest.mark.parametrize(
    "text",
    [
        TASK_TEXT,
        TASK_TEXT.upper(),
        "công khai minh bạch và kiểm soát chặt chẽ các khoản thu phí lệ phí theo đúng quy định",
        "Sở công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định của pháp luật",
        BODY,
        "Hoàn thành chuyển đổi số trong giải quyết hồ sơ",
    ],
)
def test_what_repeats_the_plan_is_marked(store: Store, text: str) -> None:
    assert _share(store, text) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Đầu năm, Sở đã tổ chức có hiệu quả Hội nghị công chức, viên chức.",
        "Đã thu 35 triệu đồng phí thẩm định an toàn bức xạ, niêm yết đủ 12 mức phí tại bộ phận một cửa ngày 10/3/2022.",
        "Đã tiếp 4 lượt công dân, giải quyết xong 2 đơn khiếu nại.",
        "xong",
    ],
)
def test_what_tells_something_new_is_not(store: Store, text: str) -> None:
    assert _share(store, text) < 0.8


@pytest.mark.parametrize(
    ("text", "share", "repeats"),
    [
        ("Công khai minh bạch và kiểm được", 0.8, True),
        ("Công khai minh bạch và được", 0.75, False),
    ],
)
def test_from_four_fifths_on_a_text_counts_as_repeating(store: Store, text: str, share: float, repeats: bool) -> None:
    plan = _plan(store)
    say(store, plan, Words(task_updates=(Reported("t0", update(result=text)),)), Q1)
    found = measures.copied(store, plan, Q1)
    assert (found["share"].tolist(), found["repeats"].notna().tolist()) == ([share], [repeats])
    assert measures.task_states(store, plan, Q1, date(2022, 3, 14))["repeats"].notna().tolist() == [repeats]
    (unsaved,) = measures.repeating(store, plan, [(text, "", False)])
    assert (unsaved.share, unsaved.of) == (share, Repeats.PLAN if repeats else None)


def test_what_repeats_the_last_report_is_marked_too(store: Store) -> None:
    plan = _plan(store)
    told = "Đã mở ba lớp tập huấn cho cán bộ một cửa tại huyện"
    say(store, plan, Words(task_updates=(Reported("t0", update(result=told)),)), Q1)
    say(store, plan, Words(task_updates=(Reported("t0", update(result=told + ".")),)), Q2)
    assert measures.copied(store, plan, Q1)["share"].tolist() == [0]
    assert measures.copied(store, plan, Q2)["share"].tolist() == [1]
    states = measures.task_states(store, plan, Q2, date(2022, 6, 14))
    assert (states["copied"].tolist(), states["repeats"].tolist()) == ([1], ["before"])


def test_what_stands_in_the_plan_and_in_the_last_report_repeats_the_plan(store: Store) -> None:
    plan = _plan(store)
    for period in (Q1, Q2):
        say(store, plan, Words(task_updates=(Reported("t0", update(result=TASK_TEXT)),)), period)
    assert measures.copied(store, plan, Q2)["repeats"].tolist() == ["plan"]


def test_texts_that_are_not_stored_yet_are_held_against_both(store: Store) -> None:
    plan = _plan(store)
    told = "Đã mở ba lớp tập huấn cho cán bộ một cửa tại huyện"
    texts = [
        (TASK_TEXT, "", False),
        (told, told, False),
        (told, "", True),
        (f"{told} ngày 3/3", "", False),
        ("…", "", False),
    ]
    found = measures.repeating(store, plan, texts)
    assert [item.of for item in found] == [Repeats.PLAN, Repeats.BEFORE, None, None, None]
    assert [item.has_fact for item in found] == [False, False, True, True, False]
    assert measures.repeating(store, plan, []) == []


def test_a_figure_or_a_document_is_a_fact(store: Store) -> None:
    plan = new_plan(store, [Task("1", "I", None, TASK_TEXT), Task("2", "I", None, "x"), Task("3", "I", None, "y")])
    said = (
        Reported("t0", update(result="đã làm")),
        Reported("t1", update(result="đã làm 2 việc")),
        Reported("t2", update(result="đã làm", evidence="1/BC")),
    )
    say(store, plan, Words(task_updates=said), Q1)
    assert measures.copied(store, plan, Q1)["has_fact"].tolist() == [False, True, True]


def test_a_report_without_a_text_is_not_held_against_anything(store: Store) -> None:
    plan = _plan(store)
    say(store, plan, Words(task_updates=(Reported("t0", update(Status.DONE)),)), Q1)
    assert measures.copied(store, plan, Q1).empty
    states = measures.task_states(store, plan, Q1, date(2022, 3, 14))
    assert states["copied"].isna().all()
    assert states["repeats"].isna().all()


def test_the_words_of_a_unit_are_held_against_its_own_last_words(store: Store) -> None:
    plan = _plan(store)
    told = "Đã mở ba lớp tập huấn"
    say(store, plan, Words(task_updates=(Reported("t0", update(result=told), "VP"),)), Q1)
    said = (Reported("t0", update(result=told), "VP"), Reported("t0", update(result=told), "TTRA"))
    say(store, plan, Words(task_updates=said), Q2)
    found = measures.copied(store, plan, Q2).set_index("unit")["share"].to_dict()
    assert found == {"VP": 1, "TTRA": 0}
