"""The corpus of damaged and odd returns: nothing wrong is accepted, nothing right is refused."""

from collections.abc import Iterator

import pytest

from papi_metrics.intake.reader import read
from papi_metrics.intake.recognise.errors_sheet import without_errors_sheets
from papi_metrics.model.finding import Severity, UnreadableFileError
from papi_metrics.services.answers import answer
from papi_metrics.services.importing import Preview
from papi_metrics.services.plans import unit_names
from tests.returns.corpus import CASES
from tests.returns.corpus.case import ACCEPTED, REFUSED, WARNED, Case, Pair
from tests.returns.corpus.workshop import Workshop, fields_of, first_sheet, said

_READABLE = [case for case in CASES if not case.refusal]
_UNREADABLE = [case for case in CASES if case.refusal]
_ANSWERED = [case for case in _READABLE if case.outcome != ACCEPTED and case.file.endswith(".xlsx")][::4]


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    made = Workshop()
    yield made
    made.store.close()


def test_there_are_enough_of_them_and_no_two_have_one_name() -> None:
    assert len(CASES) >= 200
    assert len({case.name for case in CASES}) == len(CASES)
    assert {case.outcome for case in CASES} == {REFUSED, WARNED, ACCEPTED}
    assert len(_ANSWERED) >= 30


@pytest.mark.parametrize("case", _READABLE, ids=lambda case: case.name)
def test_exactly_what_a_clerk_needs_is_found_and_the_rest_is_read_right(workshop: Workshop, case: Case) -> None:
    shown = workshop.shown(case)
    assert _pairs(shown, Severity.ERROR, Severity.WARNING) == case.found
    if case.notes is not None:
        assert _pairs(shown, Severity.INFO) == case.notes
    assert _outcome(shown) == case.outcome
    if case.reads is not None and not shown.blocked:
        assert {key: fields_of(update) for key, update in said(shown).items()} == workshop.expected(case)


@pytest.mark.parametrize("case", _UNREADABLE, ids=lambda case: case.name)
def test_a_file_that_cannot_be_opened_is_refused_by_its_reason(workshop: Workshop, case: Case) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        workshop.shown(case)
    assert refusal.value.code == case.refusal
    assert case.outcome == REFUSED


@pytest.mark.parametrize("case", _ANSWERED, ids=lambda case: case.name)
def test_the_answer_gives_the_sender_the_same_values_back(workshop: Workshop, case: Case) -> None:
    shown = workshop.shown(case)
    names = unit_names(workshop.store.units(shown.plan.org))
    returned = without_errors_sheets(read(answer(shown, names), case.file))
    sent = read(shown.source.content, case.file)
    assert [(grid.sheet, grid.rows) for grid in returned.grids] == [(grid.sheet, grid.rows) for grid in sent.grids]


def _pairs(shown: Preview, *severities: Severity) -> frozenset[Pair]:
    first = first_sheet(shown)
    found: set[Pair] = set()
    for finding in shown.findings:
        if finding.severity in severities:
            cells = [cell.a1 if cell.sheet == first else f"{cell.sheet}!{cell.a1}" for cell in finding.cells]
            found.update((finding.code, cell) for cell in cells or [""])
    return frozenset(found)


def _outcome(shown: Preview) -> str:
    return REFUSED if shown.blocked else WARNED if shown.needs_reason else ACCEPTED
