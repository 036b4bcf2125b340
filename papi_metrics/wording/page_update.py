"""The texts of Cập nhật quý: files in, what was read and found, what saving would do, history and undo."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from papi_metrics.model.deadline import Deadline
from papi_metrics.model.ledger import ImportCounts
from papi_metrics.model.period import Period
from papi_metrics.model.reading import Reading
from papi_metrics.model.target import Target
from papi_metrics.model.update import CommitmentUpdate, Evidence, Finality, Judgement, Status
from papi_metrics.wording import findings, form, labels
from papi_metrics.wording.template import NOTHING_REQUIRED_FOLDER, WHY_NOT_REQUIRED

LINE = "Nạp kế hoạch, bảng cam kết, báo cáo quý; xem lại rồi mới lưu"

# Files in
CHOOSE = "Chọn tệp kế hoạch, bảng cam kết hoặc báo cáo quý"
FORMATS = (
    "Nhận .xlsx, .xlsm, .xls, .ods, .csv, .docx; có thể chọn nhiều tệp một lúc. Chưa lưu gì cho đến khi bấm chấp nhận."
)
PERSON = "Người thực hiện"
PERSON_HINT = "họ và tên"
PERSON_WHY = "Được ghi vào lịch sử mỗi lần lưu, hoàn tác."
PERSON_MISSING = "Cần ghi họ tên trước khi lưu, hoàn tác hoặc sửa."
PERSON_NEEDED = "Chưa thực hiện: ghi họ tên vào ô “Người thực hiện” ở đầu trang rồi bấm lại."
TRAY_FULL = (
    "Trang này giữ tối đa {files} tệp chưa lưu, tổng cộng {size} MB. Chưa nhận: {names}. "
    "Lưu hoặc bỏ qua bớt tệp đang xem rồi chọn lại."
)
READING = "Đang đọc tệp…"
NOTHING_YET_TITLE = "Chưa có tệp nào đang xem"
NOTHING_YET = (
    "Chọn tệp Word hoặc Excel như cơ quan đang dùng, không phải sửa mẫu trước. "
    "Phần mềm cho biết tệp là gì, đọc được bao nhiêu dòng, có gì cần xem; lưu xong vẫn hoàn tác được."
)
EMPTY_STORE = (
    "Kho số liệu còn trống. Chọn tệp kế hoạch để bắt đầu: năm, tên kế hoạch và tên Sở được lấy từ tệp. "
    "Nếu muốn xem thử trước, nạp bộ mẫu ở cuối trang."
)

KINDS: Mapping[str, str] = {
    "plan": "Kế hoạch",
    "plan_and_commitments": "Kế hoạch và cam kết",
    "commitments": "Bảng cam kết",
    "returns": "Báo cáo quý",
    "narrative": "Báo cáo tường thuật",
    "unknown": "Không nhận ra",
}
UNREADABLE = "Không đọc được"
FILE_FAULT = (
    "Phần mềm gặp sự cố khi đọc tệp này; các tệp và dữ liệu khác không bị ảnh hưởng. "
    "Gửi tệp cho người quản trị phần mềm để kiểm tra."
)
YEAR = "năm {year}"
NOTHING_SAVED = "Chưa có gì được lưu từ tệp này."
LOOK = "Xem"
SKIP = "Bỏ qua tệp này"
CLOSE = "Đóng"

# Where it goes
INTO = "Nạp vào"
NEW_PLAN = "Tạo kế hoạch mới"
DEPARTMENT = "Sở"
NEW_DEPARTMENT = "Sở khác (nhập tên)"
DEPARTMENT_NAME = "Tên Sở"
PROVINCE = "Tỉnh, thành phố"
PLAN_YEAR = "Năm"
PLAN_TITLE = "Tên kế hoạch"
PERIOD = "Kỳ báo cáo"
SENDER = "Đơn vị gửi"
RECEIVED = "Ngày nhận"
RECEIVED_ALL = "Ngày nhận các báo cáo đang xem"
RECEIVED_ALL_HELP = (
    "Dùng cho mọi báo cáo ở dưới. Báo cáo nào nộp ngày khác, sửa “Ngày nhận” trong khung của báo cáo đó."
)
RECEIVED_HELP = (
    "Ngày đơn vị nộp báo cáo cho Văn phòng; nếu kế hoạch có hạn nộp, ngày này quyết định nộp đúng hạn hay trễ."
)
AS_PLAN = "Không có kỳ: nạp như kế hoạch"
NO_PLAN_FOR_RETURN = "Chưa có kế hoạch nào để ghi kết quả vào. Nạp tệp kế hoạch trước, rồi mở lại tệp này."
OTHER_YEAR = (
    "Tệp này của năm {year} còn kế hoạch đang chọn là năm {plan_year}. "
    "Nếu chưa có kế hoạch năm {year}, nạp tệp kế hoạch trước rồi mở lại tệp này."
)

# Findings
FINDINGS = "Điểm cần xem"
NO_FINDINGS = "Không có điểm nào cần xem."
FINDING_COLUMNS = ("Mức", "Sheet", "Mục", "Ô", "Giá trị", "Lỗi", "Cách sửa")
TYPED_FINDING_COLUMNS = ("Mức", "Dòng", "Mục", "Giá trị", "Lỗi", "Cách sửa")
"""Of what was typed on the page: the row and its field."""
BLOCKED = (
    "Còn lỗi đỏ nên chưa lưu được. Làm theo cột “Cách sửa”; điểm vàng thì ghi lý do khi lưu, lưu ý thì không phải sửa."
)

# The difference
WOULD = "Lưu tệp này sẽ"
WOULD_IN_PART = "Chỉ lưu các dòng không có lỗi sẽ"
ROWS, PARAGRAPHS = "dòng", "đoạn"
NEW = "Mới"
CHANGED = "Thay đổi"
SAME = "Giữ nguyên"
GONE = "Không còn trong tệp"
UNCHANGED = "Không có thay đổi: mọi dòng trong tệp đã có trong kho số liệu."
ROW_COLUMN = "Dòng"
OLD_COLUMN = "Đang có"
NEW_COLUMN = "Sẽ lưu"
FIELD_COLUMN = "Mục"
CELL_COLUMN = "Ô nguồn"
FIGURES_COLUMN = "Số liệu"
EXPLANATION_COLUMN = "Giải trình"
TASKS = "Nhiệm vụ"
COMMITMENTS = "Cam kết"
RESULTS = "Kết quả nhiệm vụ"
FIGURES = "Số liệu cam kết"
NARRATIVE = "Đoạn báo cáo"
NO_VALUE = "–"

# Accepting
REASON = "Lý do chấp nhận các điểm vàng"
REASON_HINT = "ví dụ: đã đối chiếu bản in, đơn vị bổ sung minh chứng sau"
REASON_NEEDED = "Ghi lý do chấp nhận các điểm vàng trước khi lưu."
ACCEPT = "Chấp nhận và lưu"
ACCEPT_ALL = "Lưu các tệp không có điểm cần xem"
STALE = "Số liệu đã thay đổi sau khi bảng so sánh được lập. Bảng dưới đây là so sánh mới; xem lại rồi chấp nhận."
PLAN_TAKEN = "Mã kế hoạch “{plan}” đã được dùng cho kế hoạch khác. Chọn lại nơi nạp."
OPEN_OVERVIEW = "Mở Tổng quan"
SAVED_UNCHANGED = "Không có thay đổi, không lưu thêm lần nào."

# The sample
SAMPLE = "Số liệu minh họa"
SAMPLE_ON = "Kho đang có số liệu minh họa trong {count} lần nhập. Chúng chỉ để xem thử, không phải số liệu của cơ quan."
SAMPLE_OFF = "Kho không có số liệu minh họa nào đang dùng."
SAMPLE_FIRST = "Bộ mẫu gồm kế hoạch, cam kết, báo cáo thật của Quảng Trị và Đắk Nông, cùng kết quả minh họa để xem thử."
REAL_ONLY = "Chỉ giữ số liệu thật"
REAL_ONLY_ASK = (
    "Sẽ hoàn tác {count} lần nhập số liệu minh họa: {plans}. "
    "Kế hoạch, cam kết và báo cáo thật giữ nguyên. Khôi phục lại được bất cứ lúc nào."
)
REAL_ONLY_YES = "Hoàn tác {count} lần nhập minh họa"
REAL_ONLY_NO = "Không hoàn tác"
RESTORE_SAMPLE = "Khôi phục số liệu minh họa"
LOAD_FIRST_SAMPLE = "Nạp bộ mẫu"
SAMPLE_DROPPED = "Đã hoàn tác {count} lần nhập số liệu minh họa; chỉ còn số liệu thật."
SAMPLE_RESTORED = "Đã khôi phục; kho đang có {count} lần nhập số liệu minh họa."
SAMPLE_LOADED = "Đã nạp {count} tệp của bộ mẫu."
SAMPLE_REFUSED = "Chưa nạp hết bộ mẫu: kế hoạch đã được sửa khác với bộ mẫu. Các tệp nạp trước đó vẫn được giữ."


NOTHING_TO_FILL = "–"
WORK = "Công việc"
RECEIVING = "Nhận báo cáo"
SENDING = "Mẫu báo cáo"
NOTHING_REQUIRED = "Không phải báo cáo quý này"
NOTHING_REQUIRED_NOTE = (
    f"Dòng không bắt buộc: {WHY_NOT_REQUIRED}. Mẫu của đơn vị không phải báo cáo nằm trong thư mục "
    f"“{NOTHING_REQUIRED_FOLDER}” của tệp .zip."
)
DOWNLOAD_TEMPLATE = "Tải mẫu"
LOOKS_LIKE = "Mẫu gồm những gì"
LOOKS_COLUMNS = ("Phần", "Có sẵn trong mẫu", "Đơn vị điền")
LOOKS: Sequence[tuple[str, str, str]] = (
    ("Đầu trang", "Tên Sở, kế hoạch, đơn vị báo cáo, hạn gửi Văn phòng, số dòng phải báo cáo quý này", NOTHING_TO_FILL),
    (
        "Nhiệm vụ",
        "TT, nội dung PAPI, nội dung công tác, thời hạn (đã khóa) và kết quả kỳ trước",
        "Trạng thái (chọn trong danh sách), % và ngày hoàn thành, kết quả, văn bản minh chứng, khó khăn, đề xuất",
    ),
    (
        "Cam kết",
        "TT, nội dung, mục tiêu, thời hạn (đã khóa) và số liệu kỳ trước",
        "Tử số, mẫu số hoặc giá trị, đánh giá, ước hay chính thức, ngày số liệu, minh chứng; giải trình khi chưa đạt",
    ),
)
DOWNLOAD_TEMPLATES = "Tải mẫu của các đơn vị (.zip)"


def imports_of(counts: Mapping[str, int]) -> str:
    """Return plans with their numbers of imports: "PAPI 2022 (2 lần), PAPI 2024 (4 lần)"."""
    return ", ".join(f"{plan} ({form.number(count)} lần)" for plan, count in counts.items())


def what_it_is(kind: str, year: int | None, period: Period | None) -> str:
    """Return "Báo cáo quý · Quý I/2022" or "Kế hoạch · năm 2024"."""
    when = form.period(period) if period and kind in ("returns", "narrative") else ""
    return " · ".join(part for part in (KINDS[kind], when or (YEAR.format(year=year) if year else "")) if part)


def in_time(days_late: int, due: date, *, backlog: bool) -> str:
    """Return what a day received means: in time, or how late; ``backlog`` asks for the day of a return that lay."""
    if not days_late:
        return f"Nộp đúng hạn (hạn {form.day(due)})."
    late = f"Trễ {form.number(days_late)} ngày so với hạn {form.day(due)}."
    return f"{late} Nếu đơn vị đã nộp từ trước, ghi đúng ngày nhận trước khi lưu." if backlog else late


def period_received(period: Period, received_on: date | None) -> str:
    """Return "Quý I/2022 · nhận 04/03/2022"."""
    return " · ".join(
        part for part in (form.period(period), f"nhận {form.day(received_on)}" if received_on else "") if part
    )


def accounts(reading: Reading) -> tuple[str, ...]:
    """Return one account a table, with the name of its sheet where there are several."""
    several = len(reading.tables) > 1
    return tuple((f"{table.sheet}: " if several else "") + findings.account_sentence(table) for table in reading.tables)


def plan_label(name: str, title: str) -> str:
    """Return a plan in a list of choices: "PAPI 2024 · Quảng Trị – Kế hoạch …"."""
    return f"{name} – {title}" if title else name


def counted(new: int, changed: int, same: int, gone: int, *, what: str = ROWS) -> str:
    """Return what saving does: "thêm 28 dòng, đổi 2 dòng, giữ nguyên 25 dòng"; what is 0 is left out."""
    parts = ((new, "thêm"), (changed, "đổi"), (same, "giữ nguyên"), (gone, "bỏ"))
    return ", ".join(f"{verb} {form.number(count)} {what}" for count, verb in parts if count)


def saved(number: int, what: str) -> str:
    """Return "Đã lưu lần nhập số 14: thêm 28 dòng."."""
    return f"Đã lưu lần nhập số {form.number(number)}" + (f": {what}." if what else ".")


def several_saved(count: int) -> str:
    """Return "Đã lưu 3 tệp."."""
    return f"Đã lưu {form.number(count)} tệp."


def more_findings(count: int) -> str:
    """Return what is said when a list of findings is cut."""
    return f"còn {form.number(count)} điểm nữa; sửa các điểm trên rồi tải lên lại để xem tiếp"


def all_places(count: int) -> str:
    """Return the head of the folded list of a finding's places."""
    return f"Xem cả {form.number(count)} chỗ"


