"""The two quarters themselves. What goes wrong here goes wrong for an office."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.quarter import units
from tests.browser.quarter.clerk import Clerk
from tests.browser.quarter.units import Q1, Q2, SEND

Look = Callable[[Page, str], None]
REASON = "đã đối chiếu bản in có chữ ký của đơn vị"


def nothing(page: Page, name: str) -> None:
    """Look at nothing."""


def first(page: Page, url: str, folder: Path, look: Look = nothing) -> units.Files:
    """Quý I: of six returns three are wrong; one is mended, one comes again, one comes late. Returns the templates."""
    clerk = Clerk(page, url, folder, Q1, date(2022, 3, 14), look)
    templates = units.opened(clerk.templates())
    clerk.put(units.first_quarter(templates), SEND[Q1])
    look(page, "nhan-bao-cao")

    for name in ("VP quy 1.xlsx", "TTRA quy 1.ods", "BPMC quy 1.xls"):
        clerk.accept(name)

    # Three cells that nobody can read: the unit gets its own file back, marked.
    card = clerk.open("KHTC quy 1.xlsx")
    for wrong in ("làm gần xong", "150", "31/02/2022"):
        expect(card.locator(".papi-found")).to_contain_text(wrong)
    look(page, "diem-can-xem")
    marked = load_workbook(io.BytesIO(clerk.answer("KHTC quy 1.xlsx")))
    assert "Lỗi" in marked.sheetnames
    assert sum(cell.comment is not None for row in marked["Nhiệm vụ"].iter_rows() for cell in row) == 3
    clerk.send_back("KHTC quy 1.xlsx")

    # An empty template is told as such before any cell.
    expect(clerk.open("BTTND quy 1.xlsx").locator(".papi-found")).to_contain_text("không có ô kết quả nào được ghi")
    clerk.send_back("BTTND quy 1.xlsx")

    # A slip of the pen is put right at the desk.
    clerk.mend("TTUD quy 1.xlsx", "H8", "20")
    look(page, "sua-tai-cho")
    clerk.accept("TTUD quy 1.xlsx")

    told = clerk.board()
    assert len(told) == 6, told
    assert "Trả lại 04/03/2022" in told["Phòng Kế hoạch - Tài chính"]
    assert "Trả lại 04/03/2022" in told["Ban Thanh tra nhân dân"]
    assert "đúng hạn" in told["Thanh tra Sở"]
    letter = Document(io.BytesIO(clerk.letter("BTTND")))
    assert any("Ban Thanh tra nhân dân" in paragraph.text for paragraph in letter.paragraphs)

    clerk.put(units.mended_of_khtc(templates), date(2022, 3, 8))
    clerk.accept("KHTC quy 1 sua.xlsx")
    told = clerk.board()
    assert "trễ 3 ngày" in told["Phòng Kế hoạch - Tài chính"]

    before = clerk.done()
    clerk.put(late := units.late_of_bttnd(templates), date(2022, 3, 10))
    (name,) = late
    clerk.accept(name)
    after = clerk.done()
    clerk.undo(name, "nhầm tệp")
    assert clerk.done() == before
    clerk.restore(name, "đúng tệp")
    assert clerk.done() == after
    clerk.close("đã đủ báo cáo")
    return templates


def second(page: Page, url: str, folder: Path, before: units.Files, look: Look = nothing) -> None:
    """Quý II: the template of the quarter before, a file under another unit's name, rows retyped without keys."""
    clerk = Clerk(page, url, folder, Q2, date(2022, 6, 14), look)
    templates = units.opened(clerk.templates())
    clerk.put(units.second_quarter(templates, before), SEND[Q2])

    for name in ("VP quy 2.xlsx", "KHTC quy 2.ods", "BPMC quy 2.xls"):
        clerk.accept(name)

    expect(clerk.open("TTRA quy 2.xlsx")).to_contain_text("Mẫu của quý I/2022, đang xem quý II/2022")
    look(page, "sai-ky")
    clerk.send_back("TTRA quy 2.xlsx")

    expect(clerk.open("BPMC bao cao.xlsx").locator(".papi-found")).to_contain_text("Bộ phận Tiếp nhận và Trả kết quả")
    look(page, "ten-tep-khac-don-vi")
    clerk.accept("BPMC bao cao.xlsx", REASON)

    expect(clerk.open("TTUD quy 2.xlsx").locator(".papi-found")).to_contain_text("mã dòng")
    clerk.accept("TTUD quy 2.xlsx")

    clerk.put(units.right_of_ttra(templates), SEND[Q2])
    clerk.accept("TTRA quy 2 dung mau.xlsx")
    told = clerk.board()
    assert len(told) == 6, told
    assert all("Nộp đúng hạn" in text for text in told.values()), told
    clerk.close("đã đủ báo cáo")
