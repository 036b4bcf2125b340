"""The words of the workbook a unit fills in: headings that the reader knows, lists to choose from, instructions."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from papi_metrics.model.period import Period
from papi_metrics.model.plan import Calendar
from papi_metrics.model.text import fold
from papi_metrics.model.update import CommitmentUpdate, Evidence, TaskUpdate
from papi_metrics.wording import form, labels
from papi_metrics.wording.file_name import file_name

TASKS = "Nhiệm vụ"
COMMITMENTS = "Cam kết"
GUIDE = "Hướng dẫn"
ILLUSTRATIVE = "số liệu minh họa"

WHOLE = "SO"

KEY = "Mã dòng"
NUMBER = "TT"
TASK = "Nội dung nhiệm vụ"
COMMITMENT = "Nội dung cam kết"
DIMENSION = "Nội dung PAPI"
BLOCK = "Khối"
TARGET = "Mục tiêu"
DEADLINE = "Thời gian hoàn thành"
BEFORE = "Kết quả kỳ trước"

STATUS = "Trạng thái"
PERCENT = "% hoàn thành"
DONE_ON = "Ngày hoàn thành"
RESULT = "Kết quả thực hiện"
EVIDENCE_NUMBER = "Số văn bản minh chứng"
EVIDENCE_ISSUED = "Ngày văn bản"
EVIDENCE_TITLE = "Trích yếu"
EVIDENCE_LINK = "Liên kết"
DIFFICULTIES = "Khó khăn, vướng mắc"
PROPOSAL = "Đề xuất, kiến nghị"
NEXT_STEPS = "Việc kỳ tới"
NUMERATOR = "Tử số"
DENOMINATOR = "Mẫu số"
VALUE = "Giá trị"
JUDGEMENT = "Đánh giá"
FINALITY = "Ước/chính thức"
AS_OF = "Ngày số liệu"
CAUSE = "Nguyên nhân"
REMEDY = "Biện pháp khắc phục"
NEW_DEADLINE = "Hạn mới"
RESPONSIBLE = "Người chịu trách nhiệm khắc phục"

TASK_TITLE = "PHIẾU BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
COMMITMENT_TITLE = "PHIẾU BÁO CÁO KẾT QUẢ THỰC HIỆN CAM KẾT"
LOCKED_NOTE = "Chỉ nhập vào các ô nền vàng nhạt. Ô để trống nghĩa là chưa báo cáo, không xóa số liệu đã gửi."

NOT_REQUIRED = "Không bắt buộc quý này"
NOTHING_REQUIRED_FOLDER = "khong-phai-bao-cao"
WHY_NOT_REQUIRED = (
    "việc đã hoàn thành, việc định kỳ chưa đến kỳ, cam kết đã có số chính thức, việc đã dừng; chỉ nhập khi có thay đổi"
)
_NOUNS = {TASKS: "nhiệm vụ", COMMITMENTS: "cam kết"}

CHOOSE = "Chọn trong danh sách"
BAD_CHOICE = "Chỉ chọn một giá trị trong danh sách của ô."
BAD_PERCENT = "Nhập một số từ 0 đến 100, ví dụ 95."
BAD_DAY = "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2022."
BAD_NUMBER = "Nhập một số không âm."
BAD_VALUE = "Bạn đã nhập chưa đúng"


def title(of: str, period: Period) -> str:
    """Return the title of a sheet."""
    return f"{of} {form.period(period).upper()}"


def unit_line(name: str) -> str:
    """Return the line that says whose report it is."""
    return f"Đơn vị báo cáo: {name}"


def due_line(due: date | None, calendar: Calendar, year: int) -> str:
    """Return the due date and the calendar of the year, "" where the plan sets none."""
    if due is None:
        return ""
    days = "; ".join(
        f"quý {form.roman(quarter)} {form.day(day.in_year(year))[:5]}" for quarter, day in sorted(calendar.due.items())
    )
    return f"Gửi Văn phòng trước ngày {form.day(due)} (lịch cả năm: {days})"


def required(sheet: str, count: int, of: int) -> str:
    """Return how many rows of a sheet have to be reported: "Phải báo cáo quý này: 9 nhiệm vụ; …"."""
    noun = _NOUNS[sheet]
    if not count:
        return f"Quý này không phải báo cáo {noun} nào; chỉ nhập khi có thay đổi."
    rest = f"; {form.number(of - count)} {noun} không bắt buộc (chữ nghiêng)" if of > count else ""
    return f"Phải báo cáo quý này: {form.number(count)} {noun}{rest}."


def required_rows(count: int, of: int) -> str:
    """Return what the guide says of the rows of the workbook that have to be reported."""
    told = f"Quý này phải báo cáo {form.number(count)} dòng" if count else "Quý này đơn vị không phải báo cáo dòng nào"
    if of == count:
        return f"{told}, là mọi dòng của tệp này."
    return f"{told}. {form.number(of - count)} dòng chữ nghiêng, ghi “{NOT_REQUIRED}”: {WHY_NOT_REQUIRED}."


def before(told: str, is_required: bool) -> str:
    """Return what was told before, below the note of a row that need not be reported."""
    return told if is_required else "\n".join(part for part in (f"{NOT_REQUIRED}.", told) if part)


def task_before(period: Period, said: TaskUpdate, illustrative: bool) -> str:
    """Return what was told of a task in an earlier period, in one cell."""
    parts = (
        labels.STATUSES[said.status] if said.status else "",
        form.percent(said.percent, 0) if said.percent is not None else "",
        form.day(said.done_on),
        said.result,
    )
    return _before(period, parts, illustrative)


def commitment_before(period: Period, said: CommitmentUpdate, illustrative: bool) -> str:
    """Return what was told of a commitment in an earlier period, in one cell."""
    figures = "/".join(form.number(figure) for figure in (said.numerator, said.denominator) if figure is not None)
    parts = (
        figures,
        form.number(said.value) if said.value is not None else "",
        labels.JUDGEMENTS[said.judgement] if said.judgement else "",
        labels.FINALITIES[said.finality] if said.finality else "",
        said.result,
    )
    return _before(period, parts, illustrative)


def _before(period: Period, parts: Sequence[str], illustrative: bool) -> str:
    told = "; ".join(part for part in parts if part)
    mark = f" ({ILLUSTRATIVE})" if illustrative else ""
    return f"{form.period(period)}{mark}: {told}" if told else ""


def task_entries(said: TaskUpdate) -> dict[str, str]:
    """Return what was told of a task as it is typed into its cells, by the name of the entry; "" for nothing."""
    return {
        "status": labels.STATUSES[said.status] if said.status else "",
        "percent": _typed(said.percent),
        "done_on": form.day(said.done_on),
        "result": said.result,
        **_evidence_entries(said.evidence),
        "difficulties": said.difficulties,
        "proposal": said.proposal,
        "next_steps": said.next_steps,
    }


def commitment_entries(said: CommitmentUpdate) -> dict[str, str]:
    """Return what was told of a commitment as it is typed into its cells; see ``task_entries``."""
    return {
        "numerator": _typed(said.numerator),
        "denominator": _typed(said.denominator),
        "value": _typed(said.value),
        "judgement": labels.JUDGEMENTS[said.judgement] if said.judgement else "",
        "finality": labels.FINALITIES[said.finality] if said.finality else "",
        "as_of": form.day(said.as_of),
        "result": said.result,
        **_evidence_entries(said.evidence),
        "cause": said.cause,
        "remedy": said.remedy,
        "new_deadline": form.day(said.new_deadline),
        "responsible": said.responsible,
    }


def _evidence_entries(said: Evidence) -> dict[str, str]:
    return {
        "evidence_number": said.number,
        "evidence_date": form.day(said.issued),
        "evidence_title": said.title,
        "evidence_link": said.link,
    }


def _typed(value: Decimal | None) -> str:
    """A figure without marks between its thousands: typed with them it could be read in two ways."""
    return "" if value is None else form.number(value).replace(".", "").replace(form.MINUS, "-")


def entered_name(period: Period, code: str) -> str:
    """Return the name under which results that were typed on the page are kept."""
    return file_name(f"nhap-truc-tiep_quy-{period.quarter}-{period.year}_{code or WHOLE}", ".xlsx")


def workbook_name(period: Period, code: str, name: str) -> str:
    """Return the name of a unit's workbook, its letters without marks: every mail program keeps those."""
    unit = "-".join(fold(name).split())[:40].strip("-")
    return file_name(f"bao-cao-quy-{period.quarter}-{period.year}_{code or WHOLE}_{unit}", ".xlsx")


