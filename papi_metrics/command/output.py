"""What every command shares: exit codes, refusals, files in and out, and printing."""

import contextlib
import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from papi_metrics.model.finding import Finding
from papi_metrics.model.plan import Plan
from papi_metrics.services import plans, uploads
from papi_metrics.services.reference import known_units
from papi_metrics.services.stores import Store
from papi_metrics.wording import command as words
from papi_metrics.wording import finding_lines
from papi_metrics.wording.form import period

FINE, BLOCKED, WRONG_CALL, UNREADABLE = 0, 1, 2, 3


class RefusedError(Exception):
    """A call that cannot be carried out: one Vietnamese line and an exit code."""

    def __init__(self, line: str, code: int) -> None:
        super().__init__(line)
        self.line = line
        self.code = code


def delivered(command: Callable[[], int]) -> int:
    """Return the exit code of ``command``, whose output goes out when it has ended.

    Where nobody takes it (a closed pipe, a full disk), one line says so, and the code is UNREADABLE.
    """
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = command()
    if sys.stdout is None:
        return code
    try:
        sys.stdout.write(printed.getvalue())
        sys.stdout.flush()
    except OSError as fault:
        # What is left in the stream would be written once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return refuse(words.NOT_DELIVERED.format(reason=words.reason(fault)), UNREADABLE)
    return code


def name_of(path: Path) -> str:
    """Return the file name as text: under a console of another code page its letters come as bare bytes."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode(errors="replace")
    return path.name


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises RefusedError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise RefusedError(words.FILE_MISSING.format(name=path), UNREADABLE) from None
    except OSError as fault:
        raise RefusedError(words.FILE_DENIED.format(name=path, reason=words.reason(fault)), UNREADABLE) from fault


def check_suffix(call: Namespace, *suffixes: str) -> None:
    """Refuse a file to be written whose name says that it is something else. Raises RefusedError."""
    if call.out.suffix.lower() not in suffixes:
        raise RefusedError(words.OUT_SUFFIX.format(name=call.out.name, suffixes=", ".join(suffixes)), WRONG_CALL)


def write(call: Namespace, path: Path, content: bytes) -> None:
    """Write a file, its folders with it, never over the store or a file that the call reads. Raises RefusedError."""
    given = (value for name, value in vars(call).items() if name != "out")
    read = (one for value in given for one in (value if isinstance(value, list) else [value]) if isinstance(one, Path))
    if any(path.resolve() == one.resolve() for one in read):
        raise RefusedError(words.OUT_IS_READ.format(name=path), WRONG_CALL)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise RefusedError(words.OUT_DENIED.format(name=path, reason=words.reason(fault)), UNREADABLE) from fault


def deliver(call: Namespace, content: bytes) -> int:
    """Write the one file that a call is for, say so, and return its exit code. Raises RefusedError."""
    write(call, call.out, content)
    print(words.WRITTEN.format(name=call.out.name))
    return FINE


def answer(call: Namespace, document: Any, lines: list[str]) -> None:
    """Print the answer: one JSON document, or its lines."""
    if call.json:
        print_json(document)
    else:
        for line in lines:
            print(line)


def print_json(document: Any) -> None:
    """Print exactly one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=1))


def version_of(store: Store, call: Namespace) -> int:
    """Return the version of the store that is asked for, the present one by default. Raises RefusedError."""
    if call.version is None:
        return store.version
    if not 0 < call.version <= store.version:
        raise RefusedError(words.VERSION_UNKNOWN.format(version=call.version, last=store.version), WRONG_CALL)
    return int(call.version)


def plan_in_period(store: Store, call: Namespace, version: int | None = None) -> Plan:
    """Return the plan that is asked about, in a period of its year. Raises RefusedError, PlanUnknownError."""
    try:
        plan = plans.plan_of(store, call.plan, version)
    except plans.PlanUnknownError as fault:
        if version in (None, store.version):
            raise
        known = ", ".join(fault.known) or words.NO_PLANS
        line = words.PLAN_UNKNOWN_THEN.format(plan=fault.plan, version=version, plans=known)
        raise RefusedError(line, WRONG_CALL) from None
    if call.period not in uploads.periods_of(plan):
        line = words.PERIOD_OF_OTHER_YEAR.format(period=period(call.period), year=plan.year)
        raise RefusedError(line, WRONG_CALL)
    return plan


def reference_names() -> Mapping[str, str]:
    """Return code → name of all units of the reference lists."""
    return plans.unit_names(known_units())


def print_findings(found: tuple[Finding, ...], names: Mapping[str, str]) -> None:
    """Print findings as lines, worst first."""
    for line in finding_lines.lines(found, names):
        print(finding_lines.printed(line))


def refuse(line: str, code: int) -> int:
    """Print one line on standard error and return the exit code."""
    print(line, file=sys.stderr)
    return code
