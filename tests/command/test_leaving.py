"""Reports and named figures on the command line."""

from pathlib import Path

import pytest

from tests.command.test_command_line import Call, call
from tests.services.sample_store import sample_store

__all__ = ["call"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample. The commands of these tests only read it."""
    return sample_store(tmp_path_factory.mktemp("leaving") / "papi.duckdb")


def test_every_figure_is_printed_by_name(call: Call, sample: Path) -> None:
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1")
    found = call("figures", *where, "--as-of", "2022-03-14", "--json").json
    head = {name: found[name] for name in ("plan", "period", "as_of", "finality", "illustrative")}
    assert head == {
        "plan": "qt-2022",
        "period": "2022-Q1",
        "as_of": "2022-03-14",
        "finality": "provisional",
        "illustrative": True,
    }
    assert found["version"] > 0
    assert found["figures"]["plan.completion.done"] == {"value": 18, "text": "18"}
    assert found["figures"]["plan.completion"] == {"value": pytest.approx(18 / 23), "text": "18/23 (78,3%)"}
    assert found["figures"]["unit.KHTC.submission.state"] == {"value": "missing", "text": "Chưa nộp"}
    assert "plan.completion: 18/23 (78,3%)" in call("figures", *where).out.splitlines()


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("--plan", "khong-co"), 2, "Không có kế hoạch “khong-co”"),
        (("--period", "2024-Q1"), 2, "Quý I/2024"),
        (("--as-of", "14/03/2022"), 2, "tham số --as-of"),
        (("--store", Path("khong-co.duckdb")), 3, ""),
    ],
)
def test_figures_of_nothing_are_one_line(
    call: Call, sample: Path, change: tuple[str, object], code: int, line: str
) -> None:
    options: dict[str, object] = {"--store": sample, "--plan": "qt-2022", "--period": "2022-Q1"}
    options[change[0]] = change[1]
    answer = call("figures", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out) == (code, "")
    assert line in answer.err
    assert len(answer.err.splitlines()) == 1
