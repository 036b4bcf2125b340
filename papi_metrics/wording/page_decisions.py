"""The texts of what meetings decide: on the slide, on pages, in the history."""

from collections.abc import Mapping
from datetime import date

from papi_metrics.model.decision import Decision, DecisionState, Errand, Settlement
from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording.labels import Label
from papi_metrics.wording.report import AFTER_AS_OF

STATES: Mapping[DecisionState, Label] = {
    DecisionState.OVERDUE: Label("Quá hạn", "✕", "bad"),
    DecisionState.OPEN: Label("Đang làm", "►", "running"),
    DecisionState.DONE: Label("Đã xong", "✓", "good"),
    DecisionState.DROPPED: Label("Thôi không làm", "■", "none"),
}
ENDINGS: Mapping[DecisionState, str] = {DecisionState.DONE: "Đã xong", DecisionState.DROPPED: "Thôi không làm"}
"""What a person chooses from when a decision ends."""

DECISIONS = "Việc giao tại cuộc họp"
NOTED = "Giao tại cuộc họp này"
NONE_NOTED = "Cuộc họp này chưa giao việc nào."

# The form
WHAT = "Việc"
WHAT_HINT = "Làm gì, ra kết quả gì"
WHO = "Đơn vị"
WHEN = "Hạn"
OF_ROW = "Thuộc nhiệm vụ, cam kết"
NO_ROW = "Việc chung, không thuộc dòng nào"
OF_THIS = "Giao việc về"
NOTE = "Ghi việc"
CHOOSE = "Chọn"
NOTED_NOW = "Đã ghi. Việc được theo dõi ở {period} và nêu trong báo cáo kỳ đó."
NOTED_ALREADY = "Việc này đã được ghi trước đó; không ghi lần nữa."
SETTLE = "Ghi kết quả"
WHICH = "Việc đã giao"
ENDING = "Kết thúc"
ENDED_ON = "Ngày"
OUTCOME_SHORT = "Kết quả"
LATER = "Về sau"
OUTCOME = "Kết quả, hoặc lý do thôi không làm"
SETTLED_NOW = "Đã ghi kết quả."
SETTLED_ALREADY = "Kết quả này đã được ghi trước đó."

# The history
COLUMNS = ("Số", "Lúc, người thực hiện", "Kế hoạch, kỳ", "Việc", "Đơn vị, hạn", "Trạng thái")
NO_DECISIONS = "Chưa ghi việc nào giao tại cuộc họp."


def due(day: date) -> str:
    """Return "hạn 30/06/2022"."""
    return f"hạn {form.day(day)}"


def decided_at(period: Period) -> str:
    """Return "giao ở quý I/2022"."""
    return f"giao ở {form.period_inside(period)}"


def task_of(errand: Errand, names: Mapping[str, str]) -> str:
    """Return "Văn phòng Sở, hạn 30/06/2022"."""
    return f"{names.get(errand.unit, errand.unit)}, {due(errand.due)}"


def ended(settlement: Settlement) -> str:
    """Return "Đã xong 20/04/2022: Công văn 31"."""
    return f"{STATES[settlement.state].word} {form.day(settlement.on)}: {settlement.outcome}"


def outcome_of(settlement: Settlement) -> str:
    """Return "Mục số 14, Lan: Đã xong 20/04/2022: Công văn 31"."""
    who = f", {settlement.made_by}" if settlement.made_by else ""
    return f"Mục số {form.number(settlement.no)}{who}: {ended(settlement)}"


def standing(decision: Decision, as_of: date) -> str:
    """Return how a decision stands: "Quá hạn 3 ngày", "Đang làm", "Đã xong 20/04/2022, trễ 5 ngày"."""
    state, late = decision.state(as_of), decision.days_late(as_of)
    word = STATES[state].word
    if state is DecisionState.OVERDUE:
        return f"{word} {form.number(late)} ngày"
    if state is DecisionState.DONE and decision.settlement is not None:
        done = f"{word} {form.day(decision.settlement.on)}"
        return f"{done}, trễ {form.number(late)} ngày" if late else done
    return word


def settled_later(decision: Decision, as_of: date) -> str:
    """Return how a decision ended after the as-of date, "" where it did not: such an end is shown and not counted.

    "đã xong 20/04/2022 (sau ngày chốt, chưa tính): Công văn 31"
    """
    settlement = decision.settlement
    if settlement is None or settlement.on <= as_of:
        return ""
    said = f"{STATES[settlement.state].word.lower()} {form.day(settlement.on)} ({AFTER_AS_OF})"
    return f"{said}: {settlement.outcome}" if settlement.outcome else said


def unsettled(count: int) -> str:
    """Return "3 việc giao tại cuộc họp trước chưa xong"."""
    return f"{form.number(count)} việc giao tại cuộc họp trước chưa xong"
