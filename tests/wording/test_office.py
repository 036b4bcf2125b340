"""What a department is called in short."""

import pytest

from papi_metrics.wording.office import abbreviated


@pytest.mark.parametrize(
    ("name", "province", "short"),
    [
        ("Sở Nông nghiệp và Môi trường tỉnh Quảng Trị", "Quảng Trị", "Sở NN&MT Quảng Trị"),
        ("Sở Nông nghiệp và Môi trường", "Quảng Trị", "Sở NN&MT Quảng Trị"),
        ("Sở Giáo dục và Đào tạo thành phố Huế", "Huế", "Sở GD&ĐT Huế"),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An", "Nghệ An", "Sở VHTT&DL Nghệ An"),
        ("Sở Lao động - Thương binh và Xã hội", "", "Sở LĐTB&XH"),
        ("Sở Tư pháp tỉnh Nghệ An", "Nghệ An", "Sở Tư pháp Nghệ An"),
        ("Sở Công Thương", "", "Sở Công Thương"),
        ("Sở KH&CN", "Quảng Trị", "Sở KH&CN Quảng Trị"),
        ("Ban Quản lý Khu kinh tế và Công nghiệp", "Quảng Trị", "Ban Quản lý Khu kinh tế và Công nghiệp Quảng Trị"),
    ],
)
def test_a_department_is_named_as_offices_shorten_it(name: str, province: str, short: str) -> None:
    assert abbreviated(name, province) == short
