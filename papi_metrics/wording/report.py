"""The words of the reports of a quarter and of a year, beside those of ``nd30``."""

from collections.abc import Sequence
from datetime import date

from papi_metrics.model.period import Period
from papi_metrics.wording import form

TYPE, ABBREVIATION = "Báo cáo", "BC"
BLANK = "……………"
"""Room for what is not known: seen as a gap that somebody has to fill."""
ILLUSTRATIVE = "số liệu minh họa"
_RULE = "Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ"
REPORTING_RULE = f"{_RULE} quy định về chế độ báo cáo của cơ quan hành chính nhà nước"
RECIPIENTS = ("Sở Nội vụ", "GĐ, các PGĐ", "Các phòng, đơn vị thuộc Sở")
PAPI_RESULTS = (
    "Kết quả thực hiện công tác đẩy mạnh và cải thiện các nội dung và tiêu chí thành phần theo đánh giá chỉ số PAPI"
)
ROLL_OUT = "Công tác xây dựng Kế hoạch và triển khai thực hiện Kế hoạch"
COMMITMENTS = "Kết quả thực hiện các cam kết"
ATTENTION = "Nội dung quá hạn và nội dung chưa có minh chứng"
GENERAL = "Nhiệm vụ chung"
OVERDUE, UNPROVEN = "Nhiệm vụ quá hạn", "Nội dung hoàn thành hoặc đã có số liệu nhưng chưa có minh chứng"
TASKS_APPENDIX, CHARTS_APPENDIX = "Kết quả thực hiện từng nhiệm vụ của Kế hoạch", "Biểu đồ"
NO_LEADS = "Kế hoạch chưa ghi đơn vị chủ trì."
NO_OVERDUE = "Không có nhiệm vụ quá hạn."
NO_UNPROVEN = "Không có nội dung nào thiếu minh chứng."
NO_RESULTS = "Chưa có kết quả nào được báo cáo ở nội dung này."
NO_TASKS = "Kế hoạch không có nhiệm vụ nào ở nội dung này."
NO_RESULTS_BUT_WORDS = "Chưa có báo cáo theo từng nhiệm vụ; phần thuyết minh của kỳ như sau:"
OUTSIDE = "Nhiệm vụ không tính trong kỳ là nhiệm vụ không phát sinh, đã dừng hoặc chưa đến hạn."
NOTHING_COUNTED = "Không có nhiệm vụ nào tính trong kỳ."
NOTHING_MOVED = "So với kỳ trước: không có nhiệm vụ nào mới hoàn thành hoặc mới quá hạn."
NOTHING_BEFORE = "Chưa có số liệu kỳ trước để so sánh."
FIRST_PERIOD = "Đây là kỳ đầu tiên có số liệu của Kế hoạch nên chưa có số liệu kỳ trước để so sánh."
COPIED = "lời báo cáo giống kế hoạch hoặc kỳ trước, chưa nêu kết quả cụ thể"
NO_RESULT = "chưa nêu kết quả"
AFTER_AS_OF = "sau ngày chốt, chưa tính"
STILL_OVERDUE = "Hoàn thành các nhiệm vụ đã quá hạn"
GO_ON = "Tiếp tục các nhiệm vụ chưa hoàn thành"
ANNOUNCED = "Nội dung các đơn vị đăng ký"
COMMITMENTS_NEXT = "Cam kết cần tập trung"
PROPOSALS = "Đề xuất, kiến nghị của các đơn vị"
STANDING = "Duy trì thực hiện các nhiệm vụ thường xuyên của Kế hoạch"
RECEIVER = "Văn phòng Sở"

TASK_HEADINGS = (
    "TT",
    "Nội dung công tác",
    "Chủ trì",
    "Phối hợp",
    "Thời gian hoàn thành",
    "Kết quả",
    "Minh chứng",
    "Trạng thái",
)
OVERDUE_HEADINGS = ("TT", "Nội dung", "Chủ trì", "Hạn", "Quá hạn (ngày)", "Khó khăn, vướng mắc")
UNPROVEN_HEADINGS = ("TT", "Nội dung", "Chủ trì", "Kết quả đã báo cáo")
QUARTER_HEADINGS = ("Kỳ", "Số liệu đến", "Hoàn thành", "Đã báo cáo", "Có minh chứng", "Quá hạn")


