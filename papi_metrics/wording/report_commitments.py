"""The words of the report on the commitments to the head of the steering board, and of their table."""

from collections.abc import Sequence

from papi_metrics.wording.report import BLANK, item

ADDRESSEE = "Đồng chí Trưởng Ban Chỉ đạo cải cách hành chính {province}"
STEERING_RECIPIENTS = ("Như trên", "Sở Nội vụ", "GĐ, các PGĐ", "Các phòng, đơn vị thuộc Sở")
OVERALL = "Kết quả chung"
NOT_MET = "Các cam kết chưa đạt hoặc đạt một phần và giải trình"
UNDECIDED = "Các cam kết chưa đến kỳ hoặc chưa đủ số liệu"
APPENDIX = "Kết quả thực hiện từng cam kết"
NONE_NOT_MET = "Không có cam kết nào chưa đạt hoặc đạt một phần."
NO_EXPLANATION = "Chưa có giải trình của đơn vị chủ trì."
EXPLANATION_MISSING = "Chưa có giải trình"

SHORT_HEADINGS = ("TT", "Nội dung cam kết", "Mục tiêu", "Kết quả", "Chênh lệch", "Trạng thái", "Giải trình")
FULL_HEADINGS = (
    "TT",
    "Nội dung cam kết",
    "Mục tiêu",
    "Chủ trì",
    "Thời gian hoàn thành",
    "Kết quả",
    "Chênh lệch",
    "Trạng thái",
    "Minh chứng",
    "Giải trình",
)


def addressee(province: str) -> str:
    """Return whom the report goes to; a province that is not known leaves room."""
    return ADDRESSEE.format(province=f"tỉnh {province}" if province else BLANK)


def subject(told: str, office: str) -> str:
    """Return what the report is about."""
    return f"Kết quả thực hiện và giải trình các cam kết nâng cao Chỉ số PAR INDEX, SIPAS, PAPI {told} của {office}"


def opening(bases: Sequence[str], office: str, told: str) -> str:
    """Return the sentence that names the legal bases."""
    named = "; ".join(bases or (BLANK,))
    return f"Thực hiện {named}; {office} báo cáo kết quả thực hiện và giải trình các cam kết {told} như sau:"


def overall(count: str, met: str, missed: str, at_risk: str, no_data: str, waiting: str) -> str:
    """Return how the commitments stand; each text but ``met`` is a count, "" where it is 0."""
    parts = (
        f"không đạt {missed}" if missed else "",
        f"có nguy cơ không đạt {at_risk}" if at_risk else "",
        f"chưa đủ số liệu {no_data}" if no_data else "",
        f"chưa đến kỳ {waiting}" if waiting else "",
    )
    told = "".join(f"; {part}" for part in parts if part)
    return f"Trong {count} cam kết, đạt {met} cam kết đánh giá được{told}."


def moved(better: str, worse: str) -> str:
    """Return how many figures moved since the last period, "" where none did."""
    parts = (f"{better} cam kết có số liệu tốt hơn" if better else "", f"{worse} kém hơn" if worse else "")
    told = [part for part in parts if part]
    return f"So với số liệu kỳ trước: {'; '.join(told)}." if told else ""


def unexplained(count: str) -> str:
    """Return how many explanations are still missing."""
    return f"Số cam kết phải giải trình nhưng chưa có giải trình: {count}."


def target(text: str) -> str:
    """Return the target of a commitment as a line."""
    return item(f"Mục tiêu: {text}")


def actual(text: str, gap: str, state: str, finality: str) -> str:
    """Return where a commitment stands as a line."""
    sure = f" (số {finality})" if finality else ""
    behind = f"; chênh lệch {gap}" if gap else ""
    return item(f"Kết quả: {text}{sure}{behind}; {state.lower()}")


def told(result: str, evidence: str) -> str:
    """Return what was reported, with its evidence."""
    proven = f"; minh chứng: {evidence}" if evidence else ""
    return item(f"Nội dung báo cáo: {result.rstrip(' .;')}{proven}")


def lead(unit: str, deadline: str) -> str:
    """Return who leads a commitment and until when."""
    until = f"; thời gian hoàn thành: {deadline.rstrip(' .;')}" if deadline else ""
    return item(f"Chủ trì: {unit.rstrip(' .;')}{until}")


def explanation(cause: str, remedy: str, new_deadline: str, responsible: str) -> str:
    """Return the giải trình in one text, as far as it is told."""
    parts = (
        f"Nguyên nhân: {cause.rstrip(' .;')}" if cause else "",
        f"Khắc phục: {remedy.rstrip(' .;')}" if remedy else "",
        f"Hạn mới: {new_deadline}" if new_deadline else "",
        f"Chịu trách nhiệm: {responsible.rstrip(' .;')}" if responsible else "",
    )
    return ". ".join(part for part in parts if part)


def explained(text: str) -> str:
    """Return the giải trình as a line."""
    return item(f"Giải trình. {text}")


def undecided(content: str, state: str, gap: str) -> str:
    """Return a commitment that cannot be judged yet."""
    return item(f"{content.rstrip(' .;')}: {state.lower()}" + (f", chênh lệch {gap}" if gap else ""))


def closing(office: str, told: str) -> str:
    """Return the last paragraph."""
    return f"{office} báo cáo kết quả thực hiện và giải trình các cam kết {told}"
