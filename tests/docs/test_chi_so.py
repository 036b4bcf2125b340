"""The worked examples of docs/chi-so.md are computed again from the sample."""

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from papi_metrics.charts.frames import records
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import Reported, Words
from papi_metrics.model.period import Period
from papi_metrics.model.score import SeriesBreak, is_sub
from papi_metrics.model.target import Comparator, PapiGroup, Target, TargetKind
from papi_metrics.model.update import CommitmentUpdate, Place
from papi_metrics.services import figures, papi_standing, scores, settings
from papi_metrics.services.stores import Store
from papi_metrics.wording import definitions, form, labels, page_commitments
from papi_metrics.wording import papi_targets as target_words
from papi_metrics.wording import scores as score_words
from papi_metrics.wording.labels import MEASURES
from tests.measures.world import new_plan, new_store, say
from tests.services.books import NOW
from tests.services.sample_store import sample_store

PAGE = (Path(__file__).parents[2] / "docs" / "chi-so.md").read_text(encoding="utf-8")
PLAIN = " ".join(re.sub(r"[*`]| \(`\w+`\)", "", PAGE).split())
EXAMPLE = re.compile(r"<!-- ví dụ: (\S+) (\S+) (\S+) -->\n\n((?:\|.*\n)+)")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(sample_store(tmp_path_factory.mktemp("sample") / "papi.duckdb")) as opened:
        yield opened


