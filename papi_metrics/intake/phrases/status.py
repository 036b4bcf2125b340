"""Words of the Cập nhật columns: status of a task, finality of a figure, judgement of a commitment."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.text import clean, fold
from papi_metrics.model.update import Finality, Judgement, Status

T = TypeVar("T")

# "Chưa hoàn thành" says that something was done, but not all: it is in progress. "Hoàn thành quá hạn" is
# done; that it was late is told by its date, never by the word.
_STATUS: Mapping[Status, tuple[str, ...]] = {
    Status.DONE: (
        "Hoàn thành",
        "Đã hoàn thành",
        "Hoàn thành 100%",
        "HT",
        "Đã HT",
        "Đã xong",
        "Xong",
        "Đã thực hiện",
        "Đã thực hiện xong",
        "Đã triển khai xong",
        "Thực hiện xong",
        "Hoàn thành đúng hạn",
        "Hoàn thành không quá hạn",
        "Đã hoàn thành đúng hạn",
        "Hoàn thành trước hạn",
        "Đã hoàn thành trước hạn",
        "Hoàn thành trước thời hạn",
        "Hoàn thành đúng tiến độ",
        "Hoàn thành vượt tiến độ",
        "Hoàn thành vượt mức",
        "Hoàn thành quá hạn",
        "Đã hoàn thành quá hạn",
        "Hoàn thành trễ hạn",
        "Hoàn thành chậm",
        "Hoàn thành chậm tiến độ",
        "done",
    ),
    Status.IN_PROGRESS: (
        "Đang thực hiện",
        "Đang TH",
        "Đang triển khai",
        "Đang triển khai thực hiện",
        "Đang tiến hành",
        "Đang làm",
        "Đang tổ chức thực hiện",
        "Đang thực hiện đúng tiến độ",
        "Đang thực hiện trong hạn",
        "Đang thực hiện quá hạn",
        "Đang thực hiện chậm tiến độ",
        "Tiếp tục thực hiện",
        "Đúng tiến độ",
        "Chậm tiến độ",
        "Chưa hoàn thành",
        "Chưa xong",
        "Hoàn thành một phần",
        "Đã thực hiện một phần",
        "in_progress",
    ),
    Status.NOT_STARTED: (
        "Chưa thực hiện",
        "Chưa TH",
        "Chưa triển khai",
        "Chưa triển khai thực hiện",
        "Chưa bắt đầu",
        "Chưa tiến hành",
        "not_started",
    ),
    Status.NOT_ARISING: (
        "Không phát sinh",
        "Không có phát sinh",
        "Chưa phát sinh",
        "Không phát sinh trong kỳ",
        "Trong kỳ không phát sinh",
        "Không phát sinh nhiệm vụ",
        "KPS",
        "not_arising",
    ),
    Status.STOPPED: (
        "Dừng",
        "Đã dừng",
        "Dừng thực hiện",
        "Tạm dừng",
        "Tạm dừng thực hiện",
        "Ngừng thực hiện",
        "Không thực hiện",
        "Không triển khai",
        "Hủy",
        "Hủy bỏ",
        "stopped",
    ),
}
_FINALITY: Mapping[Finality, tuple[str, ...]] = {
    Finality.PROVISIONAL: (
        "Ước",
        "Ước đạt",
        "Ước tính",
        "Ước thực hiện",
        "Số liệu ước",
        "Số ước",
        "Tạm tính",
        "Số liệu tạm tính",
        "Sơ bộ",
        "Số liệu sơ bộ",
        "Số sơ bộ",
        "Dự kiến",
        "provisional",
    ),
    Finality.FINAL: (
        "Chính thức",
        "Số liệu chính thức",
        "Số chính thức",
        "Quyết toán",
        "Số quyết toán",
        "Thực tế",
        "final",
    ),
}
_JUDGEMENT: Mapping[Judgement, tuple[str, ...]] = {
    Judgement.MET: ("Đạt", "Đã đạt", "Đạt mục tiêu", "Đạt yêu cầu", "Hoàn thành", "Đạt 100%", "met"),
    Judgement.PARTLY_MET: (
        "Đạt một phần",
        "Đạt 1 phần",
        "Đạt được một phần",
        "Hoàn thành một phần",
        "Cơ bản đạt",
        "partly_met",
    ),
    Judgement.NOT_MET: (
        "Không đạt",
        "Không đạt được",
        "Chưa đạt",
        "Chưa đạt được",
        "Chưa hoàn thành",
        "Không hoàn thành",
        "not_met",
    ),
}

# What the program prints for a state of time in its own summaries: nobody has reported such a word.
_STATES_OF_TIME = ("Quá hạn", "Sắp đến hạn", "Chưa báo cáo", "Chưa đến kỳ", "Chưa đến kỳ đánh giá", "Chưa đến hạn")

GOOD: tuple[tuple[str, Status], ...] = (
    *((word, status) for status, words in _STATUS.items() for word in words),
    ("ĐÃ HOÀN THÀNH.", Status.DONE),
    ("đã hoàn  thành", Status.DONE),
    ("Đã hoàn thành (Kế hoạch số 14/KH-SKHCN)", Status.DONE),
    ("Đang thực hiện;", Status.IN_PROGRESS),
    ("- Chưa thực hiện", Status.NOT_STARTED),
)
BAD: tuple[str, ...] = (
    "",
    "x",
    "100%",
    "Đạt",
    "Hoàn thành/Chưa hoàn thành",
    "Hoàn thành kế hoạch, đang thực hiện báo cáo",
    "Tốt",
)
GOOD_FINALITY: tuple[tuple[str, Finality], ...] = tuple(
    (word, finality) for finality, words in _FINALITY.items() for word in words
)
BAD_FINALITY: tuple[str, ...] = ("", "có", "95%", "ước và chính thức")
GOOD_JUDGEMENT: tuple[tuple[str, Judgement], ...] = tuple(
    (word, judgement) for judgement, words in _JUDGEMENT.items() for word in words
)
BAD_JUDGEMENT: tuple[str, ...] = ("", "95%", "Khá", "Đạt/Không đạt", "chưa đánh giá")

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


def _by_word(table: Mapping[T, tuple[str, ...]]) -> dict[str, T]:
    return {fold(word): value for value, words in table.items() for word in words}


_STATUS_OF = _by_word(_STATUS)
_OF_TIME = frozenset(map(fold, _STATES_OF_TIME))
_FINALITY_OF = _by_word(_FINALITY)
_JUDGEMENT_OF = _by_word(_JUDGEMENT)


@lru_cache(maxsize=256)
def parse_status(text: str) -> Status | None:
    """Read the status of a task; None for a state of time ("Chưa báo cáo"), which reports nothing.

    Raises PhraseProblem("status_unreadable").
    """
    if is_state_of_time(text):
        return None
    return _look_up(_STATUS_OF, text, "status_unreadable")


def is_state_of_time(text: str) -> bool:
    """Whether ``text`` tells how late a task is instead of how far it is."""
    return fold(text) in _OF_TIME


def parse_finality(text: str) -> Finality:
    """Read whether a figure is ước or chính thức. Raises PhraseProblem("finality_unreadable")."""
    return _look_up(_FINALITY_OF, text, "finality_unreadable")


def parse_judgement(text: str) -> Judgement:
    """Read a person's judgement of a commitment. Raises PhraseProblem("judgement_unreadable")."""
    return _look_up(_JUDGEMENT_OF, text, "judgement_unreadable")


def _look_up(words: Mapping[str, T], text: str, code: str) -> T:
    """Only the whole phrase counts, a remark in brackets aside: a sentence is never searched for a word."""
    folded = _REMARK.sub("", fold(text)).strip(" .;,:-+*")
    if folded not in words:
        raise PhraseProblem(code, clean(text))
    return words[folded]
