"""What surrounds the table: letterhead, other sheets, copies, a new workbook."""

from typing import Any

from openpyxl import Workbook

from papi_metrics.model.update import Evidence
from tests.returns.corpus.bases import VP_2022, VP_2024
from tests.returns.corpus.case import Case, accept, refuse
from tests.returns.corpus.damage import FIRST, copied, each, page, put

_SHEETS = ("Nhiệm vụ", "Hướng dẫn")


def _letterhead(sheet: Any) -> None:
    sheet.insert_rows(1, 4)
    sheet["B1"], sheet["H1"] = "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["B2"], sheet["H2"] = "VĂN PHÒNG", "Độc lập - Tự do - Hạnh phúc"
    sheet["H3"] = "Quảng Trị, ngày 03 tháng 6 năm 2022"


def _renamed(book: Any) -> None:
    book.worksheets[0].title = "Bao cao Q2"


def _guide_first(book: Any) -> None:
    book.move_sheet("Hướng dẫn", -1)


def _foreign_sheet(book: Any) -> None:
    other = book.create_sheet("Kinh phí", 0)
    for row in (("STT", "Nội dung", "Số tiền"), (1, "Văn phòng phẩm", 2_000_000), (2, "Nước uống", 500_000)):
        other.append(row)


def _notes_sheet(book: Any) -> None:
    book.create_sheet("Ghi chú")["A1"] = "Số liệu lấy từ phần mềm một cửa ngày 02/6"


def _copy(book: Any) -> None:
    book.copy_worksheet(book.worksheets[0])


def _empty_copy(book: Any) -> None:
    copy = book.copy_worksheet(book.worksheets[0])
    for row in copy.iter_rows(min_row=FIRST, min_col=7):
        for cell in row:
            cell.value = None


def _hidden(book: Any) -> None:
    book.active = 1
    book.worksheets[0].sheet_state = "hidden"


def _table_only(book: Any) -> Any:
    """The table with its hidden column, copied to a new workbook."""
    new = Workbook()
    for row in book.worksheets[0].iter_rows(min_row=FIRST - 1, values_only=True):
        new.active.append(row)
    return new


_PLAIN = {row: {"evidence": Evidence(number=f"{row - 7}/BC-SKHCN")} for row in range(8, 18)}
_HEADINGS = ("STT", "Nhiệm vụ", "Tình trạng thực hiện", "Tỷ lệ hoàn thành", "Hoàn thành ngày", "Kết quả", "Minh chứng")

CASES: tuple[Case, ...] = (
    accept("trang-tinh/dung-mau", VP_2022),
    accept("trang-tinh/dung-mau-cam-ket", VP_2024),
    accept("trang-tinh/them-quoc-hieu", VP_2022, page(_letterhead)),
    accept("trang-tinh/bo-phan-dau-con-ma", VP_2022, page(lambda sheet: sheet.delete_rows(1, 6)), sender="VP"),
    accept("trang-tinh/doi-ten", VP_2022, _renamed),
    accept("trang-tinh/bo-huong-dan", VP_2022, lambda book: book.remove(book["Hướng dẫn"])),
    accept("trang-tinh/huong-dan-len-dau", VP_2022, _guide_first),
    accept("trang-tinh/them-bang-la", VP_2022, _foreign_sheet),
    accept("trang-tinh/them-ghi-chu", VP_2022, _notes_sheet),
    accept("trang-tinh/ban-sao-trong", VP_2022, _empty_copy),
    accept("trang-tinh/an", VP_2022, _hidden, "hidden_sheet A8"),
    accept("trang-tinh/chep-bang-sang-tep-moi-con-ma", VP_2022, _table_only, sender="VP"),
    accept(
        "trang-tinh/chep-sang-tep-moi",
        VP_2022,
        copied(_HEADINGS, "BCGHIJK", "BÁO CÁO KẾT QUẢ THỰC HIỆN QUÝ II/2022"),
        "no_keys",
        sender="VP",
        reads=_PLAIN,
    ),
    accept(
        "trang-tinh/chep-sang-tep-moi-khong-dong-dau",
        VP_2022,
        copied(_HEADINGS, "BCGHIJK"),
        "no_keys",
        sender="VP",
        reads=_PLAIN,
    ),
    accept(
        "trang-tinh/chep-sang-tep-moi-cam-ket",
        VP_2024,
        copied(
            (
                "TT",
                "Cam kết",
                "Mục tiêu",
                "Tử số",
                "Mẫu số",
                "Tự đánh giá",
                "Ước/chính thức",
                "Ngày số liệu",
                "Kết quả",
            ),
            "CDEHIKLMN",
        ),
        "no_keys",
        sender="VP",
        reads={row: {"evidence": Evidence()} for row in range(8, 18)},
    ),
    refuse(
        "trang-tinh/ban-sao-con-so",
        VP_2022,
        _copy,
        "row_repeated " + " ".join(f"Nhiệm_vụ_Copy!C{row}" for row in range(8, 18)),
    ),
    refuse(
        "trang-tinh/ban-sao-mot-dong",
        VP_2022,
        each(_empty_copy, put("Nhiệm vụ Copy", G9="Đang thực hiện", H9=10)),
        "row_repeated Nhiệm_vụ_Copy!C9",
    ),
    refuse("trang-tinh/chi-con-huong-dan", VP_2022, lambda book: book.remove(book.worksheets[0]), "no_table"),
)
