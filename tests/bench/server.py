"""Servers to measure: the product, the same Streamlit with another script, and Streamlit as it comes out of the box."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EMPTY_PAGE = Path(__file__).parent / "scripts" / "empty.py"
_STARTS_WITHIN = 60.0

# streamlit[performance] takes uvloop, httptools and orjson where they are installed. A module that is None in
# sys.modules counts as not installed: this is what `pip install streamlit` alone runs on.
_STOCK = (
    "import sys; sys.modules.update(uvloop=None, httptools=None, orjson=None); from streamlit.web.cli import main; "
)
_TUNED = "from streamlit.web.cli import main; "


_TOLD = "script took "


def told(run: Callable[[], None]) -> None:
    """Run a script inside a server and say how long that took, for ``Server.script_time``."""
    start = time.perf_counter()
    try:
        run()
    finally:
        print(f"{_TOLD}{(time.perf_counter() - start) * 1000:.3f}", flush=True)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address without a scheme, and its process."""

    address: str
    process: subprocess.Popen[str]

    def script_time(self) -> float:
        """Return the milliseconds of the oldest script run not asked for yet; only for scripts run by ``told``."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(_TOLD):
                return float(line.removeprefix(_TOLD))
        raise RuntimeError("the server has ended")


@contextmanager
def product(script: Path = ROOT / "dashboard.py") -> Iterator[Server]:
    """The app with the sample in a store of its own, started by ``script``."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "papi.duckdb"
        load = [sys.executable, "-m", "papi_metrics", "sample", "--store", str(store)]
        subprocess.run(load, cwd=ROOT, check=True, capture_output=True)
        with _running(_TUNED, script, ROOT, {"PAPI_STORE": str(store)}) as server:
            yield server


@contextmanager
def empty_page() -> Iterator[Server]:
    """An empty script on stock Streamlit: default settings, none of the faster libraries."""
    with tempfile.TemporaryDirectory() as folder, _running(_STOCK, EMPTY_PAGE, Path(folder), {}) as server:
        yield server


@contextmanager
def script(path: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    """Another script on the Streamlit and with the settings of the product."""
    with _running(_TUNED, path, ROOT, environment) as server:
        yield server


@contextmanager
def _running(start: str, path: Path, folder: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    port = _free_port()
    options: Sequence[str] = (
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    )
    process = subprocess.Popen(
        [sys.executable, "-c", start + "main()", "run", str(path), *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}", process)
        yield Server(f"127.0.0.1:{port}", process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server at {url} did not start")
