"""The benchmark: `make bench`, or `python tests/bench/run.py [FIGURE …]` for some of them.

Prints one JSON line a figure: name, ratio, limit, aim, value, base, note. Ratios are of things timed in turns in this
one run, so that they can be compared between machines. Ends with 1 where a limit is missed.
"""

import argparse
import sys
from pathlib import Path

# Run as a script, Python looks beside this file first; everything is imported from the root of the project.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.bench import checking, documents, first_view, measuring, memory, page_runs, rerunning  # noqa: E402

GROUPS = {
    "check": checking.figures,
    "rerun": rerunning.figures,
    "pages": page_runs.figures,
    "first_view": first_view.figures,
    "measures": measuring.figures,
    "documents": documents.figures,
    "memory": memory.figures,
}


def main() -> int:
    """Run the groups asked for, all by default."""
    parser = argparse.ArgumentParser(description="Measure the product against its limits.")
    parser.add_argument("group", nargs="*", help=f"what to measure: {', '.join(GROUPS)} (default: all)")
    asked = parser.parse_args().group or list(GROUPS)
    if unknown := [name for name in asked if name not in GROUPS]:
        parser.error(f"unknown: {', '.join(unknown)}")
    missed = False
    for name in asked:
        for figure in GROUPS[name]():
            print(figure.line(), flush=True)
            missed = missed or figure.missed
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
