"""The appendix of 001 cut by page breaks at any word of any row: no task is lost and none invented."""

import random
from collections.abc import Sequence

import pytest

from papi_metrics.intake.recognise import Table, recognise
from papi_metrics.intake.recognise.fields import Field
from tests.intake.making import book, grid_from_rows, names, one_sheet
from tests.intake.real_tables import APPENDIX_001

HEADER = APPENDIX_001[0][0]
CUT_FIELDS = (1, 2, 3)


def whole_rows() -> list[list[str]]:
    """The rows of the appendix with their printed cuts mended."""
    rows: list[list[str]] = []
    for part in APPENDIX_001:
        for printed in part[1:]:
            if printed[0] or printed[4]:
                rows.append(list(printed))
            else:
                rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], printed, strict=True)]
    return rows


def cut_at_random(seed: int) -> list[Sequence[str]]:
    """Four rows cut into two at random words, the header repeated between the halves."""
    dice = random.Random(seed)
    rows = whole_rows()
    chosen = dice.sample([place for place, row in enumerate(rows) if row[4]], 4)
    printed: list[Sequence[str]] = [HEADER]
    for place, row in enumerate(rows):
        first, rest = list(row), [""] * len(row)
        if place in chosen:
            for column in dice.sample(CUT_FIELDS, dice.randint(1, len(CUT_FIELDS))):
                words = row[column].split()
                middle = dice.randint(1, len(words))
                first[column], rest[column] = " ".join(words[:middle]), " ".join(words[middle:])
        printed.append(first)
        if any(rest):
            printed.extend((HEADER, rest))
    return printed


def tasks(table: Table) -> list[tuple[object, ...]]:
    fields = (Field.NUMBER, Field.CONTENT, Field.LEAD, Field.COORDINATORS, Field.DEADLINE)
    return [(record.position, *(record.text(name) for name in fields)) for record in table.records]


@pytest.mark.parametrize("seed", range(40))
def test_rows_cut_at_any_word_are_joined_again(seed: int) -> None:
    (expected,) = recognise(book(one_sheet(APPENDIX_001)), names()).tables
    (table,) = recognise(book(grid_from_rows("S", cut_at_random(seed))), names()).tables
    assert tasks(table) == tasks(expected)
