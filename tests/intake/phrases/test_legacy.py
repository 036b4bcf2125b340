"""TCVN3 and VNI text against the Unicode text of the real plans."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_metrics.intake.check.book import in_unicode
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.grid import Book, Cell, Grid
from papi_metrics.intake.phrases.legacy import BAD, GOOD, convert, convert_as
from papi_metrics.model.cell import CellRef

# As in the published tables of the two charsets: a letter, what TCVN3 shows, what VNI shows.
LETTERS = (
    "à µ aø|á ¸ aù|ả ¶ aû|ã · aõ|ạ ¹ aï|â © aâ|ầ Ç aà|ấ Ê aá|ẩ È aå|ẫ É aã|ậ Ë aä|ă ¨ aê|ằ » aè|ắ ¾ aé|ẳ ¼ aú|"
    "ẵ ½ aü|ặ Æ aë|đ ® ñ|è Ì eø|é Ð eù|ẻ Î eû|ẽ Ï eõ|ẹ Ñ eï|ê ª eâ|ề Ò eà|ế Õ eá|ể Ó eå|ễ Ô eã|ệ Ö eä|ì × ì|í Ý í|"
    "ỉ Ø æ|ĩ Ü ó|ị Þ ò|ò ß oø|ó ã où|ỏ á oû|õ â oõ|ọ ä oï|ô « oâ|ồ å oà|ố è oá|ổ æ oå|ỗ ç oã|ộ é oä|ơ ¬ ô|ờ ê ôø|"
    "ớ í ôù|ở ë ôû|ỡ ì ôõ|ợ î ôï|ù ï uø|ú ó uù|ủ ñ uû|ũ ò uõ|ụ ô uï|ư \u00ad ö|ừ õ öø|ứ ø öù|ử ö öû|ữ ÷ öõ|ự ù öï|"
    "ỳ ú yø|ý ý yù|ỷ û yû|ỹ ü yõ|ỵ þ î|À Aµ AØ|Ấ ¢Ê AÁ|Ắ ¡¾ AÉ|Đ § Ñ|Ế £Õ EÁ|Ệ £Ö EÄ|Ị IÞ Ò|Ố ¤è OÁ|Ộ ¤é OÄ|Ơ ¥ Ô|"
    "Ớ ¥í ÔÙ|Ư ¦ Ö|Ự ¦ù ÖÏ|Ủ Uñ UÛ|Ô ¤ OÂ|Ê £ EÂ|Â ¢ AÂ|Ă ¡ AÊ|Á A¸ AÙ|Ì I× Ì"
)
TCVN3, VNI = ({row.split(" ")[0]: row.split(" ")[place] for row in LETTERS.split("|")} for place in (1, 2))

SENTENCES = (
    "Duy trì và củng cố Chỉ số Hiệu quả Quản trị và Hành chính công của Sở Khoa học và Công nghệ năm 2022.",
    "Tham gia của người dân ở cấp cơ sở; công khai minh bạch; trách nhiệm giải trình với người dân",
    "Xây dựng Kế hoạch duy trì và củng cố chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
    "Tuyên truyền cho công chức, viên chức, người lao động trong toàn Sở nhận thức đầy đủ",
    "Tăng cường công tác minh bạch các thông tin, văn bản về hoạt động của Sở.",
    "Thực hiện tiếp công dân theo quy định.",
    "Giải quyết khiếu nại, tố cáo của công dân theo quy định của pháp luật",
    "Duy trì và nâng cao việc thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết công việc",
    "Thực hiện nghiêm túc kê khai tài sản, thu nhập và công khai theo quy định.",
    "Khuyến khích trồng cây xanh để bảo vệ môi trường xung quanh cơ quan, đơn vị",
    "Tỷ lệ hồ sơ TTHC tiếp nhận trong năm được giải quyết đúng hạn đạt 100%.",
    "Kế hoạch phân công thực hiện Cam kết nâng cao chỉ số PAR INDEX, SIPAS và PAPI năm 2024",
    "Triển khai thực hiện tốt Kế hoạch CCHC năm 2024",
    "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định.",
    "Phòng Kế hoạch – Tài chính",
    "Các phòng, đơn vị thuộc Sở",
    "Theo tình hình thực tế",
    "Thường xuyên",
    "Hàng năm theo kế hoạch",
    "Trước 25/11/2024",
    "Quý I/2022",
    "Thanh tra, Văn phòng",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Phấn đấu năm 2024 các chỉ số thành phần được xếp trong nhóm có điểm trung bình cao trở lên.",
)
# "Quý" looks the same in TCVN3, and is left alone there.
MARKED = [text for text in SENTENCES if not text.startswith("Quý")]


def _written(text: str, table: dict[str, str]) -> str:
    """``text`` as an old file shows it; capitals that the short table lacks are made from their small letter."""
    return "".join(table.get(letter, table.get(letter.lower(), letter)) for letter in text)


@pytest.mark.parametrize(("text", "expected", "charset"), GOOD)
def test_old_text_is_recognised_and_converted(text: str, expected: str, charset: str) -> None:
    assert convert(text) == (expected, charset)


@pytest.mark.parametrize("text", BAD)
def test_other_text_is_untouched(text: str) -> None:
    assert convert(text) == (text, None)


@pytest.mark.parametrize("text", SENTENCES)
def test_unicode_text_of_the_real_plans_is_untouched(text: str) -> None:
    assert convert(text) == (text, None)
    assert convert(unicodedata.normalize("NFD", text)) == (text, None)
    for word in text.split():
        assert convert(word) == (word, None)


@pytest.mark.parametrize("text", MARKED)
def test_the_same_text_typed_in_an_old_font_comes_back(text: str) -> None:
    small = text.lower()
    assert convert(_written(small, TCVN3)) == (small, "tcvn3")
    assert convert(_written(small, VNI)) == (small, "vni")


@pytest.mark.parametrize("row", LETTERS.split("|"))
def test_every_letter_has_its_sign(row: str) -> None:
    letter, tcvn3, vni = row.split(" ")
    assert convert_as(f"{tcvn3} {_written('củng cố hệ số', TCVN3)}", "tcvn3")[0] == f"{letter} củng cố hệ số"
    assert convert_as(f"{vni} {_written('củng cố hệ số', VNI)}", "vni")[0] == f"{letter} củng cố hệ số"


def test_small_letters_of_tcvn3_stay_small() -> None:
    assert convert("kÕ ho¹ch c¶i c¸ch")[0] == "kế hoạch cải cách"


def test_a_word_in_both_charsets_waits_for_the_charset_of_its_file() -> None:
    assert convert("chæ") == ("chæ", None)
    assert convert_as("chæ", "vni") == ("chỉ", "vni")
    assert convert_as("tæ", "tcvn3") == ("tổ", "tcvn3")


def test_the_charset_of_a_file_does_not_touch_its_unicode_cells() -> None:
    assert convert_as("Kế hoạch", "tcvn3") == ("Kế hoạch", None)
    assert convert_as("Văn bản gốc ©", "vni") == ("Văn bản gốc ©", None)


@pytest.mark.parametrize(
    "text",
    ["Hàng tháng", "Ban Thanh tra nhân dân", "Công khai thông tin cho nhân dân", "Giám sát", "Công tác dân vận"],
)
def test_words_that_are_vietnamese_as_they_stand_stay_in_a_file_of_an_old_charset(text: str) -> None:
    assert convert_as(text, "tcvn3") == (text, None)
    assert convert_as(text, "vni") == (text, None)


def test_one_word_that_stands_in_both_is_read_by_the_charset_only_where_no_cell_is_unicode() -> None:
    assert convert_as("Cã", "tcvn3") == ("Có", "tcvn3")
    assert convert_as("Công an", "tcvn3", mixed=True) == ("Công an", None)


def test_an_abbreviation_alone_is_read_by_the_charset_of_its_file() -> None:
    assert convert("§MST") == ("§MST", None)
    assert convert_as("§MST", "tcvn3") == ("ĐMST", "tcvn3")
    assert convert_as("ÑMST", "vni") == ("ĐMST", "vni")
    assert convert_as("§ 5", "tcvn3") == ("§ 5", None)


def test_the_old_cells_of_a_mixed_file_are_converted_and_the_others_stay() -> None:
    texts = ("X©y dùng kÕ ho¹ch", "Hàng tháng", "Ban Thanh tra nhân dân", "Công an", "nghÖ vµ §MST", "Phòng Quản trị")
    cells = {(row, 1): Cell(CellRef("S", row, 1), text) for row, text in enumerate(texts, 1)}
    findings = Collector()
    (grid,) = in_unicode(Book("xlsx", (Grid("S", cells),)), findings).grids
    assert [cell.value for cell in grid.cells.values()] == [
        "Xây dựng kế hoạch",
        *texts[1:4],
        "nghệ và ĐMST",
        "Phòng Quản trị",
    ]
    (finding,) = findings.findings()
    assert [ref.a1 for ref in finding.cells] == ["A1", "A5"]


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x1EFF), max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    converted, charset = convert(text)
    assert charset in (None, "tcvn3", "vni")
    assert charset is not None or converted == unicodedata.normalize("NFC", text)
