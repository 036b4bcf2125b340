"""The texts of the page Nội dung PAPI."""

from collections.abc import Sequence

from papi_metrics.model.ratio import Ratio
from papi_metrics.model.repetition import Repeats
from papi_metrics.wording import form, labels
from papi_metrics.wording.pages import TITLES

TITLE = TITLES["noi-dung"]
CHOOSE = "Chọn nội dung"
MATRIX_NOTE = "kém nhất trước · hoàn thành/áp dụng · bấm ô để mở nhiệm vụ"
DIMENSION = "Nội dung"
WHOLE_PLAN = "Cả kế hoạch"
WORST_STATE = "Mỗi ô mang dấu của trạng thái kém nhất trong ô:"
NO_TASKS = "Kế hoạch không có nhiệm vụ nào ở nội dung này."
NARRATIVE = "Thuyết minh trong báo cáo"
NO_NARRATIVE = "Báo cáo kỳ này không có thuyết minh cho nội dung này."
NARRATIVE_FILES = "Tệp có phần thuyết minh của kỳ"
FULL_NAME = "Nội dung {number}: {name}"


def measures(completion: Ratio, reported: Ratio, evidenced: Ratio, overdue: int) -> str:
    """Return the figures of a dimension in one line."""
    return " · ".join(
        (
            f"hoàn thành {form.ratio(completion)}",
            f"đã báo cáo {form.ratio(reported)}",
            f"có minh chứng {form.ratio(evidenced)}",
            f"quá hạn {form.number(overdue)}",
        )
    )


def full_name(number: int, name: str) -> str:
    """Return "Nội dung 2: Công khai, minh bạch …"."""
    return FULL_NAME.format(number=number, name=name)


def marked(copied: Sequence[Repeats], bare: int, total: int) -> str:
    """Return how many of the paragraphs carry a mark; ``copied`` is what those that repeat something repeat."""
    return (
        f"{form.number(len(copied))}/{form.number(total)} đoạn {labels.repeats(copied or [Repeats.PLAN])} · "
        f"{form.number(bare)}/{form.number(total)} đoạn không có số liệu, ngày, văn bản"
    )


def cell(dimension: str, unit: str, done: str, state: str) -> str:
    """Return what a cell of the matrix says in full."""
    return f"{dimension} – {unit}: hoàn thành {done}, kém nhất: {state}"
