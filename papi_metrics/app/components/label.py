"""Names from files and people in labels: Streamlit reads labels as Markdown, a name is to stay as it is written."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def plain(text: str) -> str:
    """Return ``text`` for a label, every sign that Markdown would read escaped."""
    return _SIGNS.sub(r"\\\1", text)
