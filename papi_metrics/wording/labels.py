"""The words for codes: states, kinds, measures, fields. A state is a word, a mark and a tone, never colour alone.

``glyph`` is a character that the common Windows and Linux fonts hold, for the dashboard's own lists and for documents;
``tone`` is a code of ``charts.palette.Tone``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.finding import Severity
from papi_metrics.model.repetition import Repeats
from papi_metrics.model.state import CommitmentState, SubmissionState, TaskState
from papi_metrics.model.target import PapiGroup, TargetKind
from papi_metrics.model.unit import UnitKind
from papi_metrics.model.update import Finality, Judgement, Status


@dataclass(frozen=True, slots=True)
class Label:
    """A word with its mark and tone."""

    word: str
    glyph: str
    tone: str


TASK_STATES: Mapping[TaskState, Label] = {
    TaskState.OVERDUE: Label("Quá hạn", "✕", "bad"),
    TaskState.NOT_REPORTED: Label("Chưa báo cáo", "○", "unknown"),
    TaskState.DUE_SOON: Label("Sắp đến hạn", "△", "soon"),
    TaskState.DONE_LATE: Label("Hoàn thành quá hạn", "◆", "late"),
    TaskState.NOT_STARTED: Label("Chưa thực hiện", "▷", "waiting"),
    TaskState.IN_PROGRESS: Label("Đang thực hiện", "►", "running"),
    TaskState.DONE_ON_TIME: Label("Hoàn thành không quá hạn", "✓", "good"),
    TaskState.NOT_YET_DUE: Label("Chưa đến kỳ", "□", "waiting"),
    TaskState.NOT_ARISING: Label("Không phát sinh", "–", "none"),
    TaskState.STOPPED: Label("Đã dừng", "■", "none"),
}
"""The words of a state as a group of tasks, with and without a due date; of one task see ``task_state``."""
_DONE_BY_ITS_DATE, _DONE_WITHOUT_DATE = "Hoàn thành đúng hạn", "Hoàn thành"

COMMITMENT_STATES: Mapping[CommitmentState, Label] = {
    CommitmentState.MISSED: Label("Không đạt", "✕", "bad"),
    CommitmentState.AT_RISK: Label("Có nguy cơ", "▲", "late"),
    CommitmentState.NO_DATA: Label("Chưa đủ số liệu", "○", "unknown"),
    CommitmentState.NOT_YET_DUE: Label("Chưa đến kỳ", "□", "waiting"),
    CommitmentState.MET: Label("Đạt", "✓", "good"),
}

SUBMISSION_STATES: Mapping[SubmissionState, Label] = {
    SubmissionState.MISSING: Label("Chưa nộp", "✕", "bad"),
    SubmissionState.RETURNED: Label("Trả lại", "↺", "late"),
    SubmissionState.LATE: Label("Nộp trễ", "◆", "late"),
    SubmissionState.ON_TIME: Label("Nộp đúng hạn", "✓", "good"),
    SubmissionState.NOT_YET_DUE: Label("Chưa đến hạn nộp", "□", "waiting"),
}

_SUBMISSIONS_WITHOUT_DATE: Mapping[SubmissionState, str] = {
    SubmissionState.ON_TIME: "Đã nộp",
    SubmissionState.NOT_YET_DUE: "Chưa nộp",
}

SEVERITIES: Mapping[Severity, Label] = {
    Severity.ERROR: Label("Lỗi", "✕", "bad"),
    Severity.WARNING: Label("Cảnh báo", "▲", "late"),
    Severity.INFO: Label("Lưu ý", "○", "running"),
}

STATUSES: Mapping[Status, str] = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.NOT_ARISING: "Không phát sinh",
    Status.STOPPED: "Đã dừng",
}

DEADLINE_KINDS: Mapping[DeadlineKind, str] = {
    DeadlineKind.FIXED: "Có hạn",
    DeadlineKind.PERIODIC: "Định kỳ",
    DeadlineKind.ONGOING: "Thường xuyên",
    DeadlineKind.AS_NEEDED: "Theo phát sinh",
    DeadlineKind.UNKNOWN: "Chưa rõ thời hạn",
}

_REPEATS: Mapping[Repeats, str] = {Repeats.PLAN: "kế hoạch", Repeats.BEFORE: "kỳ trước"}

FINALITIES: Mapping[Finality, str] = {Finality.PROVISIONAL: "ước", Finality.FINAL: "chính thức"}

JUDGEMENTS: Mapping[Judgement, str] = {
    Judgement.MET: "Đạt",
    Judgement.PARTLY_MET: "Đạt một phần",
    Judgement.NOT_MET: "Không đạt",
}

TARGET_KINDS: Mapping[TargetKind, str] = {
    TargetKind.PERCENT: "Tỷ lệ phần trăm",
    TargetKind.COUNT: "Số lượng",
    TargetKind.SCORE: "Điểm số",
    TargetKind.RANK: "Thứ hạng",
    TargetKind.GROUP: "Nhóm PAPI",
    TargetKind.QUALITATIVE: "Định tính",
}

PAPI_GROUPS: Mapping[PapiGroup, str] = {
    PapiGroup.LOWEST: "Thấp nhất",
    PapiGroup.LOWER_MIDDLE: "Trung bình thấp",
    PapiGroup.UPPER_MIDDLE: "Trung bình cao",
    PapiGroup.HIGHEST: "Cao nhất",
}

UNIT_KINDS: Mapping[UnitKind, str] = {
    UnitKind.UNIT: "Phòng, đơn vị",
    UnitKind.BODY: "Tổ chức khác",
    UnitKind.LEADERSHIP: "Lãnh đạo",
    UnitKind.GROUP: "Nhóm đơn vị",
}

WHOLE_DEPARTMENT = "Toàn Sở (Văn phòng tổng hợp)"
GENERAL_TASKS = "Nhiệm vụ chung"
DIMENSIONS: Mapping[int, str] = {
    1: "Tham gia của người dân",
    2: "Công khai, minh bạch",
    3: "Trách nhiệm giải trình",
    4: "Kiểm soát tham nhũng",
    5: "Thủ tục hành chính công",
    6: "Cung ứng dịch vụ công",
    7: "Quản trị môi trường",
    8: "Quản trị điện tử",
}
FULL_DIMENSIONS: Mapping[int, str] = {
    1: "Tham gia của người dân ở cấp cơ sở",
    2: "Công khai, minh bạch trong việc ra quyết định ở địa phương",
    3: "Trách nhiệm giải trình với người dân",
    4: "Kiểm soát tham nhũng trong khu vực công",
    5: "Thủ tục hành chính công",
    6: "Cung ứng dịch vụ công",
    7: "Quản trị môi trường",
    8: "Quản trị điện tử",
}

MEASURES: Mapping[str, str] = {
    "completion": "Tỷ lệ hoàn thành",
    "on_time": "Đúng hạn",
    "overdue": "Quá hạn",
    "due_soon": "Sắp đến hạn",
    "reported": "Tỷ lệ báo cáo",
    "evidenced": "Có minh chứng",
    "evidence_missing": "Hoàn thành chưa có minh chứng",
    "commitments_met": "Cam kết đạt",
    "commitments_missed": "Cam kết không đạt",
    "commitments_at_risk": "Cam kết có nguy cơ",
    "commitments_no_data": "Cam kết chưa đủ số liệu",
    "commitments_not_yet_due": "Cam kết chưa đến kỳ",
    "explanation_missing": "Cam kết thiếu giải trình",
    "units_reported": "Đơn vị đã báo cáo",
    "gap": "Chênh lệch",
    "pace": "Cần đạt mỗi quý",
    "copied": "Giống kế hoạch, giống kỳ trước",
}

FIELDS: Mapping[str, str] = {
    "key": "Mã",
    "number": "TT",
    "section": "Phần",
    "block": "Khối",
    "dimension": "Nội dung PAPI",
    "content": "Nội dung",
    "target": "Mục tiêu",
    "target_text": "Mục tiêu",
    "target_kind": "Loại mục tiêu",
    "comparator": "So với mục tiêu",
    "target_value": "Mức mục tiêu",
    "target_unit": "Đơn vị tính",
    "index": "Chỉ số",
    "index_name": "Chỉ số",
    "director": "Chỉ đạo",
    "lead": "Chủ trì",
    "lead_text": "Chủ trì",
    "coordinators": "Phối hợp",
    "coordinators_text": "Phối hợp",
    "deadline": "Thời gian hoàn thành",
    "deadline_text": "Thời gian hoàn thành",
    "deadline_kind": "Loại thời hạn",
    "due": "Hạn",
    "next_due": "Hạn kỳ tới",
    "due_soon": "Sắp đến hạn",
    "done": "Hoàn thành",
    "on_time": "Đúng hạn",
    "applies": "Tính vào mẫu số",
    "owes": "Phải báo cáo",
    "reported": "Đã báo cáo",
    "evidenced": "Có minh chứng",
    "state": "Trạng thái",
    "status": "Tình hình",
    "percent": "% hoàn thành",
    "done_on": "Ngày hoàn thành",
    "days_late": "Số ngày quá hạn",
    "days_left": "Số ngày còn lại",
    "result": "Kết quả",
    "actual": "Thực hiện",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "value": "Giá trị",
    "judgement": "Đánh giá",
    "gap": "Chênh lệch",
    "attainment": "Mức đạt",
    "pace": "Cần đạt mỗi quý",
    "quarters_left": "Số quý còn lại",
    "finality": "Ước/chính thức",
    "figure_as_of": "Ngày số liệu",
    "as_of": "Ngày số liệu",
    "evidence": "Minh chứng",
    "evidence_number": "Số/ký hiệu minh chứng",
    "evidence_issued": "Ngày minh chứng",
    "evidence_title": "Trích yếu minh chứng",
    "evidence_link": "Liên kết minh chứng",
    "difficulties": "Khó khăn, vướng mắc",
    "proposal": "Đề xuất, kiến nghị",
    "next_steps": "Nhiệm vụ kỳ sau",
    "cause": "Nguyên nhân",
    "remedy": "Biện pháp khắc phục",
    "new_deadline": "Hạn mới",
    "responsible": "Người chịu trách nhiệm",
    "cells": "Ô nguồn",
    "unit": "Đơn vị",
    "copied": "Phần lời lặp lại",
}


def task_state(state: TaskState, has_due_date: bool) -> Label:
    """Return the label of one task's state: only what has a due date can be done in time."""
    label = TASK_STATES[state]
    if state is not TaskState.DONE_ON_TIME:
        return label
    return replace(label, word=_DONE_BY_ITS_DATE if has_due_date else _DONE_WITHOUT_DATE)


def submission_state(state: SubmissionState, missing: int, *, has_due_date: bool) -> Label:
    """Return the label of a unit's return in which ``missing`` rows are left out: who left some out is not done.

    Only what has a due date can be handed in in time, or not be due yet.
    """
    label = SUBMISSION_STATES[state]
    if not has_due_date:
        label = replace(label, word=_SUBMISSIONS_WITHOUT_DATE.get(state, label.word))
    if not missing or state not in (SubmissionState.ON_TIME, SubmissionState.LATE):
        return label
    in_part = TASK_STATES[TaskState.NOT_REPORTED] if state is SubmissionState.ON_TIME else label
    return replace(in_part, word=f"{label.word}, còn thiếu {missing} dòng")


def repeats(found: Iterable[Repeats]) -> str:
    """Return what texts repeat: "giống kế hoạch", "giống kỳ trước" or "giống kế hoạch, kỳ trước"."""
    told = set(found)
    return f"giống {', '.join(word for kind, word in _REPEATS.items() if kind in told)}"


def dimension(number: int | None) -> str:
    """Return the short name of dimension 1-8; None is the general tasks outside the eight."""
    return GENERAL_TASKS if number is None else DIMENSIONS[number]
