"""LibreOffice as the unit's Excel: opens files and saves them again, in another format or the same."""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path


def saved_as(content: bytes, suffix: str, to: str) -> bytes:
    """Open ``content`` (a file ``.suffix``) and save it as ``to`` ("xlsx", "xls", "ods", "pdf").

    Raises AssertionError where LibreOffice does not make the file: it could not read it.
    """
    return all_saved_as({f"tep.{suffix}": content}, to)[f"tep.{suffix}"]


def all_saved_as(files: Mapping[str, bytes], to: str) -> dict[str, bytes]:
    """The same of several files by name, in one start of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "vao", Path(folder) / "ra"
        source.mkdir()
        for name, content in files.items():
            (source / name).write_bytes(content)
        # A profile of its own: LibreOffice refuses to start twice on one.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        start = ["soffice", profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(out)]
        command = [*start, *(str(source / name) for name in files)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        made = {name: out / f"{Path(name).stem}.{to}" for name in files}
        assert all(path.exists() for path in made.values()), f"LibreOffice did not save: {told.stdout}{told.stderr}"
        return {name: path.read_bytes() for name, path in made.items()}
