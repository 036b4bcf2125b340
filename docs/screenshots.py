"""Take the pictures of README and user guide from the running app with the sample: ``make screenshots``."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, serving
from tests.browser.quarter import play
from tests.browser.running import settle, watched

FOLDER = Path(__file__).parent / "anh"
Y2022 = "plan=qt-2022&period=2022-Q1&as_of=2022-03-14"
Y2024 = "plan=qt-2024&period=2024-Q3&as_of=2024-09-14"
PICTURES = {
    "tong-quan": f"/?{Y2024}",
    "noi-dung": f"/noi-dung?{Y2022}",
    "cam-ket": f"/cam-ket?{Y2024}",
    "diem-papi": f"/diem-papi?{Y2024}&compare=dak-nong",
    "bao-cao": f"/bao-cao?{Y2024}",
    "danh-muc": f"/danh-muc?{Y2022}",
    "trinh-chieu": f"/trinh-chieu?{Y2024}&slide=cam-ket",
}


def _take(page: Page, url: str, name: str) -> None:
    page.goto(url)
    page.wait_for_selector(".papi-title h1")
    settle(page)
    page.screenshot(path=FOLDER / f"{name}.png")


PLAYED = {
    "mau-bao-cao-2022-Q1": "mau-bao-cao",
    "nhan-bao-cao": "nhan-bao-cao",
    "diem-can-xem": "diem-can-xem",
    "sua-tai-cho": "sua-tai-cho",
    "tinh-hinh-nop-2022-Q1": "tinh-hinh-nop",
    "sai-ky": "sai-ky",
}
"""What is seen while two quarters are played → the name of its picture; of what is seen again the first is kept."""


def _look(page: Page, seen: str) -> None:
    name = PLAYED.get(seen)
    if name and not (FOLDER / f"{name}.png").exists():
        page.wait_for_timeout(300)
        page.screenshot(path=FOLDER / f"{name}.png")


def _play(browser: Browser) -> None:
    for name in PLAYED.values():
        (FOLDER / f"{name}.png").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), "--real-only") as url:
        page = watched(browser.new_page(viewport={"width": 1366, "height": 768}))
        templates = play.first(page, url, Path(folder), _look)
        play.second(page, url, Path(folder), templates, _look)
        page.close()


def main() -> None:
    """Write every picture at 1366×768."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = watched(browser.new_page(viewport={"width": 1366, "height": 768}))
        for name, path in PICTURES.items():
            _take(page, url + path, name)
        _take(page, f"{url}/nhiem-vu?{Y2022}", "nhiem-vu")
        page.locator("a.papi-go[href*='key=']").nth(2).click()
        settle(page)
        page.screenshot(path=FOLDER / "nhiem-vu.png")
        _play(browser)
        browser.close()


if __name__ == "__main__":
    main()