def printed(table: str) -> dict[str, tuple[str, ...]]:
    """The rows of an example: measure → numerator, denominator, count as printed."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return {row[0].strip("`"): tuple(row[1:4]) for row in rows}


def test_there_are_examples() -> None:
    assert len(EXAMPLE.findall(PAGE)) == 3


@pytest.mark.parametrize(("plan", "period", "as_of", "table"), EXAMPLE.findall(PAGE))
def test_an_example_is_what_the_program_computes(store: Store, plan: str, period: str, as_of: str, table: str) -> None:
    frame = figures.measure_rows(store, plan, Period.parse(period), date.fromisoformat(as_of))
    columns = frame[["numerator", "denominator", "count"]].astype("Int64").astype("string").fillna("")
    computed = dict(zip(frame["measure"], columns.itertuples(index=False, name=None), strict=True))
    expected = printed(table)
    assert {name: computed[name] for name in expected} == expected


def test_the_example_of_units_is_what_the_program_computes() -> None:
    (table,) = re.findall(r"<!-- ví dụ ghép: ≥ 90 % -->\n\n((?:\|.*\n)+)", PAGE)
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines()[2:]]
    *told, (whole, top, bottom, share) = rows
    units = ("VP", "TTRA", "KHTC")
    target = Target(TargetKind.PERCENT, "trên 90%", Comparator.AT_LEAST, Decimal(90), "%")
    with contextlib.closing(new_store()) as opened:
        plan = new_plan(opened)
        say(opened, plan, Words(commitments=(Keyed("c", Commitment("A", "1", "Hồ sơ", target, lead=units)),)))
        for unit, (_, numerator, denominator, value) in zip(units, told, strict=True):
            if numerator:
                assert value == form.number(Decimal(numerator) / Decimal(denominator) * 100, 1)
                update = CommitmentUpdate(Place("", ""), Decimal(numerator), Decimal(denominator))
                say(opened, plan, Words(commitment_updates=(Reported("c", update, unit),)), Period(2022, 1))
        (row,) = figures.commitment_states(opened, plan, Period(2022, 1), date(2022, 3, 14)).to_dict("records")
    assert (row["numerator"], row["denominator"], form.number(row["actual"], 1)) == (int(top), int(bottom), share)
    assert page_commitments.heard(int(row["units_heard"]), int(row["units_asked"])) in whole


def test_every_ratio_and_count_of_the_program_is_defined() -> None:
    assert [code for code in MEASURES if f"`{code}`" not in PAGE] == []


def table_below(heading: str) -> list[list[str]]:
    """The rows of the table with this heading, without marks and codes of Markdown."""
    (lines,) = re.findall(rf"^{re.escape(heading)}\n\|[ |-]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    rows = [
        [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        for line in lines.splitlines()
    ]
    return [[cell.replace("`", "") for cell in row] for row in rows]


def test_the_table_of_measures_is_the_one_that_workbooks_print() -> None:
    printed = table_below("| mã | tên | tử số | mẫu số |")
    assert printed == [
        [code, MEASURES[code], measure.counted, measure.of] for code, measure in definitions.MEASURES.items()
    ]


def test_what_is_done_and_the_states_of_commitments_are_those_that_workbooks_print() -> None:
    kinds = table_below("| loại | cách ghi trong kế hoạch | hoàn thành khi |")
    told = {re.sub(r" \(\w+\)$", "", kind): done for kind, _, done in kinds}
    words = {labels.DEADLINE_KINDS[kind].removesuffix(" thời hạn"): done for kind, done in definitions.DONE.items()}
    assert told == words
    assert dict(table_below("| trạng thái | khi nào |")) == {
        labels.COMMITMENT_STATES[state].word: when for state, when in definitions.COMMITMENT_STATES.items()
    }


@pytest.mark.parametrize("text", [*definitions.FIGURES.values(), *definitions.RULES.values()])
def test_every_other_definition_stands_on_the_page(text: str) -> None:
    assert text in PLAIN


@pytest.mark.parametrize("name", definitions.FIGURES)
def test_every_figure_of_a_commitment_is_named_beside_its_definition(name: str) -> None:
    assert re.search(rf"{re.escape(name)}(?:: | = ){re.escape(definitions.FIGURES[name])}", PLAIN)


def plain(value: float | None, signed: bool = False) -> str:
    """A score with the four decimals with which it is published, "" for none."""
    return "" if value is None else form.number(value, 4, signed)


def cells_of(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in table.splitlines()[2:]]


def test_the_example_of_scores_is_what_the_program_computes(store: Store) -> None:
    ((province, year, table),) = re.findall(r"<!-- điểm: (.+) (\d{4}) -->\n\n((?:\|.*\n)+)", PAGE)
    rows = [row for row in records(scores.board(store, int(year), province)) if not is_sub(row["part"])]
    assert cells_of(table) == [
        [
            score_words.part_title(row["part"]),
            plain(row["score"]),
            f"{row['rank']}/{row['of']}",
            labels.PAPI_GROUPS[PapiGroup(row["group"])],
            *(plain(row[name]) for name in ("p25", "p50", "p75", "to_next_group")),
            plain(row["change"], signed=True),
        ]
        for row in rows
    ]


def test_the_example_of_a_gap_is_what_the_program_computes(store: Store) -> None:
    found = re.findall(r"<!-- khoảng cách: (.+) (\d{4}) (\w+) -->\n\n((?:\|.*\n)+)", PAGE)
    ((province, year, group, table),) = found
    rows = records(scores.gaps(store, int(year), province, PapiGroup(group)))
    assert cells_of(table) == [
        [
            score_words.part_title(row["part"]),
            plain(row["score"]),
            plain(row["threshold"]),
            plain(row["papi_gap"], signed=True),
            plain(row["needed"]),
            "" if row["share"] is None else form.percent(row["share"] * 100),
        ]
        for row in rows
    ]
    total = records(scores.board(store, int(year), province))[0]
    assert f"Tổng điểm ở nhóm thấp nhất, hạng {total['rank']}/{total['of']}." in PAGE
    assert total["group"] == "lowest"


TARGETS = {
    "1": "từ 4,7 điểm",
    "2": "nhóm trung bình cao trở lên",
    "3": "hạng 40",
    "4": "hạng 60",
    "8": "tăng 0,2 điểm",
}


def test_the_example_of_targets_is_what_the_program_computes(tmp_path: Path) -> None:
    ((plan, as_of, table),) = re.findall(r"<!-- mục tiêu: (\S+) (\S+) -->\n\n((?:\|.*\n)+)", PAGE)
    with Store.open(sample_store(tmp_path / "papi.duckdb")) as opened:
        settings.save_papi_targets(opened, plan, settings.papi_targets_of(TARGETS), made_at=NOW)
        found = papi_standing.standing(opened, plan, date.fromisoformat(as_of))
    assert cells_of(table) == [
        [
            score_words.part_title(row["part"]),
            plain(row["score"]),
            f"{row['rank']}/{row['of']}",
            row["content"],
            plain(row["threshold"]),
            target_words.gap(row) if row["kind"] == "rank" else f"{plain(row['papi_gap'], signed=True)} điểm",
        ]
        for row in found.with_target
    ]
    assert f"điểm {found.year} |" in PAGE
    assert f"“{target_words.score_year(2023)}”" in PAGE


@pytest.mark.parametrize("broken", SeriesBreak)
def test_every_break_of_a_series_is_told(broken: SeriesBreak) -> None:
    assert f"- `{broken.value}`: {score_words.BREAKS[broken]}." in PAGE
