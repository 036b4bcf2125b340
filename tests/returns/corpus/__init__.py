"""A kept corpus of damaged and odd returns, each made from a correct one and named by its outcome.

A case begins with ``tu-choi/`` (an error sends it back, or no reader opens it), ``canh-bao/`` (a person has to accept
what is found) or ``nhan/`` (it is saved as it is). What is expected of each is what a clerk of the Văn phòng needs to
be told, no more and no less. ``make corpus`` writes all of them to ``build/corpus``.
"""

from tests.returns.corpus import (
    appendix,
    days,
    figures,
    formats,
    formulas,
    history,
    moved_columns,
    moved_rows,
    other_units,
    percents,
    sheets,
    stamps,
    statuses,
    texts,
    together,
    unreadable,
)
from tests.returns.corpus.case import Case

CASES: tuple[Case, ...] = (
    *statuses.CASES,
    *percents.CASES,
    *days.CASES,
    *figures.CASES,
    *history.CASES,
    *texts.CASES,
    *formulas.CASES,
    *moved_rows.CASES,
    *moved_columns.CASES,
    *sheets.CASES,
    *stamps.CASES,
    *other_units.CASES,
    *together.CASES,
    *appendix.CASES,
    *formats.CASES,
    *unreadable.CASES,
)
