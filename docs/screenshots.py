"""Take the pictures of README and user guide from the running app with the sample: ``make screenshots``."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, serving, settle

FOLDER = Path(__file__).parent / "anh"
Y2022 = "plan=qt-2022&period=2022-Q1&as_of=2022-03-14"
Y2024 = "plan=qt-2024&period=2024-Q3&as_of=2024-09-14"
PICTURES = {
    "tong-quan": f"/?{Y2024}",
    "noi-dung": f"/noi-dung?{Y2022}",
    "cam-ket": f"/cam-ket?{Y2024}",
    "cap-nhat": f"/cap-nhat?{Y2022}",
    "danh-muc": f"/danh-muc?{Y2022}",
}


def _take(page: Page, url: str, name: str) -> None:
    page.goto(url)
    page.wait_for_selector(".papi-title h1")
    settle(page)
    page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    """Write every picture at 1366×768."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        for name, path in PICTURES.items():
            _take(page, url + path, name)
        _take(page, f"{url}/nhiem-vu?{Y2022}", "nhiem-vu")
        page.locator("a.papi-go[href*='key=']").nth(2).click()
        settle(page)
        page.screenshot(path=FOLDER / "nhiem-vu.png")
        browser.close()


if __name__ == "__main__":
    main()
