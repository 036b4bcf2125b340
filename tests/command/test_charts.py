"""Pictures of every chart on the command line."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.command.test_command_line import Call, call
from tests.services.sample_store import sample_to_read

__all__ = ["call"]


@pytest.fixture(scope="module")
def sample() -> Path:
    """A store with the sample. The commands of these tests only read it."""
    return sample_to_read()


def test_every_chart_is_written_and_told(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "ảnh"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1", "--out", out)
    answer = call("charts", *where, "--format", "png")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == "Đã ghi nhiem-vu-theo-noi-dung-2022-Q1.png."
    assert len(answer.out.splitlines()) == len(list(out.iterdir())) == 3
    for path in out.iterdir():
        with Image.open(io.BytesIO(path.read_bytes())) as picture:
            assert picture.width >= 2000
    listed = call("charts", *where, "--format", "svg", "--as-of", "2022-03-10", "--json").json
    assert [row["title"] for row in listed][:2] == ["Nhiệm vụ theo nội dung PAPI", "Nhiệm vụ theo đơn vị chủ trì"]
    assert "số liệu đến 10/03/2022" in (out / listed[0]["file"]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("--plan", "khong-co"), 2, "Không có kế hoạch “khong-co”"),
        (("--format", "gif"), 2, "tham số --format: không có “gif”"),
        (("--store", Path("khong-co.duckdb")), 3, ""),
        (("--out", Path(__file__)), 3, "Không ghi được tệp"),
    ],
)
def test_a_call_that_cannot_be_carried_out_is_one_line(
    call: Call, sample: Path, tmp_path: Path, change: tuple[str, object], code: int, line: str
) -> None:
    options: dict[str, object] = {
        "--store": sample,
        "--plan": "qt-2022",
        "--period": "2022-Q1",
        "--out": tmp_path / "anh",
        "--format": "svg",
    }
    options[change[0]] = change[1]
    answer = call("charts", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out) == (code, "")
    assert line in answer.err
    assert answer.err.count("\n") == 1


def test_a_plan_without_anything_to_draw_is_said_so(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    assert call("plans", "add", "--store", path, "--id", "qt-2025", "--org", "Sở", "--year", "2025").code == 0
    where = ("--store", path, "--plan", "qt-2025", "--period", "2025-Q1", "--out", tmp_path / "anh")
    answer = call("charts", *where, "--format", "png")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "Kế hoạch “qt-2025” chưa có số liệu quý I/2025 để vẽ biểu đồ.\n"
