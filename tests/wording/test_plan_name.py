"""What a plan is called: never a name that its file does not tell."""

import pytest

from papi_metrics.wording.plan_name import name_in, name_of

SO = "Sở Khoa học và Công nghệ tỉnh Quảng Trị"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Kế hoạch duy trì Chỉ số PAPI năm 2022", "Kế hoạch duy trì Chỉ số PAPI năm 2022"),
        ("Kế hoạch duy trì Chỉ số PAPI", "Kế hoạch duy trì Chỉ số PAPI năm 2022"),
        ("Chương trình hành động giai đoạn 2021-2025", "Chương trình hành động giai đoạn 2021-2025"),
        ("Kế hoạch Cải cách hành chính tại Quảng Trị", "Kế hoạch Cải cách hành chính tại Quảng Trị năm 2022"),
        (
            "Duy trì và củng cố Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
            "Kế hoạch duy trì và củng cố Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
        ),
        ("KẾ HOẠCH Nâng cao Chỉ số PAPI năm 2022", "Kế hoạch nâng cao Chỉ số PAPI năm 2022"),
        (
            "PHỤ LỤC: NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022",
            "Kế hoạch duy trì và củng cố Chỉ số PAPI năm 2022",
        ),
        (
            "Phụ lục: NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ CHỈ SỐ PAPI NĂM 2022",
            "Kế hoạch duy trì Chỉ số PAPI năm 2022",
        ),
        (
            f"KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM 2022 CỦA {SO.upper()}",
            f"Kế hoạch nâng cao Chỉ số PAPI năm 2022 của {SO}",
        ),
        (
            "KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "Kế hoạch nâng cao Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
        ),
        ("KẾ HOẠCH SỐ 14/KH-SKHCN", "Kế hoạch số 14/KH-SKHCN năm 2022"),
        ("KẾ HOẠCH SỐ 14/KH-SKHCN NGÀY 26/01/2022", "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022"),
        ("NÂNG CAO CHỈ SỐ PAPI", "Kế hoạch nâng cao Chỉ số PAPI năm 2022"),
        (
            "CẢI THIỆN CÁC CHỈ SỐ PAR INDEX, SIPAS, PAPI NĂM 2022",
            "Kế hoạch cải thiện các chỉ số PAR INDEX, SIPAS, PAPI năm 2022",
        ),
        (
            "Phụ lục 1: Danh mục nhiệm vụ thực hiện Kế hoạch số 14/KH-SKHCN ngày 26/01/2022",
            "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022",
        ),
        (
            "PHỤ LỤC (Kèm theo Kế hoạch số 14/KH-SKHCN ngày 26/01/2022 của Sở Y tế)",
            "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022 của Sở Y tế",
        ),
        ("Kế hoạch cải thiện Chỉ số (PAPI) năm 2022", "Kế hoạch cải thiện Chỉ số (PAPI) năm 2022"),
    ],
)
def test_a_heading_that_is_a_name_is_taken(heading: str, name: str) -> None:
    assert name_in(heading, 2022, SO) == name


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "KẾ HOẠCH",
        "Kế hoạch năm 2022",
        "KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI TẠI QUẢNG TRỊ",
        "KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI TỈNH QUẢNG TRỊ",
        "KẾ HOẠCH NĂM 2022 CỦA SỞ NỘI VỤ TỈNH ĐẮK NÔNG",
        "KẾ HOẠCH NÂNG CAO/DUY TRÌ CHỈ SỐ PAPI",
        "KẾ HOẠCH SỐ     /KH-SKHCN",
        "Kế hoạch số /KH-SKHCN ngày /01/2022",
        "Kế hoạch nâng cao Chỉ số PAPI năm 2024",
        "Kế hoạch nâng cao Chỉ số PAPI (kèm theo",
        "KẾ HOẠCH Phát triển Quảng Trị",
        "Quảng Trị PAPI",
        "PAPI 2022",
        "Bảng cam kết PAR INDEX, SIPAS, PAPI năm 2024",
        "Nhiệm vụ triển khai kế hoạch",
        "NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH",
        "Bảng theo dõi kế hoạch công tác của Văn phòng",
        "Thông báo phân công",
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ NĂM 2022",
        "Bảng phân công nhiệm vụ",
    ],
)
def test_of_any_other_heading_no_name_is_made(heading: str) -> None:
    assert name_in(heading, 2022, SO) == ""


def test_a_plan_that_nobody_has_named_is_called_by_what_it_is_for() -> None:
    assert name_of("", 2022, SO) == f"Kế hoạch nâng cao Chỉ số PAPI năm 2022 của {SO}"
    assert name_of("", 2022, "") == "Kế hoạch nâng cao Chỉ số PAPI năm 2022"
    assert name_of("Kế hoạch PAPI", 2022, SO) == "Kế hoạch PAPI"
