"""Each page of the product against a page that only draws: the same parts from ready data, nothing read or computed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from papi_metrics.app.registry import PAGES
from tests.bench import server
from tests.bench.client import Session, session
from tests.bench.drawing import Part, parts_of, write_pages
from tests.bench.figure import Figure
from tests.bench.server import Server

_ROUNDS = 60
_SCRIPTS = Path(__file__).parent / "scripts"


def figures() -> Iterator[Figure]:
    """Rerun of each page as it stands: the time of its script on the server."""
    with (
        server.product(_SCRIPTS / "product.py") as product,
        session(product.address) as ours,
        tempfile.TemporaryDirectory() as folder,
    ):
        # The first run of all pays for the start of the server.
        ours.run(PAGES[0].path)
        product.script_time()
        pages = {entry.path: _first(product, ours, entry.path) for entry in PAGES}
        environment = write_pages({path: parts for path, (_, parts) in pages.items()}, Path(folder))
        with server.script(_SCRIPTS / "ready.py", environment) as ready, session(ready.address) as theirs:
            for path, (first, _) in pages.items():
                yield _compared((product, ours), (ready, theirs), path, first)


def _first(product: Server, ours: Session, path: str) -> tuple[float, list[Part]]:
    ours.run(path)
    return product.script_time(), parts_of(ours.drawn)


def _compared(ours: tuple[Server, Session], theirs: tuple[Server, Session], path: str, first: float) -> Figure:
    scripts: tuple[list[float], list[float]] = ([], [])
    trips: list[float] = []
    for _ in range(_ROUNDS + 1):
        for place, (running, client) in enumerate((ours, theirs)):
            trip = client.run(path)
            scripts[place].append(running.script_time())
            if running is ours[0]:
                trips.append(trip)
    # The first run here is the first one of a page in the session of the ready app.
    value, base = (median(times[1:]) for times in scripts)
    note = (
        f"script of a rerun, caches warm (first run {first:.0f} ms; with the way to the client and back "
        f"{median(trips[1:]):.0f} ms); base: a page that draws the same parts from ready data, behind the same "
        "navigation and settings"
    )
    return Figure(f"page_{path}", value, base, limit=1.5, note=note)
