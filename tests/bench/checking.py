"""Reading and checking a plan against what pandas needs only to read it."""

import io
from collections.abc import Iterator

import pandas as pd

from papi_metrics.intake import reader
from papi_metrics.services.importing import check_file
from tests.bench.figure import Figure, in_turns
from tests.bench.workbook import YEAR, plan_workbook

# Rows, rounds, limit, aim.
_SIZES = ((1_000, 15, 1.0, 0.5), (20_000, 5, 0.4, 0.3))


def figures() -> Iterator[Figure]:
    """Bytes → findings with a warm worker, at two sizes."""
    reader.warm_up()
    for rows, rounds, limit, aim in _SIZES:
        data = plan_workbook(rows)
        reading = check_file(data, "ke-hoach.xlsx", year=YEAR)
        if len(reading.tasks) != rows:
            raise RuntimeError(f"{len(reading.tasks)} tasks read of {rows}")

        def check(data: bytes = data) -> object:
            return check_file(data, "ke-hoach.xlsx", year=YEAR)

        def only_read(data: bytes = data) -> object:
            return pd.read_excel(io.BytesIO(data), engine="openpyxl")

        value, base = in_turns(check, only_read, rounds)
        note = (
            f"{rows} tasks, {len(data) >> 10} KB, {len(reading.findings)} findings; base: pandas + openpyxl only read"
        )
        yield Figure(f"check_{rows}", value, base, limit, aim, note)
