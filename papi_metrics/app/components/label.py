"""Names from files and people in labels and choices, where Streamlit does more with them than show them."""

import re
from hashlib import sha256

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def plain(text: str) -> str:
    """Return ``text`` for a label, which is read as Markdown: every sign of that escaped."""
    return _SIGNS.sub(r"\\\1", text)


def marked(key: str, shown: object) -> str:
    """Return ``key`` for a choice among what is ``shown``, names or the like; another one when that changes.

    The browser holds what is chosen by the words it shows: under the same key it would go on with a name that is none
    of the options any more.
    """
    return f"{key}-{sha256(repr(shown).encode()).hexdigest()[:12]}"
