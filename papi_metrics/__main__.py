"""``python -m papi_metrics``: the command line for offices that automate."""

import io
import sys
from datetime import datetime, timedelta, timezone

from papi_metrics.command.parser import parse
from papi_metrics.command.run import run

# Fixed: Việt Nam keeps no summer time, and Windows brings no time zone table.
VIETNAM = timezone(timedelta(hours=7))


def main() -> int:
    """Run the call of this process. Output is UTF-8 whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    return run(parse(), datetime.now(VIETNAM))


if __name__ == "__main__":
    sys.exit(main())
