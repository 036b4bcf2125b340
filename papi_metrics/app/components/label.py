"""Names from files and people in labels and choices, where Streamlit does more with them than show them."""

import re
from collections.abc import Mapping
from hashlib import sha256

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def plain(text: str) -> str:
    """Return ``text`` for a label, which is read as Markdown: every sign of that escaped."""
    return _SIGNS.sub(r"\\\1", text)


def marked(key: str, names: Mapping[str, str]) -> str:
    """Return ``key`` for a choice among ``names``, another one when a name changes.

    The browser holds what is chosen by the words it shows: under the same key it would go on with a name that is none
    of the options any more.
    """
    return f"{key}-{sha256(repr(names).encode()).hexdigest()[:12]}"
