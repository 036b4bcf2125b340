"""Header cells → fields: the synonyms offices use, and cells that are no header."""

import unicodedata

import pytest

from papi_metrics.intake.recognise.fields import Field, header_fields

GOOD: tuple[tuple[Field, tuple[str, ...]], ...] = (
    (Field.NUMBER, ("TT", "STT", "Stt", "S TT", "S\nTT", "Số TT", "Số thứ tự", "TT.", "S.T.T", "SốTT")),
    (
        Field.CONTENT,
        (
            "Nội dung công tác và kết quả đầu ra",
            "NỘI DUNG NHIỆM VỤ",
            "Nội dung nhiệm vụ",
            "Tên nhiệm vụ",
            "Nhiệm vụ",
            "Nhiệm vụ, giải pháp",
            "Nội dung cam kết/giải pháp",
            "Nội dung\ncông việc",
            "Nội dung",
            "Nội dung thực hiện",
            "Các nhiệm vụ cụ thể",
            "Công việc",
            "Nội dung (theo Kế hoạch số 14/KH-SKHCN)",
            "Nội dung nhiệm vụ (1)",
        ),
    ),
    (
        Field.TARGET,
        (
            "Mục tiêu",
            "Chỉ tiêu",
            "Mục tiêu/Kết quả thực hiện nhiệm vụ (Sản phẩm)",
            "Kết quả/Sản phẩm",
            "Sản phẩm",
            "Sản phẩm đầu ra",
            "Chỉ tiêu năm 2024",
            "Mục tiêu, chỉ tiêu",
            "Chỉ tiêu cam kết",
            "Kết quả đầu ra",
            "Kết quả dự kiến",
        ),
    ),
    (Field.DIRECTOR, ("Chỉ đạo", "Lãnh đạo chỉ đạo", "Lãnh đạo Sở chỉ đạo", "Người chỉ đạo", "Lãnh đạo phụ trách")),
    (
        Field.LEAD,
        (
            "Chủ trì thực hiện",
            "Chủ trì",
            "Cơ quan chủ trì",
            "Đơn vị chủ trì",
            "Đơn vị chủ trì thực hiện",
            "Phòng, đơn vị chủ trì",
            "ĐƠN VỊ CHỦ TRÌ",
            "Đơn vị thực hiện",
            "Cơ quan, đơn vị thực hiện",
            "Đơn vị đầu mối",
            "Phân công",
            "Đơn vị chủ trì, phối hợp",
            "Chủ trì TH",
            "Người phụ trách",
        ),
    ),
    (
        Field.COORDINATORS,
        (
            "Phối hợp",
            "Phối hợp thực hiện",
            "Đơn vị phối hợp",
            "Cơ quan phối hợp",
            "Các đơn vị phối hợp thực hiện",
            "Phối hợp TH",
        ),
    ),
    (
        Field.DEADLINE,
        (
            "Thời gian hoàn thành",
            "Thời hạn",
            "Hạn hoàn thành",
            "Thời gian thực hiện",
            "Thời hạn hoàn thành",
            "Thời gian",
            "Hạn xử lý",
            "Lộ trình thực hiện",
            "Thời gian hoàn thành (dự kiến)",
            "TG hoàn thành",
            "Thời gian HT",
            "Thời gian, tiến độ",
            "Thời hạn, tiến độ",
            "Tiến độ, thời gian hoàn thành",
            "Thời hạn giải quyết",
            "Dự kiến hoàn thành",
        ),
    ),
    (Field.DIMENSION, ("Nội dung PAPI", "Chỉ số nội dung", "Lĩnh vực", "Chỉ số thành phần PAPI", "Chỉ số PAPI")),
    (Field.SECTION, ("Phần", "Mục/Phần", "Nhóm nhiệm vụ")),
    (Field.INDEX, ("Chỉ số", "Thuộc chỉ số")),
    (Field.KEY, ("Mã dòng",)),
    (Field.STATUS, ("Trạng thái", "Tình trạng", "Tình trạng thực hiện", "Trạng thái thực hiện")),
    (
        Field.PERCENT,
        (
            "% hoàn thành",
            "%",
            "% HT",
            "Tỷ lệ % hoàn thành",
            "Tỷ lệ hoàn thành",
            "Tỉ lệ hoàn thành (%)",
            "Tiến độ thực hiện (%)",
        ),
    ),
    (Field.DONE_ON, ("Ngày hoàn thành thực tế", "Thời gian hoàn thành thực tế", "Ngày thực tế hoàn thành")),
    (
        Field.RESULT,
        (
            "Kết quả",
            "Kết quả thực hiện",
            "Tình hình thực hiện",
            "Kết quả thực hiện quý I/2022",
            "Tình hình, kết quả thực hiện",
            "Kết quả đạt được trong kỳ",
            "Cập nhật",
            "Nội dung kết quả",
        ),
    ),
    (Field.EVIDENCE, ("Minh chứng", "Tài liệu minh chứng", "Văn bản, tài liệu minh chứng", "Tài liệu kiểm chứng")),
    (Field.EVIDENCE_NUMBER, ("Số văn bản", "Số, ký hiệu", "Số/ký hiệu văn bản", "Minh chứng: số")),
    (Field.EVIDENCE_DATE, ("Ngày văn bản", "Ngày ban hành", "Minh chứng - ngày")),
    (Field.EVIDENCE_TITLE, ("Trích yếu", "Trích yếu văn bản")),
    (Field.EVIDENCE_LINK, ("Liên kết", "Link", "Đường dẫn", "Đường link")),
    (Field.DIFFICULTIES, ("Khó khăn, vướng mắc", "Khó khăn", "Tồn tại, hạn chế", "Khó khăn, vướng mắc (nếu có)")),
    (Field.PROPOSAL, ("Đề xuất, kiến nghị", "Kiến nghị", "Đề xuất")),
    (Field.NEXT_STEPS, ("Việc kỳ tới", "Nhiệm vụ quý tới", "Kế hoạch kỳ tiếp theo", "Công việc tiếp theo")),
    (Field.NUMERATOR, ("Tử số",)),
    (Field.DENOMINATOR, ("Mẫu số", "Tổng số")),
    (Field.VALUE, ("Giá trị", "Kết quả số", "Kết quả (số)", "Tỷ lệ đạt", "Giá trị đạt được")),
    (
        Field.JUDGEMENT,
        ("Đánh giá", "Tự đánh giá", "Đánh giá (đạt/đạt một phần/không đạt)", "Mức độ đạt", "Kết quả đánh giá"),
    ),
    (Field.FINALITY, ("Ước/chính thức", "Loại số liệu", "Số liệu ước/chính thức")),
    (Field.AS_OF, ("Ngày số liệu", "Ngày chốt số liệu", "Ngày của số liệu")),
    (Field.CAUSE, ("Nguyên nhân", "Nguyên nhân không đạt", "Giải trình")),
    (Field.REMEDY, ("Biện pháp khắc phục", "Khắc phục", "Giải pháp khắc phục")),
    (Field.NEW_DEADLINE, ("Hạn mới", "Thời hạn mới", "Thời hạn hoàn thành mới", "Hạn hoàn thành mới")),
    (Field.RESPONSIBLE, ("Người chịu trách nhiệm khắc phục", "Trách nhiệm khắc phục")),
    (Field.IGNORED, ("Ghi chú", "Chênh lệch", "Đánh giá của hệ thống", "Đơn vị tính", "Kinh phí", "Bắt đầu")),
)
BAD: tuple[str, ...] = (
    "",
    "1",
    "(1)",
    "I",
    "Văn phòng",
    "Thanh tra, Văn phòng",
    "Thường xuyên",
    "Quý I/2022",
    "UBND TỈNH QUẢNG TRỊ",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "Công khai, minh bạch",
    "Kết quả mức độ hài lòng của người dân đối với việc cung ứng dịch vụ hành chính công",
    "Nội dung cam kết duy trì",
    "Nhiệm vụ cho từng chỉ số thành phần PAPI",
    "Tỷ lệ hồ sơ trực tuyến toàn trình",
    "Thực hiện tiếp công dân theo quy định.",
)


@pytest.mark.parametrize(("field", "text"), [(field, text) for field, texts in GOOD for text in texts])
def test_a_header_is_known_under_the_words_offices_use(field: Field, text: str) -> None:
    assert field in header_fields(text)


@pytest.mark.parametrize("text", BAD)
def test_a_cell_that_is_no_header_names_no_field(text: str) -> None:
    assert header_fields(text) == ()


def test_every_field_has_examples() -> None:
    assert {field for field, _ in GOOD} == set(Field)


def test_decomposed_letters_and_hard_spaces_name_the_same_field() -> None:
    assert header_fields(unicodedata.normalize("NFD", "Thời\u00a0gian hoàn thành")) == (Field.DEADLINE,)
