"""How much memory the server takes with the sample and several people at work."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack

import psutil  # type: ignore[import-untyped]

from papi_metrics.app.registry import PAGES
from papi_metrics.wording import pages as words
from tests.bench import server
from tests.bench.client import session
from tests.bench.figure import Figure

_SESSIONS = 5
_EVERY_SECONDS = 0.05


def figures() -> Iterator[Figure]:
    """Peak of resident memory while five sessions go through all pages and periods."""
    with server.product() as product, ExitStack() as stack:
        watch = stack.enter_context(_Watch(product.process.pid))
        people = [stack.enter_context(session(product.address)) for _ in range(_SESSIONS)]
        for entry in PAGES:
            for person in people:
                person.run(entry.path)
                box = person.selectboxes.get(words.PERIOD)
                for period in box.options if box else ():
                    person.run(entry.path, choice=(words.PERIOD, period))
    note = f"{_SESSIONS} sessions through {len(PAGES)} pages and every period; RSS of the server and its children, peak"
    yield Figure("memory_peak", watch.peak / (1 << 20), None, note=note, unit="mb")


class _Watch:
    """Looks at the memory of a process and its children again and again."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._process = psutil.Process(pid)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY_SECONDS):
            family = [self._process, *self._process.children(recursive=True)]
            self.peak = max(self.peak, sum(_resident(each) for each in family))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