def stamp(plan: str, of: Period, as_of: date, finality: str, version: int, illustrative: bool) -> str:
    """Return what the figures of a file are, in one line."""
    parts = (plan, form.period(of), f"số liệu đến {form.day(as_of)}", finality, f"phiên bản số liệu {version}")
    return " · ".join((*parts, ILLUSTRATIVE) if illustrative else parts)


def figures_note(as_of: date, finality: str, version: int) -> str:
    """Return the sentence that says what the figures of a report are."""
    return f"Số liệu trong báo cáo tính đến ngày {form.day(as_of)}, là số {finality} (phiên bản số liệu {version})."


ILLUSTRATIVE_NOTE = "Báo cáo có số liệu minh họa, không dùng làm số liệu chính thức."


def span(of: Period, year: bool) -> str:
    """Return "quý I/2022", or "năm 2022" for a report of a year."""
    return f"năm {of.year}" if year else form.period_inside(of)


def next_span(of: Period, year: bool) -> str:
    """Return what comes after ``span``."""
    return f"năm {of.year + 1}" if year else form.period_inside(of.next)


def subject(plan: str, office: str, of: Period, year: bool) -> str:
    """Return what the report is about; a quarter of the plan's own year is named without it."""
    # Where the next quarter is one of another year, both years are told.
    told = within(plan, of, year) if of.next.year == of.year or year else f" trong {span(of, year)}"
    return f"Kết quả thực hiện {plan}{told} và nhiệm vụ {next_span(of, year)} của {office}"


def within(plan: str, of: Period, year: bool) -> str:
    """Return the time that is told of, behind the name of a plan: its year is not said twice."""
    named = f"năm {of.year}" in plan
    if year:
        return "" if named else f" năm {of.year}"
    return f" trong quý {form.roman(of.quarter)}" if named else f" trong {span(of, year)}"


def opening(bases: Sequence[str], office: str, plan: str) -> str:
    """Return the sentence that names the legal bases and the ``plan`` with the time that is told of.

    Without any bases there is room for them.
    """
    named = "; ".join((*(bases or (BLANK,)), REPORTING_RULE))
    return f"Thực hiện {named}; {office} báo cáo kết quả thực hiện {plan} như sau:"


def issued(office: str, plan: str, mark: str, day: str) -> str:
    """Return the sentence that says which plan was issued; number and day that are not known leave room."""
    numbered = f"số {mark or BLANK} ngày {day or BLANK}"
    return f"Để tổ chức thực hiện, {office} đã ban hành {plan} ({numbered})."


def extent(tasks: str, general: str, dimensions: str, units: str, commitments: str) -> str:
    """Return how much a plan asks; each text is a figure, "" where it is 0."""
    told = f"{tasks} nhiệm vụ" if tasks else ""
    if general and dimensions:
        told += f", trong đó {general} nhiệm vụ chung, các nhiệm vụ còn lại thuộc {dimensions} nội dung PAPI"
    elif told and dimensions:
        told += f" thuộc {dimensions} nội dung PAPI"
    parts = (told, f"{commitments} cam kết" if commitments else "", f"giao {units} đơn vị chủ trì" if units else "")
    return f"Kế hoạch có {'; '.join(part for part in parts if part)}."


def handed_in(as_of: date, units: str, told: str, rows: str) -> str:
    """Return how many units have reported, and on how many rows."""
    return (
        f"Đến ngày {form.day(as_of)}, số đơn vị đã nộp báo cáo {told} là {units} đơn vị phải báo cáo; "
        f"số nhiệm vụ đã có báo cáo là {rows} nhiệm vụ phải báo cáo."
    )


def rows_reported(as_of: date, rows: str) -> str:
    """Return on how many tasks something was reported, where no unit is known."""
    return f"Đến ngày {form.day(as_of)}, số nhiệm vụ đã có báo cáo là {rows} nhiệm vụ phải báo cáo."


