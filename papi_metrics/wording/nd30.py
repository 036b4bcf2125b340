"""The fixed words of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Sequence

from papi_metrics.wording import form

LANGUAGE = "vi-VN"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED_TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
AS_ABOVE = "Như trên"
ARCHIVE = "VT"
APPENDIX = "Phụ lục"
END_MARK = "./."
_GAP = "\u00a0"
"""Room to write in: spaces that neither break nor stretch."""


def number(value: int | None, mark: str) -> str:
    """Return "Số: 05/BC-SKHCN"; None leaves room for the number."""
    return f"Số: {_GAP * 8 if value is None else f'{value:02d}'}/{mark}"


def letter_mark(office: str, drafter: str) -> str:
    """Return the mark of a letter without a named type, "SKHCN-VP"."""
    return f"{office}-{drafter}"


def named_mark(abbreviation: str, office: str) -> str:
    """Return the mark of a document of a named type, "BC-SKHCN"."""
    return f"{abbreviation}-{office}"


def date_of_issue(day: int | None, month: int | None, year: int | None) -> str:
    """Return "ngày 05 tháng 3 năm 2022"; None leaves room. Days below 10 and months 1 and 2 take a leading 0."""
    parts = (
        ("ngày", _GAP * 5 if day is None else f"{day:02d}"),
        ("tháng", _GAP * 5 if month is None else f"{month:02d}" if month <= 2 else f"{month}"),
        ("năm", _GAP * 8 if year is None else f"{year}"),
    )
    return " ".join(f"{name}{_GAP}{figure}" for name, figure in parts)


def place_and_date(place: str, date: str) -> str:
    """Return "Quảng Trị, ngày 05 tháng 3 năm 2022"; there is room for a place that is not known."""
    return f"{place or _GAP * 12}, {date}"


def about(subject: str) -> str:
    """Return "V/v đôn đốc …"."""
    return f"V/v {subject}"


def addressees(names: Sequence[str]) -> list[str]:
    """Return the lines of several addressees."""
    return _listed(names)


def recipients(names: Sequence[str], drafter: str) -> list[str]:
    """Return the lines of "Nơi nhận"; the archive and the drafting unit end them."""
    return _listed([*names, f"Lưu: {ARCHIVE}, {drafter}"])


def _listed(lines: Sequence[str]) -> list[str]:
    ends = [";"] * (len(lines) - 1) + ["."]
    return [f"- {line}{end}" for line, end in zip(lines, ends, strict=True)]


def on_behalf_of(post: str) -> str:
    """Return "KT. GIÁM ĐỐC"."""
    return f"KT. {post.upper()}"


def closed(text: str) -> str:
    """Return the last sentence of a text with the mark that ends it."""
    return text.removesuffix(END_MARK).rstrip(" .;") + END_MARK


def appendix(number: int | None) -> str:
    """Return "Phụ lục II", or "Phụ lục" for the only one (None). Raises ValueError for a number out of 1-39."""
    return APPENDIX if number is None else f"{APPENDIX} {form.roman(number)}"


def attached_to(kind: str, number: str, date: str, office: str) -> str:
    """Return "(Kèm theo Báo cáo số …/BC-SKHCN ngày … của Sở …)"."""
    numbered = number[0].lower() + number[1:].replace(":", "", 1)
    return f"(Kèm theo {kind} {numbered} {date} của {office})"
