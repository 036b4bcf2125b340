"""The words of every finding, by its code. ``wording.findings`` fills in their values."""

from collections.abc import Mapping

from papi_metrics.wording.finding_words.dates import DATES
from papi_metrics.wording.finding_words.figures import FIGURES
from papi_metrics.wording.finding_words.file import FILE
from papi_metrics.wording.finding_words.results import RESULTS
from papi_metrics.wording.finding_words.returns import RETURNS
from papi_metrics.wording.finding_words.rows import ROWS
from papi_metrics.wording.finding_words.scores import SCORES
from papi_metrics.wording.finding_words.stored import STORED
from papi_metrics.wording.finding_words.words import Words

__all__ = ["GROUPS", "WORDS", "Words"]

# Heading of the group → its codes, as docs/loi.md lists them.
GROUPS: Mapping[str, Mapping[str, Words]] = {
    "Tệp, sheet và bảng": FILE,
    "Dòng, đơn vị, nội dung": ROWS,
    "Thời hạn và ngày": DATES,
    "Kết quả nhiệm vụ": RESULTS,
    "Số liệu và mục tiêu": FIGURES,
    "So với kế hoạch đang lưu và kỳ báo cáo": STORED,
    "Mẫu, đơn vị gửi và các kỳ trước": RETURNS,
    "Bảng điểm PAPI": SCORES,
}

WORDS: Mapping[str, Words] = {code: words for group in GROUPS.values() for code, words in group.items()}
