"""Small workbooks and the sample's files, as they would be uploaded."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from papi_metrics.model.ledger import VIET_NAM

QT = "Sở Khoa học và Công nghệ tỉnh Quảng Trị"
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=VIET_NAM)

PLAN_2022 = "quang-tri-2022/ke-hoach-14-KH-SKHCN.docx"
APPENDIX_2022 = "quang-tri-2022/phu-luc-ke-hoach-14-KH-SKHCN.xlsx"
REPORT_2022 = "quang-tri-2022/bao-cao-23-BC-quy-1-2022.docx"
RETURN_2022 = "quang-tri-2022/bao-cao-quy-2-2022-so-lieu-minh-hoa.xlsx"
PLAN_2024 = "quang-tri-2024/ke-hoach-PAPI-2024.docx"
COMMITMENTS_2024 = "quang-tri-2024/cam-ket-2024.docx"
RETURN_2024 = "quang-tri-2024/bao-cao-quy-2-2024-so-lieu-minh-hoa.xlsx"
DAK_NONG = "dak-nong-2024/ke-hoach-PAPI-2024.docx"
DAK_NONG_RETURN = "dak-nong-2024/bao-cao-quy-3-2024-so-lieu-minh-hoa.xlsx"

PLAN_HEADER = ("TT", "Nội dung công tác", "Chủ trì thực hiện", "Phối hợp thực hiện", "Thời gian hoàn thành")
RETURN_HEADER = (*PLAN_HEADER, "Trạng thái", "Ngày hoàn thành", "Kết quả thực hiện", "Số văn bản minh chứng")


def bytes_of(path: str) -> bytes:
    """The bytes of a file of the sample."""
    return (SAMPLE / path).read_bytes()


def name_of(path: str) -> str:
    """The name under which it is uploaded."""
    return Path(path).name


FEES = "Công khai, minh bạch và kiểm soát chặt chẽ các khoản thu phí, lệ phí theo đúng quy định."


def report_on_fees(result: str = "Đối chiếu 5 khoản phí", done_on: str = "10/03/2022") -> bytes:
    """A return of one row for the first quarter of 2022: task 2.3 is done. Its title names the quarter."""
    row = ("2.3", FEES, "Phòng Kế hoạch - Tài chính", "", "Thường xuyên", "Hoàn thành", done_on, result, "9/BC")
    return book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2022", RETURN_HEADER, [row])


def book(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with a title, a header and rows."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append([title])
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def plan_book(year: int = 2025, lead: str = "Văn phòng", *more: Sequence[object]) -> bytes:
    """A plan of two tasks and those in ``more``."""
    rows: list[Sequence[object]] = [
        ("1", "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa", lead, "", "Thường xuyên"),
        ("2", "Tổ chức đối thoại với người dân và doanh nghiệp", lead, "", f"Quý II/{year}"),
        *more,
    ]
    return book(f"KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM {year}", PLAN_HEADER, rows)


def return_book(
    status: str = "Hoàn thành", day: object = "10/03/2025", result: str = "Đã niêm yết 45 thủ tục"
) -> bytes:
    """A return of the first quarter of 2025 on the first task of ``plan_book``."""
    row = (
        "1",
        "Niêm yết công khai thủ tục hành chính tại bộ phận một cửa",
        "Văn phòng",
        "",
        "Thường xuyên",
        status,
        day,
        result,
        "12/BC-VP",
    )
    return book("KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2025", RETURN_HEADER, [row])
