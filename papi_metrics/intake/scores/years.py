"""Which year a table of scores is of."""

import re
from collections.abc import Iterable

from papi_metrics.intake.scores.layout import ScoreSheet
from papi_metrics.model.text import fold

_YEAR = re.compile(r"(?<!\d)20[0-9]{2}(?!\d)")
_SAID = re.compile(r"\b(?:papi|nam)\s+(20[0-9]{2})(?!\d)")


def years_told(sheet: ScoreSheet, file_name: str) -> frozenset[int]:
    """Return the years told of a sheet: by a column of its own, else by its title, by its name, by the file's name."""
    own = frozenset(line.year for line in sheet.lines if line.year is not None)
    told = (_years(texts) for texts in (sheet.titles, (sheet.sheet,), (file_name,)))
    return own or next(filter(None, told), frozenset())


def _years(texts: Iterable[str]) -> frozenset[int]:
    """The years that are said to be those of the table, failing that all that are named."""
    folded = [fold(text) for text in texts]
    said = {int(year) for text in folded for year in _SAID.findall(text)}
    return frozenset(said or {int(year) for text in folded for year in _YEAR.findall(text)})
