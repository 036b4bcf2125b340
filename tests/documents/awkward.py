"""A plan with everything that is hard to print: the longest texts, groups as leads, gaps wherever there can be one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.decision import DecisionState, Errand, Settlement
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import VIET_NAM, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.model.target import Comparator, Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.update import (
    CommitmentUpdate,
    Evidence,
    Finality,
    Judgement,
    Narrative,
    Place,
    Status,
    TaskUpdate,
)
from papi_metrics.services.facts import Facts, facts_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.settings import save_office
from papi_metrics.services.stores import Store
from tests.documents.letters import OFFICE

PLAN, Q1, Q2 = "khó", Period(2022, 1), Period(2022, 2)
LAST_YEAR, Q4_2021 = "khó-2021", Period(2021, 4)
AS_OF = date(2022, 6, 14)
MADE_AT = datetime(2022, 6, 15, 9, 0)  # noqa: DTZ001 - wall time
NOON = datetime(2022, 6, 3, 12, tzinfo=VIET_NAM)
LONGEST = (
    "Đăng tải công khai các chủ trương, chính sách, quy hoạch, kế hoạch, thủ tục hành chính của Sở trên Cổng thông tin "
    "để người dân dễ dàng tiếp cận, trong đó có các chính sách hỗ trợ vốn <10 tỷ đồng & hỗ trợ ứng dụng đổi mới công "
    "nghệ “NCUD”, công tác tuyển dụng; cập nhật thường xuyên các văn bản mới trong lĩnh vực khoa học và công nghệ "
    "https://dostquangtri.gov.vn/van-ban-quy-pham-phap-luat/khoa-hoc-cong-nghe/chi-tiet-van-ban"
)
UNITS = (
    Unit("VP", "Văn phòng Sở", UnitKind.UNIT, ("Văn phòng",)),
    Unit("TTUD", "Trung tâm Nghiên cứu, Ứng dụng và Thông tin Khoa học và Công nghệ", UnitKind.UNIT),
    Unit("KHTC", "Phòng Kế hoạch - Tài chính", UnitKind.UNIT),
    Unit("ALL", "Các phòng, đơn vị thuộc Sở", UnitKind.GROUP, (), ("VP", "TTUD", "KHTC")),
)


def task(number: str, dimension: int | None, content: str, lead: str, *due: date, text: str = "") -> Task:
    kind = DeadlineKind.FIXED if due else DeadlineKind.ONGOING
    section = "I" if dimension is None else "II"
    name = next((unit.name for unit in UNITS if unit.code == lead), "")
    deadline = Deadline(kind, text or ("Thường xuyên" if not due else "Quý II/2022"), due)
    return Task(number, section, dimension, content, (lead,) if lead else (), name, (), "", deadline)


TASKS = (
    task("1", None, "Xây dựng Kế hoạch năm 2022", "VP", date(2022, 2, 28), text="Trước 28/02/2022"),
    task("1.1", 1, LONGEST, "ALL"),
    task("1.2", 1, "Tổ chức đối thoại với người dân", "TTUD", date(2022, 8, 31), text="Tháng 8/2022"),
    task("2.1", 2, "Công khai dự toán", "KHTC", date(2022, 5, 31), text="Tháng 5/2022"),
    task("2.1", 2, "Công khai quyết toán", "KHTC", date(2022, 6, 20), text="Trước 20/6/2022"),
    task("3.1", 3, "Tiếp công dân", "VP"),
    task("", 5, "Rà soát thủ tục hành chính", "VP"),
    task("6.1", 6, "Vận hành một cửa điện tử", "VP"),
    task("7.1", 7, "Trồng cây xanh", ""),
    task("8.1", 8, "Cập nhật Cổng thông tin", "TTUD"),
)


def commitment(block: str, number: str, content: str, target: Target, lead: str, due: date | None = None) -> Commitment:
    kind = DeadlineKind.FIXED if due else DeadlineKind.ONGOING
    name = next(unit.name for unit in UNITS if unit.code == lead)
    return Commitment(
        block,
        number,
        content,
        target,
        lead=(lead,),
        lead_text=name,
        deadline=Deadline(kind, "Năm 2022", (due,) if due else ()),
    )


def percent(text: str, comparator: Comparator, value: str) -> Target:
    return Target(TargetKind.PERCENT, text, comparator, Decimal(value), "%")


COMMITMENTS = (
    commitment("A", "1", "Giải ngân vốn", percent("trên 90%", Comparator.ABOVE, "90"), "KHTC"),
    commitment("A", "2", LONGEST[:200], percent("đạt 70%", Comparator.AT_LEAST, "70"), "ALL", date(2022, 12, 31)),
    commitment("B.I", "1", "Có lịch tiếp công dân", Target(TargetKind.QUALITATIVE, "Có lịch hằng tháng"), "VP", Q1.end),
    commitment("B.I", "", "Ký số văn bản", percent("95% trở lên", Comparator.AT_LEAST, "95"), "VP"),
    commitment("C", "1", "Xếp hạng", Target(TargetKind.RANK, "nhóm 10", Comparator.AT_MOST, Decimal(10)), "VP"),
)


def done(day: date, result: str, number: str = "", issued: date | None = None, **more: str) -> TaskUpdate:
    return TaskUpdate(
        Place("", ""),
        Status.DONE,
        done_on=day,
        result=result,
        evidence=Evidence(number, issued),
        **more,  # type: ignore[arg-type]
    )


FIRST = {
    "t0": done(date(2022, 2, 20), "Đã ban hành", "05/KH-SKHCN", date(2022, 2, 20)),
    "t1": done(date(2022, 2, 1), "Đăng 12 tin", "01/BC", date(2022, 2, 1)),
    "t6": done(date(2022, 3, 1), "Rà soát 4 thủ tục", "02/BC", date(2022, 3, 1)),
}
SECOND = {
    "t1": TaskUpdate(
        Place("", ""),
        Status.IN_PROGRESS,
        percent=Decimal("62.5"),
        result="Đăng 1.234 tin & 5 bài <mới>",
        next_steps="Đăng tiếp 300 tin",
    ),
    "t2": TaskUpdate(Place("", ""), Status.IN_PROGRESS, percent=Decimal(0), proposal="Bố trí 25 triệu đồng"),
    "t3": TaskUpdate(
        Place("", ""),
        Status.IN_PROGRESS,
        percent=Decimal(40),
        result="Mới công khai 2/5 mục",
        difficulties="Thiếu 1 kế toán",
    ),
    "t6": done(date(2022, 6, 1), "Rà soát 9 thủ tục"),
    "t7": TaskUpdate(Place("", ""), Status.NOT_ARISING),
    "t8": TaskUpdate(Place("", ""), Status.STOPPED, result="Dừng do sắp xếp trụ sở"),
    "t9": done(date(2022, 6, 2), "Cập nhật 42 tin", "99/BC", date(2022, 6, 30), next_steps="Nâng cấp Cổng"),
}


def figure(numerator: int, denominator: int, **more: object) -> CommitmentUpdate:
    return CommitmentUpdate(
        Place("", ""),
        Decimal(numerator),
        Decimal(denominator),
        as_of=date(2022, 6, 1),
        **{"finality": Finality.PROVISIONAL, **more},  # type: ignore[arg-type]
    )


SAID = {
    "c0": figure(8996, 10000, finality=Finality.FINAL, result="Giải ngân 8.996/10.000 triệu đồng"),
    "c1": figure(
        1,
        3,
        cause="Người nộp chưa quen",
        remedy="Hướng dẫn tại chỗ",
        new_deadline=date(2022, 9, 30),
        responsible="Phó Giám đốc",
    ),
    "c2": CommitmentUpdate(
        Place("", ""),
        judgement=Judgement.PARTLY_MET,
        finality=Finality.FINAL,
        as_of=date(2022, 6, 1),
        cause="Chưa niêm yết 1 tháng",
    ),
    "c3": figure(1262, 1312, evidence=Evidence("77/BC", date(2022, 6, 1))),
}
NARRATIVES = (
    Narrative(3, "Thực hiện tốt Quy chế tiếp công dân.", CellRef("Đoạn văn", 9, 1)),
    Narrative(3, "Giải quyết 7 đơn kiến nghị, đúng hạn;", CellRef("Đoạn văn", 10, 1)),
    Narrative(5, "Lời này không được in vì đã có kết quả.", CellRef("Đoạn văn", 11, 1)),
)

DONE, DROPPED = DecisionState.DONE, DecisionState.DROPPED
LONG_ERRAND = f"Rà soát {LONGEST}"
DECISIONS: tuple[tuple[str, Period, Errand, Settlement | None], ...] = (
    (LAST_YEAR, Q4_2021, Errand("Báo cáo việc còn dở của năm 2021", "VP", date(2022, 1, 31), "t1"), None),
    (
        PLAN,
        Q1,
        Errand(LONG_ERRAND, "TTUD", date(2022, 5, 31), "t1"),
        Settlement(DONE, date(2022, 6, 9), f"Xong: {LONGEST}"),
    ),
    (PLAN, Q1, Errand("Mua 3 máy quét <A4> & phần mềm", "KHTC", date(2022, 6, 30)), Settlement(DROPPED, AS_OF, "")),
    # Its unit is none of the list, and its end is later than the as-of date.
    (
        PLAN,
        Q1,
        Errand("Công bố 25 thủ tục", "LD", date(2022, 6, 1), "c3"),
        Settlement(DONE, date(2022, 6, 20), "Quyết định 31/QĐ"),
    ),
    (PLAN, Q1, Errand("Tập huấn một cửa.", "VP", date(2022, 7, 15), "gone"), None),
    (PLAN, Q2, Errand(LONG_ERRAND, "KHTC", date(2022, 9, 14), "c0"), None),
    (PLAN, Q2, Errand("Trả lời 2 kiến nghị", "VP", date(2022, 6, 13)), Settlement(DONE, date(2022, 6, 13), "")),
)
"""What meetings decided: plan, period, errand, and how it ended."""


@contextmanager
def awkward(path: Path | None = None) -> Iterator[Store]:
    """A store, in memory by default, with the plan, what was told in two quarters, and what meetings decided."""
    with undecided(path) as store:
        decide(store)
        yield store


@contextmanager
def undecided(path: Path | None = None) -> Iterator[Store]:
    """The store before any meeting; a deputy signs for the office."""
    with Store.open(path) as store:
        store.save_organisation(
            Organisation("qt", "Sở Khoa học và Công nghệ tỉnh Quảng Trị", "Quảng Trị"), made_at=NOON, units=UNITS
        )
        save_office(store, "qt", OFFICE, made_at=NOON)
        calendar = Calendar({1: DayOfYear(3, 5), 2: DayOfYear(6, 5), 3: DayOfYear(9, 5)}, before=True)
        store.save_plan(
            Plan(PLAN, "qt", 2022, "Kế hoạch nâng cao Chỉ số PAPI năm 2022 (05/KH)", calendar), made_at=NOON
        )
        _say(
            store,
            Words(
                tasks=tuple(Keyed(f"t{place}", one) for place, one in enumerate(TASKS)),
                task_order=tuple(f"t{place}" for place in range(len(TASKS))),
                commitments=tuple(Keyed(f"c{place}", one) for place, one in enumerate(COMMITMENTS)),
                commitment_order=tuple(f"c{place}" for place in range(len(COMMITMENTS))),
            ),
        )
        _say(store, _told(FIRST), Q1, date(2022, 3, 4))
        _say(store, _told(SECOND, SAID, NARRATIVES), Q2, date(2022, 6, 3), illustrative=True)
        yield store


@cache
def awkward_facts() -> Facts:
    """The facts of the second quarter, the same object for all tests, which leave it as it is."""
    with awkward() as store:
        return facts_of(store, plan_of(store, PLAN), Q2, AS_OF)


def decide(store: Store) -> None:
    """Past the checks of the pages: units go from the list, and old words were not checked."""
    store.save_plan(Plan(LAST_YEAR, "qt", 2021, "Kế hoạch năm 2021"), made_at=NOON)
    for plan, period, errand, settlement in DECISIONS:
        number = store.decisions.add(plan, period, errand, made_at=NOON, made_by="Nguyễn Thị Lan Anh")
        if settlement is not None:
            store.decisions.settle(number, settlement, made_at=NOON, made_by="Minh")


def _told(
    tasks: dict[str, TaskUpdate],
    commitments: dict[str, CommitmentUpdate] | None = None,
    narratives: tuple[Narrative, ...] = (),
) -> Words:
    return Words(
        task_updates=tuple(Reported(key, update) for key, update in tasks.items()),
        commitment_updates=tuple(Reported(key, update) for key, update in (commitments or {}).items()),
        narratives=narratives,
    )


def _say(
    store: Store,
    words: Words,
    period: Period | None = None,
    received: date | None = None,
    *,
    illustrative: bool = False,
) -> None:
    source = SourceFile("a.xlsx", "xlsx", f"{period}".encode())
    store.append_import(
        PLAN, source, words, made_at=NOON, period=period, received_on=received, illustrative=illustrative
    )
