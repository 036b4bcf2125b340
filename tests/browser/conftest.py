"""The app as an office runs it: its own process on a free port, its own store with the sample, a real browser."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.running import settle, watched

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
STARTS_WITHIN = 60.0

NewPage = Callable[..., AbstractContextManager[Page]]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the app did not start")


@contextmanager
def serving(folder: Path, *options: str, prepare: Callable[[Path], None] | None = None) -> Iterator[str]:
    """The address of an app just started, whose store holds the sample; ``options`` are those of its command.

    ``prepare`` is done to the file of the store before the app opens it.
    """
    store, port = folder / "papi.duckdb", _free_port()
    subprocess.run(
        [sys.executable, "-m", "papi_metrics", "sample", "--store", str(store), *options],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    if prepare is not None:
        prepare(store)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [*command, f"--server.port={port}", "--server.address=127.0.0.1"],
            cwd=ROOT,
            env=os.environ | {"PAPI_STORE": str(store)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def app_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running app, the same for all tests."""
    with serving(tmp_path_factory.mktemp("app")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser, app_server: str) -> NewPage:
    """Open an address of the app in a window of its own; an English browser, so that nothing is Vietnamese by luck."""

    @contextmanager
    def opened(path: str = "/", width: int = 1366, height: int = 768, dark: bool = False) -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-US",
            accept_downloads=True,
        )
        page = watched(context.new_page())
        page.set_default_timeout(30_000)
        page.goto(app_server + path)
        page.wait_for_selector(".papi-title h1, .papi-notice h1")
        settle(page)
        yield page
        context.close()

    return opened


VISIBLE_TEXT = """
() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ["title", "aria-label", "placeholder", "data-title"]) found.add(node.getAttribute(name) || "");
    } else if (!node.parentElement.closest("script, style, noscript, template, [data-testid=stIconMaterial]")) {
      found.add(node.nodeValue.trim());
    }
  }
  return [...found].filter(Boolean);
}
"""

ENGLISH = re.compile(
    r"\b(the|and|of|to|for|help|file|files|upload|drag|drop|browse|limit|choose|option|options|select|search|download"
    r"|fullscreen|show|hide|columns?|close|cancel|apply|press|enter|running|stop|deploy|rerun|settings|menu|sidebar"
    r"|page|pages|calendar|month|day|year|next|previous|no results|error|empty|none|loading|clear|copy|open|view|today"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|mon|tue|wed|thu|fri|sat|sun)\b",
    re.IGNORECASE,
)


def english_on(page: Page) -> list[str]:
    """Return the texts on the page, hints and labels included, that hold an English word."""
    return sorted(text for text in page.evaluate(VISIBLE_TEXT) if ENGLISH.search(text) and text.isascii())
