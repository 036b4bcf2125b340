"""Several files handed out as one."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime


def archive(files: Iterable[tuple[str, bytes]], made_at: datetime) -> bytes:
    """Return files, each a name and its content, in one .zip; a name with a / lies in a folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archived:
        for name, content in files:
            info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            archived.writestr(info, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
