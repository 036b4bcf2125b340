"""The words of documents on what meetings decided, beside those of the pages."""

from collections.abc import Mapping, Sequence
from datetime import date

from papi_metrics.model.decision import Decision, DecisionState
from papi_metrics.model.period import Period
from papi_metrics.wording import form, page_decisions

HEADINGS = ("TT", "Việc được giao", "Đơn vị thực hiện", "Hạn", "Kết quả, lý do", "Trạng thái")
NO_OUTCOME_YET = "Chưa có kết quả"
GONE_ROW = "Nhiệm vụ, cam kết không còn trong kế hoạch"
_NO_OUTCOME = {DecisionState.DONE: "Chưa nêu kết quả", DecisionState.DROPPED: "Chưa nêu lý do"}
_COUNTED = (DecisionState.DONE, DecisionState.DROPPED, DecisionState.OPEN, DecisionState.OVERDUE)


def carried_out(meetings: Sequence[Period], now: Period) -> str:
    """Return the heading of what earlier meetings gave to do; ``now`` is the period of the document."""
    return f"Kết quả thực hiện việc giao tại {_meetings(meetings, now)}"


def given_at(of: Period) -> str:
    """Return "Việc được giao tại cuộc họp quý II/2022"."""
    return f"Việc được giao tại cuộc họp {form.period_inside(of)}"


def meeting_on(of: Period) -> str:
    """Return "Cuộc họp quý I/2022", over the rows of one meeting."""
    return f"Cuộc họp {form.period_inside(of)}"


def standing(count: str, by_state: Mapping[DecisionState, str]) -> str:
    """Return how many decisions there are and how they stand; a text is "" for 0."""
    return f"Tổng số {count} việc được giao: {_counts(by_state, '; ')}."


def answer(count: str, by_state: Mapping[DecisionState, str]) -> str:
    """Return how what earlier meetings gave to do stands, as a title."""
    return f"{count} việc giao ở cuộc họp trước: {_counts(by_state, ', ')}"


def in_brief(count: str, noted: str, by_state: Mapping[DecisionState, str]) -> str:
    """Return the one line of the brief; ``count`` and ``noted`` are "" for 0."""
    told = (
        f"Việc giao ở cuộc họp trước: {count} việc; {_counts(by_state, '; ')}." if count else "",
        f"Cuộc họp kỳ này giao {noted} việc." if noted else "",
    )
    return " ".join(part for part in told if part)


def given(decision: Decision, names: Mapping[str, str], as_of: date) -> str:
    """Return what is to be done, by whom and until when, and how it stands where it does not simply go on."""
    is_open, settlement = decision.state(as_of) is DecisionState.OPEN, decision.settlement
    told = (
        "" if is_open else page_decisions.standing(decision, as_of).lower(),
        settlement.outcome if settlement and decision.is_settled(as_of) else "",
        page_decisions.settled_later(decision, as_of),
    )
    named = f"{decision.errand.content.rstrip(' .;')} ({page_decisions.task_of(decision.errand, names)})"
    more = "; ".join(part for part in told if part)
    return f"{named}: {more}" if more else named


def no_outcome(state: DecisionState) -> str:
    """Return what stands where nobody told a result or a reason."""
    return _NO_OUTCOME.get(state, NO_OUTCOME_YET)


def row_of_year(year: int) -> str:
    """Return what stands for a task or commitment of an earlier year's plan."""
    return f"Nhiệm vụ, cam kết của kế hoạch năm {year}"


def _meetings(meetings: Sequence[Period], now: Period) -> str:
    return "cuộc họp kỳ trước" if set(meetings) == {now.previous} else "các cuộc họp trước"


def _counts(by_state: Mapping[DecisionState, str], between: str) -> str:
    told = (f"{page_decisions.STATES[state].word.lower()} {by_state[state]}" for state in _COUNTED if by_state[state])
    return between.join(told)
