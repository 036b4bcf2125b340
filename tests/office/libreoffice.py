"""LibreOffice as the unit's Excel: opens a file and saves it again in another format."""

import subprocess
import tempfile
from pathlib import Path


def saved_as(content: bytes, suffix: str, to: str) -> bytes:
    """Open ``content`` (a file ``.suffix``) and save it as ``to`` ("xlsx", "xls", "ods", "pdf").

    Raises AssertionError where LibreOffice does not make the file: it could not read it.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"tep.{suffix}"
        source.write_bytes(content)
        out = Path(folder) / "out"
        # A profile of its own: LibreOffice refuses to start twice on one.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            "soffice",
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            to,
            "--outdir",
            str(out),
            str(source),
        ]
        told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        made = out / f"tep.{to}"
        assert made.exists(), f"LibreOffice did not save it: {told.stdout}{told.stderr}"
        return made.read_bytes()
