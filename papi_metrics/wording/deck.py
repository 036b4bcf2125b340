"""The words of the deck for a meeting, beside those of the reports."""

from collections.abc import Sequence

from papi_metrics.wording import form

CONTINUED = "(tiếp theo)"
SEE_NOTES = "… xem ghi chú"
REST_IN_NOTES = "Các nội dung còn lại: xem ghi chú"
IN_FULL = "Nguyên văn"
ILLUSTRATIVE_NOTE = "Có số liệu minh họa, không dùng làm số liệu chính thức."

COMPLETED, OVERDUE, DUE_SOON = "Nhiệm vụ hoàn thành", "Nhiệm vụ quá hạn", "Nhiệm vụ sắp đến hạn"
ROWS_REPORTED, UNITS_REPORTED = "Nhiệm vụ đã báo cáo", "Đơn vị đã nộp báo cáo"
EVIDENCED, COMMITMENTS_MET = "Hoàn thành có minh chứng", "Cam kết đạt"
WITHOUT_NUMBER_TARGET = "Cam kết không có chỉ tiêu số"
DIMENSION_HEADINGS = ("Nội dung", "Hoàn thành", "Kỳ trước", "Quá hạn")
COMMITMENT_HEADINGS = ("TT", "Cam kết", "Kết quả", "Trạng thái")
LATE_HEADINGS = ("TT", "Nội dung", "Chủ trì", "Chậm, chưa đạt", "Vì sao")
UNIT_HEADINGS = ("Đơn vị", "Hoàn thành", "Quá hạn", "Cam kết đạt", "Nộp báo cáo")
ASKED_HEADINGS = ("Đề xuất, kiến nghị", "Khó khăn, vướng mắc", "Nhiệm vụ", "Đơn vị")
AHEAD_HEADINGS = ("TT", "Việc", "Chủ trì", "Hạn, mức cần đạt", "Đăng ký, trạng thái")
LATE_TASKS, UNREPORTED_TASKS = "Nhiệm vụ quá hạn", "Nhiệm vụ chưa báo cáo"
LATE_COMMITMENTS = "Cam kết không đạt hoặc có nguy cơ không đạt"
NO_REASON = "Chưa nêu nguyên nhân"
NOTHING_TO_DO = "Không có việc nào đến hạn hoặc còn dở dang."
NO_TASKS = "Kế hoạch không có nhiệm vụ nào."
NOTHING_ASKED = "Không có việc đề nghị cuộc họp"
OF_UNITS, OF_FIGURES = "Các đơn vị đề xuất, vướng mắc", "Việc cần chỉ đạo theo số liệu kỳ này"
MUCH_ASKED = "Đề nghị cuộc họp cho ý kiến về đề xuất, kiến nghị của các đơn vị"
DIFFICULT = "Các đơn vị nêu khó khăn, vướng mắc; không có đề xuất, kiến nghị"
MADE_UP, OF_WHICH_NOT = "Gồm", "Chưa được"


def deck_title(plan: str, of: str) -> str:
    """Return the name of the file in its properties."""
    return f"{plan}: {of}"


def whose(office: str, plan: str) -> str:
    """Return the line under the title of the first slide."""
    return f"{office}. {plan}."


def answer(parts: Sequence[str]) -> str:
    """Return a title made of parts, as a sentence without its full stop."""
    return form.capital("; ".join(part for part in parts if part))


def standing(period: str, completed: str) -> str:
    """Return the first part of the first title; ``completed`` "" is nothing that counts."""
    return f"{period}: {completed or 'không có nhiệm vụ nào tính trong kỳ'}"


def late(overdue: str) -> str:
    """Return how much is late; ``overdue`` "" is nothing."""
    return overdue or "không có nhiệm vụ quá hạn"


def met(commitments: str) -> str:
    """Return how many commitments are met."""
    return f"đạt {commitments} cam kết đánh giá được"


def not_met(missed: str, at_risk: str) -> str:
    """Return how many commitments are not; each text is "" for 0."""
    parts = (f"không đạt {missed}" if missed else "", f"có nguy cơ không đạt {at_risk}" if at_risk else "")
    return "; ".join(part for part in parts if part)


def missed(count: str, at_risk: str, unexplained: str) -> str:
    """Return how many commitments stand behind, for a title of their own; each text is "" for 0."""
    parts = (
        f"{count} cam kết không đạt" if count else "",
        f"{at_risk} cam kết có nguy cơ" if at_risk else "",
        f"{unexplained} cam kết chưa có giải trình" if unexplained else "",
    )
    return "; ".join(part for part in parts if part)