def more_places(count: int) -> str:
    """Return what is said when the list of a finding's places is cut."""
    return f"còn {form.number(count)} chỗ nữa"


def more_rows(count: int) -> str:
    """Return "còn 120 dòng nữa"."""
    return f"còn {form.number(count)} dòng nữa"


def notes(count: int) -> str:
    """Return the head of the folded list of infos."""
    return f"{form.number(count)} lưu ý, không phải sửa"


def moment(at: datetime) -> str:
    """Return "04/03/2022 16:20"."""
    return f"{form.day(at)} {at:%H:%M}"


def contents(counts: ImportCounts) -> str:
    """Return what an import holds: "28 nhiệm vụ · 1 bỏ"."""
    parts = (
        (counts.tasks, "nhiệm vụ"),
        (counts.tasks_gone, "nhiệm vụ bỏ"),
        (counts.commitments, "cam kết"),
        (counts.commitments_gone, "cam kết bỏ"),
        (counts.task_updates, "kết quả"),
        (counts.commitment_updates, "số liệu cam kết"),
        (counts.narratives, "đoạn báo cáo"),
    )
    return " · ".join(f"{form.number(count)} {word}" for count, word in parts if count) or "thông tin kế hoạch"


def value(item: object, unit_names: Mapping[str, str]) -> str:
    """Return a field of a record as a person reads it; "–" where nothing is said."""
    match item:
        case None | "" | ():
            return NO_VALUE
        case Status():
            return labels.STATUSES[item]
        case Finality():
            return labels.FINALITIES[item]
        case Judgement():
            return labels.JUDGEMENTS[item]
        case Deadline() | Target():
            return item.text or NO_VALUE
        case Evidence():
            return evidence(item) or NO_VALUE
        case Decimal():
            return form.number(item)
        case date():
            return form.day(item)
        case int():
            return labels.dimension(item)
        case tuple():
            return units(item, unit_names)
    return str(item)


