"""What a plan is called in letters, by the heading its file was found under."""

import pytest

from papi_metrics.wording.plan_name import in_full

SO = "Sở Khoa học và Công nghệ tỉnh Quảng Trị"
OTHERWISE = f"Kế hoạch nâng cao Chỉ số PAPI năm 2022 của {SO}"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kế hoạch duy trì Chỉ số PAPI năm 2022", "Kế hoạch duy trì Chỉ số PAPI năm 2022"),
        ("Kế hoạch duy trì Chỉ số PAPI", "Kế hoạch duy trì Chỉ số PAPI năm 2022"),
        ("Chương trình hành động năm 2022", "Chương trình hành động năm 2022"),
        (
            "Duy trì và củng cố Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
            "Kế hoạch duy trì và củng cố Chỉ số PAPI của Sở Khoa học và Công nghệ năm 2022",
        ),
        (
            "PHỤ LỤC: NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022",
            "Kế hoạch duy trì và củng cố Chỉ số PAPI năm 2022",
        ),
        (
            "NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH DUY TRÌ VÀ CỦNG CỐ CHỈ SỐ PAPI NĂM 2022",
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
        ("NÂNG CAO CHỈ SỐ PAPI", "Kế hoạch nâng cao Chỉ số PAPI năm 2022"),
        (
            "CẢI THIỆN CÁC CHỈ SỐ PAR INDEX, SIPAS, PAPI NĂM 2022",
            "Kế hoạch cải thiện các chỉ số PAR INDEX, SIPAS, PAPI năm 2022",
        ),
        (
            "Phụ lục 1: Danh mục nhiệm vụ thực hiện Kế hoạch số 14/KH-SKHCN ngày 26/01/2022",
            "Kế hoạch số 14/KH-SKHCN ngày 26/01/2022",
        ),
        ("PAPI 2022", "Kế hoạch PAPI 2022"),
        ("KẾ HOẠCH NĂM 2022 CỦA SỞ NỘI VỤ TỈNH ĐẮK NÔNG", OTHERWISE),
        ("PHỤ LỤC", OTHERWISE),
        ("DANH MỤC NHIỆM VỤ NĂM 2022", OTHERWISE),
        ("Bảng phân công nhiệm vụ", OTHERWISE),
        ("", OTHERWISE),
    ],
)
def test_a_plan_has_a_name_whatever_heading_it_stands_under(title: str, name: str) -> None:
    assert in_full(title, 2022, SO) == name
