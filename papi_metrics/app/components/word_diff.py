"""Two versions of a text in one, word by word: what went is struck through, what came is underlined."""

import re
from difflib import SequenceMatcher
from html import escape

_WORDS = re.compile(r"\s*\S+\s*")
# So many words stay on each side of a change; what lies between is folded.
_AROUND = 6
# Texts with less in common than this are read better side by side.
_ALIKE = 0.3
# Comparing grows with the square of the length.
_LONGEST = 800


def is_worth(old: str, new: str) -> bool:
    """Whether two texts are long enough, and alike enough, to be shown in one."""
    if min(len(old.split()), len(new.split())) < _AROUND or max(len(old.split()), len(new.split())) > _LONGEST:
        return False
    return SequenceMatcher(a=old.split(), b=new.split(), autojunk=False).ratio() >= _ALIKE


def in_one(old: str, new: str) -> str:
    """Return both texts in one as ready HTML; long stretches that did not change are folded."""
    # The last word of a text gets a space like all others: where the other text goes on it is the same word.
    before, after = _WORDS.findall(f"{old} "), _WORDS.findall(f"{new} ")
    parts = []
    for what, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if what == "equal":
            is_first, is_last = a == 0 and c == 0, b == len(before) and d == len(after)
            parts.append(_same(before[a:b], is_first=is_first, is_last=is_last))
            continue
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        parts.append((f"<del>{escape(gone)}</del>" if gone else "") + (f"<ins>{escape(came)}</ins>" if came else ""))
    return f'<div class="papi-diff">{"".join(parts).rstrip()}</div>'


def _same(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """An unchanged stretch: its words next to a change, the rest one click away."""
    head = 0 if is_first else _AROUND
    tail = 0 if is_last else _AROUND
    if len(words) <= head + tail + _AROUND:
        return escape("".join(words))
    first, rest, last = words[:head], words[head : len(words) - tail], words[len(words) - tail :]
    folded = f'<details class="papi-same"><summary>[…]</summary>{escape("".join(rest))}</details>'
    return escape("".join(first)) + folded + escape("".join(last))
