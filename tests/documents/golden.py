"""What stands in a report of the awkward plan, line by line; ``python -m tests.documents.golden`` writes it anew."""

from collections.abc import Iterator
from pathlib import Path

from docx.table import Table

from papi_metrics.documents.report.model import ReportKind
from papi_metrics.services.reports import report_docx, report_of
from tests.documents.awkward import MADE_AT, awkward_facts
from tests.documents.letters import reopened

FOLDER = Path(__file__).parent / "golden"
KINDS = (ReportKind.QUARTER, ReportKind.COMMITMENTS)


def text_of(content: bytes) -> str:
    """Every paragraph, and every row of every table with its cells between bars."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: bytes) -> Iterator[str]:
    for part in reopened(content).iter_inner_content():
        if not isinstance(part, Table):
            if part.text:
                yield part.text
            continue
        for row in part.rows:
            cells = list(dict.fromkeys(cell._tc for cell in row.cells))
            told = [
                " / ".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in cell.p_lst) for cell in cells
            ]
            yield "| " + " | ".join(told) + " |"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def golden(kind: ReportKind) -> Path:
    """Where the text of a report is kept."""
    return FOLDER / f"{kind}.txt"


def made(kind: ReportKind) -> str:
    """The text of a report as it is made now."""
    return text_of(report_docx(report_of(awkward_facts(), kind, MADE_AT)))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in KINDS:
        golden(one).write_text(made(one), encoding="utf-8")
