"""What a person waits for at the first look: a browser that has never seen the page, and one that has."""

from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.bench import server
from tests.bench.figure import Figure, milliseconds

_CHROMIUM = "/usr/bin/chromium"
_ROUNDS = 5
_OURS = ".papi-title h1"
_DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


def figures() -> Iterator[Figure]:
    """Time until the script has run and its parts are on the screen, Tổng quan against the empty page."""
    times: dict[str, list[float]] = {"cold": [], "cold_base": [], "warm": [], "warm_base": []}
    with (
        server.product() as product,
        server.empty_page() as stock,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        ours, theirs = f"http://{product.address}/", f"http://{stock.address}/"
        # The first run of a server imports and opens everything; that is the start of the server, not of a browser.
        _look_twice(browser, ours, _OURS)
        _look_twice(browser, theirs, _DONE)
        for _ in range(_ROUNDS):
            for address, shown, suffix in ((ours, _OURS, ""), (theirs, _DONE, "_base")):
                cold, warm = _look_twice(browser, address, shown)
                times[f"cold{suffix}"].append(cold)
                times[f"warm{suffix}"].append(warm)
    for name, said in (("cold", "empty cache"), ("warm", "second visit of the same browser")):
        note = f"Chromium, {said}, until Tổng quan is drawn; base: empty page on stock Streamlit"
        yield Figure(f"first_view_{name}", median(times[name]), median(times[f"{name}_base"]), note=note)


def _look_twice(browser: Browser, address: str, shown: str) -> tuple[float, float]:
    """Return the milliseconds of a first and of a second visit; every context begins with an empty cache."""
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        return milliseconds(lambda: _look(context, address, shown)), milliseconds(
            lambda: _look(context, address, shown)
        )


def _look(context: BrowserContext, address: str, shown: str) -> None:
    with context.new_page() as page:
        page.goto(address)
        page.wait_for_selector(shown)
        page.wait_for_selector(_DONE)
