"""``python -m papi_metrics``: the command line for offices that automate."""

import io
import sys
from datetime import datetime

from papi_metrics.command.output import delivered
from papi_metrics.command.parser import parse
from papi_metrics.command.run import run
from papi_metrics.model.ledger import VIET_NAM


def main() -> int:
    """Run the call of this process. Output is UTF-8 whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    call = parse()
    return delivered(lambda: run(call, datetime.now(VIET_NAM)))


if __name__ == "__main__":
    sys.exit(main())
