"""Opening a page at an address, and reading what stands on it."""

import re
from functools import cache
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

QUARTER_1 = {"plan": "qt-2022", "period": "2022-Q1", "as_of": "2022-03-14"}
QUARTER_2 = {"plan": "qt-2022", "period": "2022-Q2", "as_of": "2022-06-14"}
_APP = Path(__file__).parents[2] / "dashboard.py"
COMMITTED = {"plan": "qt-2024", "period": "2024-Q3", "as_of": "2024-09-14"}


def window() -> AppTest:
    """Another window of the app, not run yet."""
    app = AppTest.from_file(str(_APP), default_timeout=60)
    app._bidi_component_manager = _components()
    return app


@cache
def _components() -> BidiComponentManager:
    """The components of the installed packages: as in a server they are looked for once, not once a window."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def opened(app: AppTest, page: str, address: dict[str, str], **more: str) -> AppTest:
    """Run ``pages/<page>.py`` under the words of ``address``."""
    for name, word in {**address, **more}.items():
        app.query_params[name] = word
    # As a link does: switch_page() would have Tổng quan drawn first.
    app._page_hash = calc_hash(page.replace("_", "-"))
    app.run()
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    """All HTML of the page but style, script and the sidebar."""
    main = [str(element.proto.body) for element in app.main.get("html")]
    return "\n".join(part for part in main if not part.startswith(("<style", "<script")))


def is_marked(app: AppTest) -> bool:
    """Whether the page bears the mark that makes the browser ask before it is closed."""
    return any("papi-unsaved" in str(element.proto.body) for element in app.sidebar.get("html"))


def words_of(app: AppTest) -> str:
    """The page without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html_of(app)))


def lines_of(app: AppTest, name: str) -> list[str]:
    """The rows of the table called ``name``, without markup."""
    tables = re.findall(rf'<table [^>]*aria-label="{re.escape(name)}".*?</table>', html_of(app), re.DOTALL)
    body = tables[0].partition("<tbody>")[2] if tables else ""
    rows = re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]


def links_of(app: AppTest) -> list[str]:
    """Every address on the page."""
    return [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]*)"', html_of(app))]


def key_of(app: AppTest, text: str) -> str:
    """The key in the link whose text holds ``text``."""
    for href, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html_of(app), re.DOTALL):
        if text in inner:
            return str(re.findall(r"key=([^&]+)", href)[0])
    raise AssertionError(f"no link says {text!r}")


def files_of(app: AppTest) -> list[str]:
    """The labels of the buttons that give files back, as they are read: a label is Markdown, its signs are escaped."""
    return [re.sub(r"\\(.)", r"\1", str(button.proto.label)) for button in app.main.get("download_button")]