def not_handed_in(units: Sequence[str]) -> str:
    """Return which units have not reported."""
    return f"Đơn vị chưa nộp báo cáo: {'; '.join(units)}."


def handed_in_late(units: Sequence[str]) -> str:
    """Return which units have reported late."""
    return f"Đơn vị nộp báo cáo trễ: {'; '.join(units)}."


def most_days(days: str) -> str:
    """Return how late the latest is, "nhiều nhất 9 ngày"; "" where nothing is."""
    return f"nhiều nhất {days} ngày" if days else ""


def days_late(unit: str, days: str, due: str) -> str:
    """Return "Thanh tra (trễ 9 ngày so với hạn 05/03/2022)"; without a due date the unit alone."""
    return f"{unit} (trễ {days} ngày so với hạn {due})" if due and days else unit


def completed_in_all(done: str) -> str:
    """Return how many tasks of a plan are done that has general ones beside those of its dimensions."""
    return f"{completed(done)}, kể cả nhiệm vụ chung"


def completed(done: str) -> str:
    """Return "Hoàn thành 18/23 (78,3%) nhiệm vụ tính trong kỳ"."""
    return f"hoàn thành {done} nhiệm vụ tính trong kỳ"


def proven(evidenced: str) -> str:
    """Return how much of what is done has evidence."""
    return f"có minh chứng {evidenced} nhiệm vụ hoàn thành"


def in_time(on_time: str) -> str:
    """Return how many of the dates that were due were met."""
    return f"đúng hạn {on_time} lần đến hạn"


def overdue(count: str, days: str) -> str:
    """Return "quá hạn 2 nhiệm vụ, nhiều nhất 5 ngày"."""
    return f"quá hạn {count} nhiệm vụ" + (f", {most_days(days)}" if days else "")


def due_soon(count: str, days: int) -> str:
    """Return how much comes due soon."""
    return f"sắp đến hạn trong {days} ngày: {count} nhiệm vụ"


def not_counted(count: str) -> str:
    """Return what is outside the denominator."""
    return f"{count} nhiệm vụ không tính trong kỳ"


def sentence(parts: Sequence[str]) -> str:
    """Return parts as one sentence."""
    return f"{form.capital('; '.join(part for part in parts if part))}."


def stood(told: str, done: str, overdue_count: str) -> str:
    """Return how an earlier period stood; ``overdue_count`` "" is nothing overdue."""
    return f"{told} hoàn thành {done}" + (f", quá hạn {overdue_count} nhiệm vụ" if overdue_count else "")


def before(told: Sequence[str]) -> str:
    """Return how the periods before stood, "" where none is told of."""
    return f"Kỳ trước: {'; '.join(told)}." if told else ""


def moved(done: str, reopened: str, left_out: str, late: str) -> str:
    """Return what is otherwise than in the last period; a text is "" where nothing is of that kind."""
    parts = (
        f"{done} nhiệm vụ chuyển sang hoàn thành" if done else "",
        f"{reopened} nhiệm vụ kỳ trước hoàn thành, kỳ này chưa" if reopened else "",
        f"{left_out} nhiệm vụ kỳ trước hoàn thành, không còn tính trong kỳ này" if left_out else "",
        f"{late} nhiệm vụ mới quá hạn" if late else "",
    )
    told = [part for part in parts if part]
    return f"So với kỳ trước: {'; '.join(told)}." if told else NOTHING_MOVED


def about_dimension(place: int, name: str) -> str:
    """Return "1. Về nội dung Tham gia của người dân ở cấp cơ sở"."""
    return f"{place}. Về nội dung {name}"


def item(text: str) -> str:
    """Return an item of a list, closed."""
    return f"- {text.rstrip(' .;')}."


def done_item(content: str, told: str) -> str:
    """Return a task that is done with its result."""
    return item(f"{content.rstrip(' .;')}: {told}" if told else content)


