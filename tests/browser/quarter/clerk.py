"""The clerk of the Văn phòng at the page, in the words that stand on the screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from papi_metrics.model.period import Period
from papi_metrics.wording import form
from papi_metrics.wording import page_board as board_words
from papi_metrics.wording import page_history as history_words
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words
from tests.browser.quarter.units import Files
from tests.browser.running import settle

WHO = "Trần Thị Hoa"


class Clerk:
    """One quarter of one plan on Cập nhật quý. ``look`` is called with the name of what can be seen now."""

    def __init__(
        self, page: Page, url: str, folder: Path, period: Period, as_of: date, look: Callable[[Page, str], None]
    ) -> None:
        self._page, self._folder, self._look = page, folder, look
        self._url = url
        self._view = f"plan=qt-2022&period={period.code}&as_of={as_of:%Y-%m-%d}"
        self._period = period

    def go(self, work: str = "", page: str = "cap-nhat") -> Page:
        """Open a page, and on Cập nhật quý one kind of work."""
        chosen = f"&viec={work}" if work else ""
        self._page.goto(f"{self._url}/{page}?{self._view}{chosen}")
        self._page.wait_for_selector(".papi-title h1")
        settle(self._page)
        return self._page

    def templates(self) -> bytes:
        """Download the archive of templates."""
        page = self.go("mau")
        self._look(page, f"mau-bao-cao-{self._period.code}")
        with page.expect_download() as got:
            page.get_by_role("button", name=words.DOWNLOAD_TEMPLATES).click()
        return Path(got.value.path()).read_bytes()

    def put(self, files: Files, received_on: date) -> None:
        """Lay files on the desk, all at once, and say on which day they came in."""
        if not self._page.url.startswith(f"{self._url}/cap-nhat") or "viec=" in self._page.url:
            self.go()
        paths = []
        for name, content in files.items():
            paths.append(self._folder / name)
            paths[-1].write_bytes(content)
        self._page.set_input_files("[data-testid=stFileUploader] input[type=file]", [str(path) for path in paths])
        for name in files:
            expect(self.card(name)).to_be_visible()
        settle(self._page)
        self._name()
        self._receive(received_on)

    def card(self, name: str) -> Locator:
        """The card of a file."""
        head = self._page.locator(".papi-file h2").get_by_text(name, exact=True)
        return self._page.locator("[class*=st-key-papi-card-file-]").filter(has=head)

    def open(self, name: str) -> Locator:
        """Look at one file, its card at the top of the window."""
        card = self.card(name)
        look = card.get_by_role("button", name=words.LOOK, exact=True)
        if look.count():
            look.click()
            settle(self._page)
        card.evaluate("card => card.scrollIntoView()")
        return card

    def accept(self, name: str, reason: str = "") -> None:
        """Accept a file, with a reason for its warnings; where none is given none may be asked for."""
        card = self.open(name)
        asked = card.get_by_label(words.REASON, exact=True)
        expect(asked).to_have_count(1 if reason else 0)
        if reason:
            asked.fill(reason)
        card.get_by_role("button", name=words.ACCEPT).click()
        expect(card.locator(".papi-line-good", has_text="Đã lưu lần nhập số")).to_be_visible()
        settle(self._page)

    def answer(self, name: str) -> bytes:
        """Download the answer to a file."""
        card = self.open(name)
        with self._page.expect_download() as got:
            card.get_by_role("button", name=return_words.ANSWER).click()
        return Path(got.value.path()).read_bytes()

    def send_back(self, name: str) -> None:
        """Send a file back with the letter that is proposed."""
        card = self.open(name)
        card.get_by_role("button", name=return_words.SEND_BACK, exact=True).click()
        settle(self._page)
        expect(card.get_by_label(return_words.TELL)).not_to_have_value("")
        card.get_by_role("button", name=return_words.RECORD).click()
        expect(self._page.locator(".papi-line", has_text="Đã ghi nhận trả lại")).to_be_visible()
        settle(self._page)

    def mend(self, name: str, cell: str, text: str) -> None:
        """Read one cell of a file as another text."""
        card = self.open(name)
        card.get_by_text(return_words.MEND, exact=True).click()
        settle(self._page)
        card.get_by_role("textbox", name=cell).fill(text)
        card.get_by_role("button", name=return_words.READ_AGAIN).click()
        expect(card.get_by_text(return_words.mended(1))).to_be_visible()
        settle(self._page)

    def undo(self, name: str, reason: str) -> None:
        """Take back what saving a file did, in the history."""
        self._turn(name, reason, history_words.UNDO, "Đã hoàn tác lần nhập số")

    def restore(self, name: str, reason: str) -> None:
        """Bring back what was taken back."""
        self._turn(name, reason, history_words.RESTORE, "Đã khôi phục lần nhập số")

    def _turn(self, name: str, reason: str, label: str, told: str) -> None:
        page = self.go()
        self._name()
        page.locator("[class*=st-key-papi-wide-past-]").filter(has_text=name).first.get_by_role("button").first.click()
        settle(page)
        page.get_by_label(history_words.REASON, exact=True).fill(reason)
        page.get_by_role("button", name=label).last.click()
        expect(page.locator(".papi-line", has_text=told)).to_be_visible()
        settle(page)

    def board(self) -> dict[str, str]:
        """Unit that owes a report of the quarter → what stands on the board."""
        page = self.go("tinh-hinh")
        self._look(page, f"tinh-hinh-nop-{self._period.code}")
        board = page.get_by_role("table", name=board_words.BOARD.format(year=self._period.year))
        expect(board.locator("tbody tr").first).to_be_visible()
        rows = [row.locator("th, td").all_inner_texts() for row in board.locator("tbody tr").all()]
        told = {_line(row[0]): _line(row[self._period.quarter]) for row in rows}
        return {unit: text for unit, text in told.items() if text != board_words.NOTHING_OWED}

    def letter(self, unit: str) -> bytes:
        """Download the letter that urges a unit."""
        page = self.go("tinh-hinh")
        with page.expect_download() as got:
            page.locator(f".st-key-papi-letter-{unit} button").click()
        return Path(got.value.path()).read_bytes()

    def close(self, reason: str) -> None:
        """Close the quarter."""
        page = self.go("tinh-hinh")
        self._name()
        page.get_by_label(board_words.CLOSE_REASON).fill(reason)
        page.get_by_role("button", name=board_words.CLOSING.format(period=form.period_inside(self._period))).click()
        expect(page.locator(".papi-line-good", has_text="Đã khóa sổ")).to_be_visible()
        settle(page)

    def done(self) -> str:
        """What the first card of Tổng quan says."""
        page = self.go(page="tong-quan")
        self._look(page, f"tong-quan-{self._period.code}")
        return page.locator(".papi-card").first.inner_text()

    def _receive(self, day: date) -> None:
        """Write the day on which the returns came in into its three parts."""
        field = self._page.locator(".st-key-papi-received-field")
        for part, text in (("day", f"{day:%d}"), ("month", f"{day:%m}"), ("year", f"{day:%Y}")):
            field.locator(f"[data-type={part}]").click()
            field.locator(f"[data-type={part}]").press_sequentially(text)
        # The calendar that opens beside the field closes, and the field is left: only then the day counts.
        self._page.keyboard.press("Escape")
        self._page.locator(".papi-title h1").click()
        settle(self._page)

    def _name(self) -> None:
        field = self._page.get_by_label(words.PERSON)
        if field.input_value() != WHO:
            field.fill(WHO)
            field.press("Enter")
            settle(self._page)


def _line(text: str) -> str:
    return " ".join(text.split())
