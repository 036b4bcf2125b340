"""The pages there are. A new page is one line here and its title in ``wording.pages.TITLES``."""

from dataclasses import dataclass
from pathlib import Path

from papi_metrics.wording import pages as words

FOLDER = Path(__file__).parents[2] / "pages"
HOME = "tong-quan"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its address, its file in ``pages/``, and whether it is for looking or for working.

    ``is_bare``: it fills the screen, without the sidebar.
    """

    path: str
    file: str
    works: bool = False
    is_bare: bool = False

    @property
    def title(self) -> str:
        """The name in the sidebar and on the browser's tab."""
        return words.TITLES[self.path]


PAGES = (
    Entry(HOME, "tong_quan.py"),
    Entry("noi-dung", "noi_dung.py"),
    Entry("nhiem-vu", "nhiem_vu.py"),
    Entry("don-vi", "don_vi.py"),
    Entry("cam-ket", "cam_ket.py"),
    Entry("diem-papi", "diem_papi.py"),
    Entry("bao-cao", "bao_cao.py"),
    Entry("trinh-chieu", "trinh_chieu.py", is_bare=True),
    Entry("cap-nhat", "cap_nhat.py", works=True),
    Entry("danh-muc", "danh_muc.py", works=True),
)
"""In the order of the sidebar: first the pages that show, then those that change data."""


def is_bare(path: str) -> bool:
    """Whether the page at ``path`` fills the screen."""
    return any(entry.path == path and entry.is_bare for entry in PAGES)


def is_listed(path: str) -> bool:
    """Whether there is a page at ``path``."""
    return any(entry.path == path for entry in PAGES)
