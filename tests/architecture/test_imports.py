"""What import-linter cannot see: the pages are no package, and file libraries have homes finer than a layer."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAWING = ("streamlit", "papi_metrics.app", "papi_metrics.wording", "papi_metrics.model", "papi_metrics.charts")
STANDARD = ("collections", "dataclasses", "datetime", "functools", "html", "typing")
HOMES = {
    "openpyxl": (
        "papi_metrics/documents/",
        "papi_metrics/intake/answer/",
        "papi_metrics/charts/xlsx_renderer.py",
        "papi_metrics/charts/native/cells.py",
    ),
    "lxml": ("papi_metrics/intake/answer/", "papi_metrics/charts/native/", "papi_metrics/documents/deck/pptx.py"),
    "python_calamine": ("papi_metrics/intake/readers/",),
    "docx": (
        "papi_metrics/intake/readers/",
        "papi_metrics/documents/nd30.py",
        "papi_metrics/documents/docx_body.py",
        "papi_metrics/documents/report/office_template.py",
        "papi_metrics/documents/docx_parts.py",
        "papi_metrics/documents/chart_in_docx.py",
        "papi_metrics/documents/matrix_table.py",
    ),
    "docxtpl": ("papi_metrics/documents/report/office_template.py",),
    "pptx": (
        "papi_metrics/charts/native/",
        "papi_metrics/documents/chart_in_pptx.py",
        "papi_metrics/documents/deck/pptx.py",
    ),
    "typst": ("papi_metrics/charts/picture.py", "papi_metrics/documents/pdf/typesetting.py"),
    "PIL": ("papi_metrics/charts/letters.py",),
    "icalendar": ("papi_metrics/documents/calendar_file.py",),
    "xlsxwriter": (),
    "rapidfuzz": ("papi_metrics/intake/",),
    "plotly": ("papi_metrics/charts/plotly_",),
    "duckdb": ("papi_metrics/store/", "papi_metrics/measures/"),
}


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, homes: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of ``homes`` or below it."""
    return any(name == home or name.startswith(home + ".") for home in homes)


@pytest.mark.parametrize(
    "path", [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py"))], ids=lambda path: path.name
)
def test_pages_draw_and_do_not_think(path: Path) -> None:
    assert [name for name in imported(path) if not within(name, (*DRAWING, *STANDARD))] == []


@pytest.mark.parametrize(("library", "homes"), HOMES.items(), ids=list(HOMES))
def test_a_file_library_stays_in_its_home(library: str, homes: tuple[str, ...]) -> None:
    strangers = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "papi_metrics").rglob("*.py"))
        if any(within(name, (library,)) for name in imported(path))
    ]
    assert [path for path in strangers if not path.startswith(homes or "nowhere")] == []
