"""Two versions of a text in one, word by word."""

import re
from html import unescape

import pytest

from papi_metrics.app.components.word_diff import in_one, is_worth

LONG = " ".join(f"từ{number}" for number in range(60))


def readings(html: str) -> tuple[str, str]:
    """The older and the newer text that the marked one holds, without markup and without a space at the end."""
    old = re.sub(r"<ins>.*?</ins>", "", html)
    new = re.sub(r"<del>.*?</del>", "", html)
    return tuple(  # type: ignore[return-value]
        unescape(re.sub(r"<[^>]+>", "", re.sub(r"<summary>.*?</summary>", "", text))).rstrip() for text in (old, new)
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("một hai ba bốn năm sáu bảy", "một hai ba tư năm sáu bảy"),
        ("một hai ba bốn năm sáu", "một hai ba bốn năm sáu bảy tám"),
        ("không một hai ba bốn năm sáu", "một hai ba bốn năm sáu"),
        ("Sở A & B <b> có 3 văn bản mới", "Sở A & B <b> có 4 văn bản mới"),
        (f"đầu {LONG} cuối", f"đầu khác {LONG} cuối khác"),
        (LONG, LONG),
        ("một hai ba bốn năm sáu", "một hai ba bốn năm sáu và bảy"),
        ("một hai ba bốn năm sáu và bảy", "một hai ba bốn năm sáu"),
        ("dòng một\ndòng hai của văn bản này", "dòng một\ndòng ba của văn bản này"),
    ],
)
def test_both_texts_can_be_read_out_of_the_marked_one(old: str, new: str) -> None:
    assert readings(in_one(old, new)) == (old, new)


def test_what_went_is_struck_through_and_what_came_is_underlined() -> None:
    assert in_one("tổ chức 3 cuộc họp", "tổ chức 4 cuộc họp") == (
        '<div class="papi-diff">tổ chức <del>3 </del><ins>4 </ins>cuộc họp</div>'
    )


def test_the_last_word_of_a_text_that_goes_on_is_not_marked() -> None:
    assert in_one("tại bộ phận một cửa", "tại bộ phận một cửa và trên mạng") == (
        '<div class="papi-diff">tại bộ phận một cửa <ins>và trên mạng </ins></div>'
    )


def test_a_long_stretch_that_did_not_change_is_folded_and_its_ends_stay() -> None:
    html = in_one(f"cũ {LONG} cũ", f"mới {LONG} mới")
    assert html.count("<details") == 1
    shown = re.sub(r"<details.*?</details>", "…", html)
    assert "từ5 …từ54" in shown
    assert "từ20" not in shown


def test_markup_stays_text() -> None:
    html = in_one("a b c <script>x</script> d e f", "a b c <img src=x> d e f")
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        ("một hai ba bốn năm sáu bảy", "một hai ba bốn năm sáu tám", True),
        ("ngắn", "ngắn hơn", False),
        ("một hai ba bốn năm sáu bảy", "a b c d e f g h", False),
        (LONG * 20, LONG, False),
        (" ".join([LONG] * 20), " ".join([LONG] * 20), False),
    ],
)
def test_only_long_texts_that_are_alike_are_shown_in_one(old: str, new: str, worth: bool) -> None:
    assert is_worth(old, new) is worth
