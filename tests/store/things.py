"""Records and files of a small plan."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import Deadline, DeadlineKind
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import VIET_NAM, Reported, SourceFile, Words
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar, DayOfYear, Organisation, Plan
from papi_metrics.model.target import Comparator, Target, TargetKind
from papi_metrics.model.task import Task
from papi_metrics.model.unit import Unit, UnitKind
from papi_metrics.model.update import CommitmentUpdate, Evidence, Finality, Narrative, Place, Status, TaskUpdate
from papi_metrics.store import Store

PLAN = "qt-2022"
Q1 = Period(2022, 1)
NOON = datetime(2022, 3, 4, 12, tzinfo=VIET_NAM)
ORGANISATION = Organisation("qt", "Sở Khoa học và Công nghệ", "Quảng Trị")
CALENDAR = Calendar({1: DayOfYear(3, 5), 4: DayOfYear(11, 15)})
UNITS = (
    Unit("VP", "Văn phòng Sở", UnitKind.UNIT, ("Văn phòng",)),
    Unit("TTRA", "Thanh tra Sở", UnitKind.UNIT),
    Unit("ALL", "Các phòng, đơn vị thuộc Sở", UnitKind.GROUP, (), ("VP", "TTRA")),
)
TASK = Task(
    number="1.1",
    section="II",
    dimension=1,
    content="Tuyên truyền, nâng cao nhận thức về dân chủ",
    lead=("VP", "TTRA"),
    lead_text="Văn phòng, Thanh tra",
    coordinators=("ALL",),
    coordinators_text="Các phòng, đơn vị thuộc Sở",
    deadline=Deadline(DeadlineKind.PERIODIC, "tháng 3, 6", (date(2022, 3, 31), date(2022, 6, 30)), before=True),
    cells={"content": CellRef("Bảng 1", 4, 2)},
)
OTHER_TASK = Task("", "I", None, "Xây dựng Kế hoạch")
COMMITMENT = Commitment(
    block="B.I",
    number="2",
    content="Tỷ lệ hồ sơ đúng hạn",
    target=Target(TargetKind.PERCENT, "trên 90%", Comparator.ABOVE, Decimal("90.5"), "%", upper=None),
    director=("GD",),
    director_text="Giám đốc",
    lead=("VP",),
    lead_text="Văn phòng",
    deadline=Deadline(DeadlineKind.FIXED, "Năm 2022", (date(2022, 12, 31),)),
    cells={"content": CellRef("Bảng 1", 7, 3)},
)
PLAN_WORDS = Words(
    tasks=(Keyed("a", TASK), Keyed("b", OTHER_TASK)),
    task_order=("b", "a"),
    commitments=(Keyed("c", COMMITMENT),),
    commitment_order=("c",),
    plan_text=("Tiếp tục đẩy mạnh tuyên truyền",),
    title="Kế hoạch năm 2022",
    calendar=CALENDAR,
)
TASK_UPDATE = TaskUpdate(
    place=Place("1.1", TASK.content, "II", 1, key="a"),
    status=Status.IN_PROGRESS,
    percent=Decimal("33.3333333333"),
    done_on=date(2022, 3, 2),
    result="Đã tổ chức 02 hội nghị",
    evidence=Evidence("12/BC-VP", date(2022, 3, 3), "Báo cáo", "https://example.vn"),
    difficulties="Thiếu kinh phí",
    proposal="Bổ sung",
    next_steps="Tổ chức tiếp",
    cells={"result": CellRef("Kết quả", 9, 5)},
)
COMMITMENT_UPDATE = CommitmentUpdate(
    place=Place("2", COMMITMENT.content, block="B.I", key="c"),
    numerator=Decimal(8996),
    denominator=Decimal(10000),
    finality=Finality.PROVISIONAL,
    as_of=date(2022, 3, 1),
    result="Đạt thấp",
    cause="Hệ thống lỗi",
    remedy="Nâng cấp",
    new_deadline=date(2022, 6, 30),
    responsible="Văn phòng",
    cells={"numerator": CellRef("Cam kết", 3, 6)},
)
NARRATIVES = (
    Narrative(1, "Sở đã tăng cường tuyên truyền.", CellRef("Đoạn văn", 9, 1)),
    Narrative(1, "Tiếp tục triển khai quy chế dân chủ.", CellRef("Đoạn văn", 10, 1)),
    Narrative(2, "Thực hiện nghiêm quy trình.", CellRef("Đoạn văn", 12, 1)),
)
RETURN_WORDS = Words(
    task_updates=(Reported("a", TASK_UPDATE),),
    commitment_updates=(Reported("c", COMMITMENT_UPDATE),),
    narratives=NARRATIVES,
)


def file_of(content: str, name: str = "nop.xlsx") -> SourceFile:
    """A file with that content."""
    return SourceFile(name, "xlsx", content.encode())


def settle(store: Store) -> None:
    """Put the organisation, the plan and the units into an empty store: entries 1, 2, 3."""
    store.save_organisation(ORGANISATION, made_at=NOON)
    store.save_plan(Plan(PLAN, "qt", 2022), made_at=NOON)
    store.save_units("qt", UNITS, made_at=NOON)


def import_plan(store: Store, words: Words = PLAN_WORDS) -> int:
    """Import the plan."""
    return store.append_import(PLAN, file_of("plan", "kế hoạch.docx"), words, made_at=NOON, made_by="An")


def report(store: Store, content: str, key: str = "a", unit: str = "", **fields: object) -> int:
    """Import a return with one row on a task."""
    update = TaskUpdate(Place("", ""), **fields)  # type: ignore[arg-type]
    words = Words(task_updates=(Reported(key, update, unit),))
    return store.append_import(PLAN, file_of(content), words, made_at=NOON, period=Q1)


def said(store: Store, version: int | None = None) -> Mapping[str, TaskUpdate]:
    """What stands of the first quarter."""
    return store.task_updates(PLAN, Q1, version=version)
