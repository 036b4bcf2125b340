"""Warm worker processes: started when first needed, kept, replaced after a crash, ended with the app."""

import atexit
import contextlib
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.raw import RawBook
from papi_metrics.intake.readers.wire import receive, send
from papi_metrics.model.finding import UnreadableFileError

# Two files at once, each in its own process: a hanging one does not hold up everybody.
_WORKERS = 2
_ROOT = str(Path(__file__).parents[3])
_LAST_BREATH_SECONDS = 2
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError")


class Worker:
    """One worker process. It serves one thread at a time: the pool sees to that."""

    def __init__(self, command: str = "from papi_metrics.intake.readers.worker import main; main()") -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        # Without site and environment it starts in half the time, and nothing there can change the reader.
        start = f"import sys; sys.path[:] = {[_ROOT, *sys.path]!r}; {command}"
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", start],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._stderr.close()
            raise UnreadableFileError("reader_unavailable") from error

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def ask(self, data: bytes, name: str, limits: Limits) -> tuple[str, Any, bool]:
        """Send one request and return its answer. Raises UnreadableFileError when the process dies of it."""
        assert self.process.stdin is not None and self.process.stdout is not None
        timed_out = threading.Event()

        def give_up() -> None:
            timed_out.set()
            self.process.kill()

        timer = threading.Timer(limits.seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            send(self.process.stdin, pickle.dumps((data, name, limits), protocol=pickle.HIGHEST_PROTOCOL))
            message = receive(self.process.stdout)
        except OSError:
            message = None
        finally:
            timer.cancel()
        if message is None:
            raise self._cause_of_death(timed_out.is_set(), limits)
        kind, answer, spent = pickle.loads(message)
        return kind, answer, spent

    def end(self) -> None:
        """End the process and close its pipes."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self._stderr):
            # Closing flushes what a dead process never took.
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _cause_of_death(self, timed_out: bool, limits: Limits) -> UnreadableFileError:
        try:
            code = self.process.wait(_LAST_BREATH_SECONDS)
        except subprocess.TimeoutExpired:
            # It closed its pipe and lives on.
            self.process.kill()
            code = self.process.wait()
        self._stderr.seek(0)
        said = self._stderr.read()
        if timed_out or (sys.platform != "win32" and code == -signal.SIGXCPU):
            return UnreadableFileError("too_slow", seconds=f"{limits.seconds:g}")
        if any(sign in said for sign in _OUT_OF_MEMORY):
            return UnreadableFileError("too_much_memory", memory_mb=str(limits.memory >> 20))
        return UnreadableFileError("reader_crashed", exit_code=str(code))


class Pool:
    """Up to two workers, shared by all threads of the app."""

    def __init__(self, start: Callable[[], Worker] = Worker) -> None:
        self._start = start
        self._free = threading.BoundedSemaphore(_WORKERS)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        atexit.register(self.close)

    def read(self, data: bytes, name: str, limits: Limits) -> RawBook:
        """Read one file in a worker. Raises UnreadableFileError, whatever becomes of the worker."""
        with self._free:
            worker = self._take()
            keep = False
            try:
                kind, answer, spent = worker.ask(data, name, limits)
                keep = not spent
            finally:
                self._give_back(worker, keep)
        if kind == "refused":
            code, details = answer
            raise UnreadableFileError(code, **details)
        book: RawBook = answer
        return book

    def warm_up(self) -> None:
        """Start a worker before the first file needs it."""
        with self._free:
            self._give_back(self._take(), keep=True)

    def close(self) -> None:
        """End every worker; the next reading starts a new one. A file being read there is given up."""
        with self._lock:
            idle, self._idle = self._idle, []
            busy = self._all.difference(idle)
            self._all.clear()
        for worker in idle:
            worker.end()
        for worker in busy:
            # Its pipes belong to the thread that is reading from them.
            worker.process.kill()

    def _take(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                self._all.discard(worker)
                worker.end()
        worker = self._start()
        with self._lock:
            self._all.add(worker)
        return worker

    def _give_back(self, worker: Worker, keep: bool) -> None:
        with self._lock:
            if keep and worker in self._all:
                self._idle.append(worker)
                return
            self._all.discard(worker)
        worker.end()