def open_item(content: str, state: str, told: Sequence[str]) -> str:
    """Return a task that is not done with its state and what is told of it."""
    more = "".join(f"; {part.rstrip(' .;')}" for part in told if part)
    return item(f"{content.rstrip(' .;')}: {state.lower()}{more}")


def told_then(told: str, of: str) -> str:
    """Return a result that was told in an earlier period."""
    return f"{told.rstrip(' .;')} (theo báo cáo {of})"


def told_in(of: str, told: str) -> str:
    """Return the result of one quarter among those of a year, below its task."""
    return f"+ {of}: {told.rstrip(' .;')}."


def with_evidence(told: str, evidence: str) -> str:
    """Return a result with its evidence behind it."""
    return f"{told.rstrip(' .;')}; minh chứng: {evidence}" if evidence else told


def percent_done(percent: str) -> str:
    """Return "đạt 50%"."""
    return f"đạt {percent}"


def days_past(days: str) -> str:
    """Return "quá hạn 9 ngày"."""
    return f"quá hạn {days} ngày"


def difficulties(text: str) -> str:
    """Return what stood in the way."""
    return f"khó khăn, vướng mắc: {text}"


def outlook(told: str) -> str:
    """Return the heading of what comes next."""
    return f"Kế hoạch thực hiện {told}"


def due_by(coming: str) -> str:
    """Return the heading of what comes due: from the as-of date to the end of the time that comes."""
    return f"Nhiệm vụ đến hạn từ nay đến hết {coming}"


def marked(result: str, repeats: str) -> str:
    """Return a result with the mark of one that only repeats another text."""
    return f"{result} ({repeats})" if repeats else result


def heading(place: int, text: str) -> str:
    """Return "2. Tiếp tục …"."""
    return f"{place}. {text}"


def with_lead(content: str, lead: str, due: str, steps: str) -> str:
    """Return a task to be done with who leads it, until when, and what its unit announced."""
    said = [f"chủ trì: {lead.rstrip(' .;')}" if lead else "", f"hạn: {due}" if due else ""]
    told = "; ".join(part for part in said if part)
    named = f"{content.rstrip(' .;')} ({told})" if told else content
    return item(f"{named.rstrip(' .;')}: {steps}" if steps else named)


def announced(text: str, contents: Sequence[str]) -> str:
    """Return what units announce with the tasks it is for."""
    return item(f"{text.rstrip(' .;')}: {'; '.join(content.rstrip(' .;') for content in contents)}")


def pace(value: str, quarters: str) -> str:
    """Return what has to be won each quarter; "" where that is not known."""
    return f"cần đạt mỗi quý {value}, còn {quarters} quý" if value and quarters else ""


def commitment_next(content: str, state: str, needed: str) -> str:
    """Return a commitment that is not met yet with what is ``needed``, see ``pace``."""
    return item(f"{content.rstrip(' .;')}: {state.lower()}{f'; {needed}' if needed else ''}")


def report_next(told: str, due: date | None, before_day: bool) -> str:
    """Return by when the units report next; ``due`` None is a plan that sets no date."""
    day = f" {'trước' if before_day else 'chậm nhất'} ngày {form.day(due)}" if due else ""
    return f"Các phòng, đơn vị gửi báo cáo {told} về {RECEIVER}{day}, kèm số liệu và minh chứng của từng nhiệm vụ"


def closing(plan: str, told: str, coming: str) -> str:
    """Return the last paragraph."""
    return f"Trên đây là kết quả thực hiện {plan} trong {told} và nhiệm vụ {coming}"


def unproven(tasks: str, commitments: str) -> str:
    """Return how much lacks evidence; a text is "" for 0."""
    return f"Chưa có minh chứng: {'; '.join(proven_of(tasks, commitments))}."


def proven_of(tasks: str, commitments: str) -> list[str]:
    """Return what evidence is missing of, "2 nhiệm vụ đã hoàn thành" and "3 cam kết"; a text is "" for 0."""
    parts = (f"{tasks} nhiệm vụ đã hoàn thành" if tasks else "", f"{commitments} cam kết" if commitments else "")
    return [part for part in parts if part]
