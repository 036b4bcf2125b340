"""What is asked inside ``keep`` is what is answered outside of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from papi_metrics import measures
from papi_metrics.model.period import Period
from papi_metrics.services.stores import Store
from tests.services.books import NOW
from tests.services.sample_store import sample_store

PLAN, OTHER = "qt-2024", "qt-2022"
Q2, Q3 = Period(2024, 2), Period(2024, 3)
BY_PERIOD = (
    measures.task_states,
    measures.task_unit_states,
    measures.task_other_states,
    measures.commitment_states,
    measures.commitment_parts,
    measures.all_measure_rows,
    measures.submissions,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(sample_store(tmp_path / "papi.duckdb")) as opened:
        yield opened


def told(store: Store, plan: str, period: Period, as_of: date, version: int | None) -> list[object]:
    """All that can be asked of a plan in a period, as texts that can be compared."""
    found: list[object] = [measure(store, plan, period, as_of, version) for measure in BY_PERIOD]
    found += [measures.commitment_series(store, plan, as_of, version), measures.copied(store, plan, period, version)]
    found += [measures.finality(store, plan, period, as_of, version), measures.answering_units(store, plan, version)]
    return [item.to_json(date_format="iso") if isinstance(item, pd.DataFrame) else item for item in found]


def test_every_question_has_the_same_answer_whatever_was_asked_before(store: Store) -> None:
    asked = [
        (plan, period, as_of, version)
        for version in (store.version, store.version - 4, None)
        for plan, period, as_of in (
            (PLAN, Q3, Q3.data_close),
            (PLAN, Q2, Q2.data_close),
            (PLAN, Q2, Q3.data_close),
            (PLAN, Q3, date(2024, 8, 1)),
            (OTHER, Period(2022, 3), date(2022, 9, 14)),
        )
    ]
    outside = [told(store, *question) for question in asked]
    assert len({str(answer) for answer in outside}) > len(asked) // 2
    for version in (store.version, store.version - 4):
        with measures.keep(store, PLAN, version):
            assert [told(store, *question) for question in asked] == outside


def test_what_is_written_in_the_meantime_is_seen_by_those_who_ask_for_now(store: Store) -> None:
    version = store.version
    before = told(store, PLAN, Q3, Q3.data_close, version)
    with measures.keep(store, PLAN, version):
        store.revoke(*(entry.no for entry in store.imports(PLAN) if entry.period == Q3.code), reason="sai", made_at=NOW)
        assert told(store, PLAN, Q3, Q3.data_close, version) == before
        assert told(store, PLAN, Q3, Q3.data_close, None) != before
    assert told(store, PLAN, Q3, Q3.data_close, version) == before
    assert told(store, PLAN, Q3, Q3.data_close, None) != before


def test_nothing_of_it_stays_in_the_store(store: Store) -> None:
    with store.cursor() as cursor:
        names = cursor.execute("SELECT function_name FROM duckdb_functions() ORDER BY ALL").fetchall()
    with measures.keep(store, PLAN, store.version):
        measures.task_states(store, PLAN, Q3, Q3.data_close, store.version)
    with store.cursor() as cursor:
        assert cursor.execute("SELECT function_name FROM duckdb_functions() ORDER BY ALL").fetchall() == names
        assert not cursor.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()


def test_who_shares_inside_of_sharing_uses_what_lies_there(store: Store) -> None:
    question = PLAN, Q3, Q3.data_close, store.version
    alone = told(store, *question)
    with measures.keep(store, PLAN, store.version):
        with measures.keep(store, PLAN, store.version):
            inside = told(store, *question)
        after = told(store, *question)
    assert inside == alone
    assert after == alone
