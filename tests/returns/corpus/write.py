"""``make corpus``: every case as a file, to be looked at and opened in Excel."""

import sys
from pathlib import Path

from tests.returns.corpus import CASES
from tests.returns.corpus.case import Case
from tests.returns.corpus.workshop import Workshop


def main(folder: Path) -> None:
    """Write each case to a folder of its own name, its file under the name it comes with."""
    workshop = Workshop()
    lines = []
    for case in CASES:
        place = folder / case.name
        place.mkdir(parents=True, exist_ok=True)
        (place / case.file).write_bytes(workshop.file(case))
        lines.append(f"{case.name}: {_expected(case)}\n")
    (folder / "mong-doi.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(CASES)} tệp trong {folder}")


def _expected(case: Case) -> str:
    if case.refusal:
        return case.refusal
    found = sorted({*case.found, *(case.notes or ())})
    return "; ".join(f"{code} {cell}".strip() for code, cell in found) or "không có gì"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
