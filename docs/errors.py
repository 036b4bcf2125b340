"""Write the catalogue of findings, docs/loi.md, from the codes and their words: ``make docs``."""

from collections.abc import Mapping
from pathlib import Path

from papi_metrics.intake.catalogue import severity
from papi_metrics.wording import findings
from papi_metrics.wording.finding_words import GROUPS, Words

PAGE = Path(__file__).with_name("loi.md")
_HEAD = """# Danh mục lỗi

<!-- Trang này do `make docs` lập từ chương trình; sửa ở papi_metrics/wording/finding_words. -->

Các điểm mà chương trình nêu khi đọc một tệp, ở trang **Cập nhật quý** và ở [dòng lệnh](dong-lenh.md). Mỗi điểm có một
mã cố định (`code` trong JSON), tên, điều gì sai, cách sửa và một ví dụ. Dấu “…” là chữ lấy từ tệp.

- **Lỗi** (đỏ): phải sửa trong tệp rồi tải lên lại; còn lỗi thì chưa lưu được.
- **Cảnh báo** (vàng): nên sửa; nếu tệp đúng như vậy, ghi lý do rồi chấp nhận.
- **Lưu ý**: chỉ để biết, không chặn việc lưu.
"""


def page() -> str:
    """Return the whole page as Markdown."""
    return "\n".join([_HEAD, *(_group(title, codes) for title, codes in GROUPS.items())])


def _group(title: str, codes: Mapping[str, Words]) -> str:
    return "\n".join([f"## {title}\n", *(_entry(code, words) for code, words in codes.items())])


def _entry(code: str, words: Words) -> str:
    problem, fix = findings.outline(code)
    return (
        f"### {words.title}\n\n"
        f"`{code}` · {findings.severity_word(severity(code))}\n\n"
        f"- Điều gì sai: {problem}\n"
        f"- Cách sửa: {fix}\n"
        f"- Ví dụ: {words.example}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