def unreported(count: str) -> str:
    """Return how many tasks nobody has told of; "" for 0."""
    return f"{count} nhiệm vụ chưa báo cáo" if count else ""


def least(named: Sequence[str], more: bool) -> str:
    """Return which dimensions are least complete; ``more`` tells that there are others like them."""
    return f"hoàn thành thấp nhất: {', '.join(named)}{' và nội dung khác' if more else ''}"


def all_done(completed: str) -> str:
    """Return that every dimension is complete."""
    return f"các nội dung đều hoàn thành: {completed} nhiệm vụ tính trong kỳ"


def without_tasks(numbers: Sequence[int]) -> str:
    """Return which dimensions the plan has no task in."""
    return f"Kế hoạch không có nhiệm vụ ở nội dung {', '.join(map(str, numbers))}."


def units_in(reported: str) -> str:
    """Return how many units have handed in."""
    return f"{reported} đơn vị đã nộp báo cáo"


def rows_in(reported: str) -> str:
    """Return on how many tasks something was told, where no unit is known."""
    return f"đã báo cáo {reported} nhiệm vụ phải báo cáo"


def late_units(count: str) -> str:
    """Return how many units have handed in late; "" for 0."""
    return f"{count} đơn vị nộp trễ" if count else ""


def missing_units(names: Sequence[str]) -> str:
    """Return which units have not handed in; "" where all have."""
    return f"chưa nộp: {', '.join(names)}" if names else ""


def asks(proposal: str) -> str:
    """Return the one thing that is asked of the meeting."""
    return f"Đề nghị cuộc họp cho ý kiến: {proposal.rstrip(' .;')}"


def asked(texts: Sequence[str]) -> str:
    """Return what is asked of the meeting, the first two things by name."""
    told = "; ".join(f"{text[:1].lower()}{text[1:].rstrip(' .;')}" for text in texts[:2])
    return f"Đề nghị cuộc họp: {told}{'; và việc khác' if len(texts) > 2 else ''}"


def to_do(
    period: str, given: str, overdue: str, soon: str, silent: str, idle: str, running: str, *, listed: bool
) -> str:
    """Return what the next period is for; each text is a count, "" for 0. ``listed``: something stands below it."""
    parts = (
        f"làm {given} việc cuộc họp giao" if given else "",
        f"xử lý {overdue} nhiệm vụ quá hạn" if overdue else "",
        f"hoàn thành {soon} nhiệm vụ sắp đến hạn" if soon else "",
        f"báo cáo {silent} nhiệm vụ chưa báo cáo" if silent else "",
        f"bắt đầu {idle} nhiệm vụ chưa thực hiện" if idle else "",
        f"tiếp tục {running} nhiệm vụ đang thực hiện" if running else "",
    )
    told = ", ".join(part for part in parts if part)
    return f"{period}: {told or ('các việc cần làm' if listed else 'duy trì các nhiệm vụ của Kế hoạch')}"


def before(told: str) -> str:
    """Return how a figure stood in the last period, "" where it was not told of."""
    return f"kỳ trước {told}" if told else ""


def within(days: int) -> str:
    """Return what "soon" means."""
    return f"trong {days} ngày tới"


def days_past(days: str, due: str) -> str:
    """Return how late a task is."""
    return f"quá hạn {days} ngày (hạn {due})"


def behind(actual: str, target: str, gap: str) -> str:
    """Return a commitment's figure against its target."""
    apart = f", chênh lệch {gap}" if gap else ""
    return f"{actual} / {target}{apart}" if target else f"{actual}{apart}"


def until(due: str) -> str:
    """Return the date until when; "" where there is none."""
    return f"hạn {due}" if due else ""


def note(name: str, text: str) -> str:
    """Return a line of the notes: what it is, and what is told of it."""
    return f"{name}: {text}"


def noted(place: str, content: str, told: Sequence[str]) -> str:
    """Return a row in the notes, with its place in the plan and what is told of it."""
    more = "".join(f"; {text.rstrip(' .;')}" for text in told if text)
    return f"– {f'{place}. ' if place else ''}{content.rstrip(' .;')}{more}."


def counted(name: str, rows: int) -> str:
    """Return the heading of the rows behind one part of a figure."""
    return f"{name} ({form.number(rows)}):"
