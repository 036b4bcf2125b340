"""``--version``: what left the product once is made again from its version of the store."""

from pathlib import Path

import pytest

from papi_metrics.services.stores import Store
from tests.command.test_command_line import NOW, Call, call
from tests.services.sample_store import sample_store

__all__ = ["call"]

WHERE = ("--plan", "dn-2024", "--period", "2024-Q3")
COMMANDS = {
    "figures": "",
    "report --kind quarter": "a.docx",
    "brief": "a.pdf",
    "deck": "a.pptx",
    "summary": "a.xlsx",
    "charts --format svg": "a",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_store(tmp_path_factory.mktemp("versions") / "papi.duckdb")


def test_what_was_made_then_is_made_again_when_its_return_is_gone(call: Call, tmp_path: Path) -> None:
    path = sample_store(tmp_path / "papi.duckdb")

    def everything(*version: str) -> dict[str, bytes]:
        found = {"figures": call("figures", *WHERE, "--store", path, "--json", *version).out.encode()}
        # Brief and deck read their facts as the report does.
        for command in ("report --kind quarter", "summary", "charts --format svg"):
            out = tmp_path / COMMANDS[command]
            assert call(*command.split(), *WHERE, "--store", path, "--out", out, *version).code == 0
        for file in (*tmp_path.glob("a.*"), *(tmp_path / "a").iterdir()):
            found[file.name] = file.read_bytes()
            file.unlink()
        return found

    then = everything()
    assert len(then) > 5
    with Store.open(path) as store:
        version, [last, *_] = store.version, store.imports("dn-2024")
        store.revoke(last.no, reason="nhầm", made_at=NOW)
    assert call("figures", *WHERE, "--store", path, "--json").out.encode() != then["figures"]
    again = everything("--version", str(version))
    assert again.keys() == then.keys()
    assert [name for name in then if again[name] != then[name]] == []


@pytest.mark.parametrize(
    ("command", "version", "line"),
    [
        *((command, "20", "Không có phiên bản số liệu 20; kho số liệu đang ở phiên bản 19.") for command in COMMANDS),
        ("figures", "0", "Không có phiên bản số liệu 0; kho số liệu đang ở phiên bản 19."),
        (
            "figures",
            "1",
            "Ở phiên bản số liệu 1 không có kế hoạch “dn-2024”. Các kế hoạch khi đó: chưa có",
        ),
        ("figures", "mới", "tham số --version: “mới” không phải là số của một mục"),
    ],
)
def test_a_version_that_there_is_not_is_one_line_and_no_file(
    call: Call, sample: Path, tmp_path: Path, command: str, version: str, line: str
) -> None:
    out = ("--out", tmp_path / COMMANDS[command]) if COMMANDS[command] else ()
    answer = call(*command.split(), *WHERE, "--store", sample, *out, "--version", version)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert line in answer.err
    assert not list(tmp_path.iterdir())


def test_a_plan_that_was_taken_back_is_told_of_as_it_stood(call: Call, tmp_path: Path) -> None:
    path = sample_store(tmp_path / "papi.duckdb")
    call("plans", "add", "--store", path, "--id", "qt-2025", "--org", "Sở Tư pháp", "--year", "2025")
    number = call("settings", "--store", path, "--json").json[0]["entry"]
    call("revoke", str(number), "--store", path, "--reason", "nhầm")
    where = ("figures", "--store", path, "--plan", "qt-2025", "--period", "2025-Q1")
    assert call(*where).code == 2
    answer = call(*where, "--version", str(number))
    assert (answer.code, answer.err) == (0, "")
    assert "plan.tasks.count: 0" in answer.out.splitlines()
