"""The texts of one return on the desk: saved in part, mended in place, answered, sent back, and what differs."""

from collections.abc import Mapping, Sequence

from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording.page_update import counted

# Only the good rows
ONLY_GOOD = "Chỉ lưu các dòng không có lỗi"
ONLY_GOOD_HINT = "Dòng có lỗi đỏ được để lại, đơn vị sửa và gửi sau; lịch sử ghi rõ số dòng để lại."
LEFT_OUT = "Để lại, không lưu"
LEFT_OUT_COLUMNS = ("Dòng", "Sheet", "Dòng trong tệp")

# Mending in place
MEND = "Sửa ngay tại đây"
MEND_HINT = (
    "Sửa ô được nêu trong bảng trên rồi bấm “Đọc lại với các ô đã sửa”. Tệp gốc giữ nguyên; từng ô sửa được ghi vào "
    "lịch sử (trong tệp → sửa thành)."
)
MEND_AT = "{place}: sửa thành"
IN_FILE = "Trong tệp"
EMPTY_CELL = "(ô trống)"
READ_AGAIN = "Đọc lại với các ô đã sửa"
UNMEND = "Bỏ mọi chỗ sửa"
MENDED = "Văn phòng sửa {count} ô"
MEND_COLUMNS = ("Ô", "Sheet", "Trong tệp", "Sửa thành")

# A template of another plan or period
TAKE_THERE = "Nạp vào {place}"

# The answer
ANSWER = "Tải tệp trả lại đơn vị (đã đánh dấu lỗi)"
SEND_BACK = "Trả lại đơn vị"
SEND_BACK_HINT = "Không lưu gì từ tệp. Lịch sử giữ tệp gốc, các điểm cần xem và nội dung gửi đơn vị; hoàn tác được."
TELL = "Nội dung gửi đơn vị"
TELL_HINT = "ví dụ: báo cáo nhầm kỳ, đề nghị gửi lại báo cáo quý II"
TELL_WHY = (
    "Tệp không có lỗi hay cảnh báo nên phần mềm không soạn sẵn nội dung. "
    "Nếu vẫn trả lại, ghi lý do để đơn vị biết phải sửa gì; chưa ghi lý do thì không trả lại được."
)
TELL_NEEDED = "Ghi nội dung gửi đơn vị trước."
RECORD = "Ghi nhận trả lại"
SENT_BACK = "Đã ghi nhận trả lại “{name}” cho {sender} (mục số {number} trong lịch sử)."

# Several files
READING_FILES = "Đang đọc tệp {done}/{count}: {name}"
HOLDING_FILES = "Đang so với kho số liệu {done}/{count}: {name}"
NOTHING_NEW = "không có thay đổi"
NOT_YET = "chưa lưu được"
WAITS_FOR_PLAN = "chờ kế hoạch"


def left_open(count: int) -> str:
    """Return what is said of rows that have to be reported and of which neither file nor store tells anything."""
    return f"Còn {form.number(count)} dòng phải báo cáo trong kỳ chưa có kết quả, kể cả trong tệp này"


def place_name(plan: str, period: Period) -> str:
    """Return "quý I/2022", with the name of the plan where that is told: "PAPI 2022, quý I/2022"."""
    return ", ".join(part for part in (plan, form.period_inside(period)) if part)


def other_template(there: str, here: str, *, chosen: bool, offered: bool) -> str:
    """Return what is said first of a template of another place than the one looked at, and what can be done."""
    if chosen:
        then = f"Tệp được nạp vào {there} như đã chọn."
    elif offered:
        then = f"Nếu đúng là báo cáo của {there}, bấm “{TAKE_THERE.format(place=there)}”; nếu gửi nhầm, trả lại đơn vị."
    else:
        then = "Kho số liệu không có nơi nạp mẫu này; trả lại đơn vị hoặc nạp kế hoạch của mẫu trước."
    return f"Mẫu của {there}, đang xem {here}. {then}"


def twice(files: Sequence[str], sender: str, period: Period) -> str:
    """Return what is said where several files on the desk are the return of one unit for one period."""
    *most, last = (f"“{name}”" for name in files)
    return (
        f"{', '.join(most)} và {last} cùng là báo cáo {form.period_inside(period)} của {sender}. "
        "Kiểm tra xem có tệp nào là của đơn vị khác không trước khi lưu."
    )


def only_good(count: int) -> str:
    """Return the label of the choice: "Chỉ lưu các dòng không có lỗi (để lại 2 dòng)"."""
    return f"{ONLY_GOOD} (để lại {form.number(count)} dòng)"


def left_out(count: int) -> str:
    """Return "Để lại 2 dòng có lỗi, không lưu"."""
    return f"Để lại {form.number(count)} dòng có lỗi, không lưu"


def mended(count: int) -> str:
    """Return "Văn phòng sửa 3 ô"."""
    return MENDED.format(count=form.number(count))


def more_cells(count: int) -> str:
    """Return what is said where not all cells are offered at once."""
    return f"Còn {form.number(count)} ô nữa; sửa các ô trên và đọc lại để thấy tiếp, hoặc trả tệp cho đơn vị."


def units_counted(counts: Mapping[str, tuple[int, int, int, int]]) -> list[str]:
    """Return one line a unit: "Văn phòng Sở: thêm 3 dòng, đổi 1 dòng"; ``counts`` are new, changed, same, gone."""
    return [f"{name}: {counted(*numbers)}" for name, numbers in counts.items() if any(numbers)]
