"""The process that reads hostile files: one request after the other over its standard streams.

It is started with ``python -c`` (not multiprocessing): spawn would import the main module again, which under
Streamlit is the app itself.
"""

import faulthandler
import gc
import os
import pickle
import sys
from typing import Any, BinaryIO

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.open import open_file
from papi_metrics.intake.readers.wire import receive, send
from papi_metrics.model.finding import UnreadableFileError

if sys.platform != "win32":
    import resource

# A worker that once grew this large is replaced: memory is hardly ever given back.
_SPENT_BYTES = 300 << 20
_GRACE_SECONDS = 5


def main() -> None:
    """Answer requests (data, name, limits) with ("book", RawBook, spent) or ("refused", (code, details), spent)."""
    requests, answers = sys.stdin.buffer, _claim_stdout()
    # Walking hundreds of thousands of fresh cells would take a third of the time; memory is limited anyway.
    gc.disable()
    while (message := receive(requests)) is not None:
        data, name, limits = pickle.loads(message)
        _limit(limits)
        # The parent watches the clock; this one holds when the parent is gone.
        faulthandler.dump_traceback_later(limits.seconds + _GRACE_SECONDS, exit=True)
        kind, answer = _answer(data, name, limits)
        send(answers, pickle.dumps((kind, answer, _is_spent()), protocol=pickle.HIGHEST_PROTOCOL))
        faulthandler.cancel_dump_traceback_later()
        del message, data, answer
        gc.collect()


def _answer(data: bytes, name: str, limits: Limits) -> tuple[str, Any]:
    try:
        return "book", open_file(data, name, limits)
    except UnreadableFileError as error:
        return "refused", (error.code, error.details)
    except MemoryError:
        return "refused", ("too_much_memory", {"memory_mb": str(limits.memory >> 20)})


def _claim_stdout() -> BinaryIO:
    """Keep standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit(limits: Limits) -> None:
    """Limit memory, and CPU time from now on, where the system can (not on Windows)."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    resource.setrlimit(resource.RLIMIT_CPU, (int(used + limits.seconds) + 1, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _is_spent() -> bool:
    return _peak_bytes() > _SPENT_BYTES


def _peak_bytes() -> int:
    """The most memory this process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Not getrusage: on Linux that begins with the peak of the parent, which may be large itself.
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:  # noqa: PTH123 - pathlib is not loaded here
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