def archive_name(plan: str, period: Period) -> str:
    """Return the name of the archive with the workbooks of all units."""
    return file_name(f"mau-bao-cao_{plan}_quy-{period.quarter}-{period.year}", ".zip")


def guide(due: date | None, required: str, statuses: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the instructions as pairs of a heading and its text; ``required`` says which rows have to be reported."""
    until = f" Hạn gửi Văn phòng: {form.day(due)}." if due else ""
    return (
        ("Gửi lại", f"Lưu tệp (giữ dạng .xlsx; .xls, .ods cũng được) và gửi Văn phòng.{until}"),
        ("Dòng phải báo cáo", required),
        ("Ô được nhập", "Nền vàng nhạt. Các cột của kế hoạch (nền xám) bị khóa để Văn phòng đối chiếu đúng dòng."),
        ("Trạng thái", f"Chọn trong danh sách: {', '.join(statuses)}."),
        ("% hoàn thành", "Số từ 0 đến 100, không gõ dấu %. Hoàn thành là 100."),
        ("Ngày", "Ngày/tháng/năm, ví dụ 05/03/2022."),
        ("Kết quả", "Nêu việc đã làm bằng số liệu, ngày, số văn bản; không chép lại nội dung kế hoạch."),
        ("Minh chứng", "Số, ký hiệu văn bản; ngày; trích yếu; liên kết nếu có."),
        ("Không phát sinh", "Nhiệm vụ làm khi có phát sinh mà trong kỳ không có: chọn Không phát sinh."),
        (
            "Cam kết",
            "Chỉ tiêu tỷ lệ: nhập tử số và mẫu số của đơn vị, để trống giá trị. Chỉ tiêu khác: nhập giá trị; "
            "không có vụ nào thì nhập 0.",
        ),
        ("Ước/chính thức", "Số liệu chưa chốt là ước; khi đã chốt chọn chính thức."),
        ("Chưa đạt", "Cam kết chưa đạt: ghi nguyên nhân, biện pháp khắc phục, hạn mới, người chịu trách nhiệm."),
        ("Sắp xếp, chèn dòng", "Được phép sau khi bỏ khóa trang tính (không có mật khẩu); đừng xóa cột A đang ẩn."),
    )
