"""Take the pictures of the documents in the user guide, as they print: ``make screenshots``."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from docs.screenshots import FOLDER
from tests.documents.files import made
from tests.office.libreoffice import saved_as

_WIDTH = 1366
_GAP = 12
_BETWEEN = (122, 132, 144)


def _pages(pdf: bytes, last: int) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tep.pdf"
        path.write_bytes(pdf)
        command = ["pdftoppm", "-r", "110", "-l", str(last), "-png", str(path), str(Path(folder) / "trang")]
        subprocess.run(command, check=True)
        return [Image.open(page).convert("RGB") for page in sorted(Path(folder).glob("trang*.png"))]


def _beside(pages: Sequence[Image.Image], across: int) -> Image.Image:
    """Put pages of one size side by side, so many in a row, as wide as the other pictures of the guide."""
    wide = (_WIDTH - (across + 1) * _GAP) // across
    small = [page.resize((wide, round(page.height * wide / page.width)), Image.Resampling.LANCZOS) for page in pages]
    high = max(page.height for page in small)
    rows = -(-len(small) // across)
    sheet = Image.new("RGB", (_WIDTH, rows * (high + _GAP) + _GAP), _BETWEEN)
    for place, page in enumerate(small):
        down, right = divmod(place, across)
        sheet.paste(page, (_GAP + right * (wide + _GAP), _GAP + down * (high + _GAP)))
    return sheet


def main() -> None:
    """Write a picture of the report, of the brief and of the deck."""
    of = made("q1-2022")
    report = _pages(saved_as(of.docx, "docx", "pdf"), 2)
    brief = _pages(of.brief, 1)
    deck = _pages(saved_as(of.pptx, "pptx", "pdf"), 6)
    for name, pages, across in (("van-ban-bao-cao", (*report, *brief), 3), ("van-ban-trinh-chieu", deck, 2)):
        _beside(pages, across).quantize(192).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
