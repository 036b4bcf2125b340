"""Office files whose bytes depend on their content alone."""

import io
import zipfile
from datetime import datetime

# The day all files of the sample carry as created and modified; no clock is read.
STAMP = datetime(2024, 1, 1)  # noqa: DTZ001 - Office stores it without a zone
AUTHOR = "papi-metrics"
_ZIP_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def repack(content: bytes) -> bytes:
    """Return the same zip package with fixed dates, one system and one level of compression."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_STAMP)
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, source.read(name), compresslevel=9)
    return target.getvalue()