def evidence(item: Evidence) -> str:
    """Return a document in one line, "" where none is named."""
    parts = (item.number, form.day(item.issued), item.title, item.link)
    return ", ".join(part for part in parts if part)


def units(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the names of units."""
    return ", ".join(names.get(code, code) for code in codes)


def deadline(item: Deadline) -> str:
    """Return a deadline as printed, with the due dates it was read as where the text does not say them."""
    if all(form.day(due) in item.text for due in item.occurrences):
        return item.text or NO_VALUE
    return f"{item.text} (hạn {form.days(item.occurrences)})"


def figures(item: CommitmentUpdate) -> str:
    """Return the figures of a commitment in one cell: "37/40 · ước · đến 14/06/2024"."""
    if item.numerator is not None and item.denominator is not None:
        said = f"{form.number(item.numerator)}/{form.number(item.denominator)}"
    elif item.value is not None:
        said = form.number(item.value)
    else:
        said = labels.JUDGEMENTS[item.judgement] if item.judgement else ""
    finality = labels.FINALITIES[item.finality] if item.finality else ""
    day = f"đến {form.day(item.as_of)}" if item.as_of else ""
    return " · ".join(part for part in (said, finality, day) if part) or NO_VALUE


def explanation(item: CommitmentUpdate) -> str:
    """Return the giải trình of a commitment in one cell."""
    deadline_text = f"hạn mới {form.day(item.new_deadline)}" if item.new_deadline else ""
    parts = (item.cause, item.remedy, deadline_text, item.responsible)
    return "; ".join(part for part in parts if part) or NO_VALUE


def sending(of: Period, due: date | None) -> str:
    """Return what goes out to the units, and by when it comes back."""
    until = f" Hạn gửi Văn phòng: {form.day(due)}." if due else ""
    return (
        f"Mỗi đơn vị một tệp .xlsx với các dòng đơn vị chủ trì của {form.period_inside(of)}, kết quả kỳ trước và danh "
        f"sách chọn sẵn.{until} Tệp gửi lại được nhận ra theo mã ẩn, dù đã sắp xếp, chèn hay xóa dòng."
    )


def rows_optional(count: int) -> str:
    """Return "2 dòng không bắt buộc"."""
    return f"{form.number(count)} dòng không bắt buộc"


def template_rows(tasks: int, commitments: int, optional: int, due: str) -> str:
    """Return "Phải báo cáo 12 nhiệm vụ, 3 cam kết · 2 dòng không bắt buộc · hạn gửi 05/06/2022".

    What is 0 or not known is left out; without a row that has to be reported it is said that there is none.
    """
    counted = ((tasks, "nhiệm vụ"), (commitments, "cam kết"))
    owed = ", ".join(f"{form.number(count)} {what}" for count, what in counted if count)
    parts = (
        f"Phải báo cáo {owed}" if owed else NOTHING_REQUIRED,
        rows_optional(optional) if optional else "",
        f"hạn gửi {due}" if due and owed else "",
    )
    return " · ".join(part for part in parts if part)
