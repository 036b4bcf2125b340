"""The files of data/sample are what data/build_sample.py builds from data/sample_source."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample"


def build(out: Path) -> dict[str, Path]:
    subprocess.run([sys.executable, str(ROOT / "data" / "build_sample.py"), "--out", str(out)], check=True, cwd=out)
    return office_files(out)


def office_files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.???x"))}


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(path) as package:
        return [(entry.filename, entry.date_time, package.read(entry)) for entry in package.infolist()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("first"))


def test_building_twice_gives_the_same_bytes(built: dict[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path)
    assert {name: path.read_bytes() for name, path in again.items()} == {
        name: path.read_bytes() for name, path in built.items()
    }


def test_building_gives_the_files_that_are_kept(built: dict[str, Path]) -> None:
    # Compared unpacked: another zlib may pack the same content into other bytes.
    assert {name: members(path) for name, path in built.items()} == {
        name: members(path) for name, path in office_files(SAMPLE).items()
    }


def test_no_file_carries_the_time_or_the_name_of_who_built_it(built: dict[str, Path]) -> None:
    for path in built.values():
        content = {name: data for name, _, data in members(path)}
        properties = content["docProps/core.xml"].decode()
        assert "<dc:creator>papi-metrics</dc:creator>" in properties
        assert properties.count("2024-01-01T00:00:00Z") == 2
