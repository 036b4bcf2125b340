"""Names of the files that the program hands out: what Windows, macOS and zip archives all take."""

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]+')
_HYPHENS = re.compile("-{2,}")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_INSTEAD = "-"
_NAMELESS = "tep"


def file_name(stem: str, ending: str) -> str:
    """Return ``stem`` with ``ending`` (such as ".xlsx"), only that replaced which no file may bear.

    Windows forbids ``\\ / : * ? " < > |``, control characters, spaces and dots at the end, and the names of its devices
    whatever follows their first dot; macOS and archives forbid less.
    """
    bare = _HYPHENS.sub(_INSTEAD, _FORBIDDEN.sub(_INSTEAD, stem)).strip().rstrip(". ") or _NAMELESS
    device = _RESERVED.fullmatch(bare.partition(".")[0].rstrip())
    return f"{'_' if device else ''}{bare}{ending}"
