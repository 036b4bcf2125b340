"""What a column can be, in the words of a heading: what is chosen on the page, and what its heading is read as."""

from collections.abc import Mapping

from papi_metrics.wording import form, template

HEADINGS: Mapping[str, str] = {
    "lead": "Chủ trì",
    "coordinators": "Phối hợp",
    "deadline": template.DEADLINE,
    "target": template.TARGET,
    "director": "Chỉ đạo",
    "dimension": template.DIMENSION,
    "number": template.NUMBER,
    "status": template.STATUS,
    "percent": template.PERCENT,
    "done_on": "Ngày hoàn thành thực tế",
    "result": template.RESULT,
    "evidence": "Minh chứng",
    "evidence_number": template.EVIDENCE_NUMBER,
    "evidence_date": template.EVIDENCE_ISSUED,
    "evidence_title": template.EVIDENCE_TITLE,
    "evidence_link": template.EVIDENCE_LINK,
    "difficulties": template.DIFFICULTIES,
    "proposal": template.PROPOSAL,
    "next_steps": template.NEXT_STEPS,
    "numerator": template.NUMERATOR,
    "denominator": template.DENOMINATOR,
    "value": template.VALUE,
    "judgement": template.JUDGEMENT,
    "finality": template.FINALITY,
    "as_of": template.AS_OF,
    "cause": template.CAUSE,
    "remedy": template.REMEDY,
    "new_deadline": template.NEW_DEADLINE,
    "responsible": template.RESPONSIBLE,
    "ignored": "Ghi chú (bỏ qua)",
}
"""Role of a column → the heading that the reader takes for it and for nothing else."""

TITLE = "Cột chưa rõ"
READ_AGAIN = "Đọc lại với các cột đã chọn"
HINT = (
    f"Chọn từng cột là gì; cột không cần thì chọn “{HEADINGS['ignored']}”. Tệp gốc giữ nguyên; lịch sử ghi cột nào "
    "được hiểu là gì."
)
SHOW = "Chọn cột chưa rõ là gì ({count})"
CHOOSE = "Chưa chọn"
TAKEN = "Cột {place} không thể là “{role}”: bảng đã có một cột khác là “{role}”."
MORE = "Còn {count} cột nữa; chọn các cột trên và đọc lại để thấy tiếp."
LIKELY = "theo nội dung cột, có lẽ là “{role}”"
HEADING_OF_COLUMN = "Tiêu đề cột"
NAMED = "Văn phòng đã xác định {count} cột"
NAMED_COLUMNS = ("Cột", "Sheet", "Tiêu đề trong tệp", "Được hiểu là")


def is_what(place: str) -> str:
    """Return the label of a choice: "Cột C “Xong khi nào” là"."""
    return f"Cột {place} là"


def named(count: int) -> str:
    """Return "Văn phòng đã xác định 2 cột"."""
    return NAMED.format(count=form.number(count))


def show(count: int) -> str:
    """Return "Chọn cột chưa rõ là gì (2)"."""
    return SHOW.format(count=form.number(count))


def taken(place: str, role: str) -> str:
    """Return "Cột Sheet!D không thể là “Chủ trì”: bảng đã có một cột khác là “Chủ trì”."."""
    return TAKEN.format(place=place, role=HEADINGS[role])


def more(count: int) -> str:
    """Return what is said where not all columns are offered at once."""
    return MORE.format(count=form.number(count))
