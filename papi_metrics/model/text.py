"""Normal forms of Vietnamese text: NFC for what is stored, a folded form for what is compared."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_MARKS = re.compile("[\u0300-\u036f]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_PUNCTUATION = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "\u2010": "-",
        "\u2011": "-",
        "“": '"',
        "”": '"',
        "’": "'",
        "‘": "'",
        # Eth stands in for đ in files typed with foreign keyboards ("Ða Nẵng", U+00D0).
        "Ð": "đ",
        "ð": "đ",
    }
)


def is_clean(text: str) -> bool:
    """Whether ``clean`` has nothing to do: one line, all of it printable, no space too many, NFC."""
    return (
        text.isprintable()
        and "  " not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and unicodedata.is_normalized("NFC", text)
    )


def clean(text: str) -> str:
    """Return ``text`` as it is stored: NFC, invisible characters dropped, runs of white space one space.

    Wording, case, tone style and punctuation stay as printed.
    """
    if is_clean(text):
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the form under which two texts are compared: lower case, no marks, plain dashes and quotes.

    Folding makes NFC and NFD, both tone styles (hoà/hòa) and capitals equal. NFD leaves ``đ`` whole, so it
    is replaced by hand.
    """
    plain = clean(text)
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFD", plain.translate(_PUNCTUATION).lower())
    bare = _MARKS.sub("", decomposed).replace("đ", "d")
    return bare if bare.isascii() else "".join(c for c in bare if not unicodedata.combining(c))


def spell(text: str) -> str:
    """Return ``text`` folded with its marks kept: "Sở" and "Sơ" differ, "HÒA" and "hoà" do not.

    The tone of each word stands behind its letters. A word without marks is as ``fold`` gives it.
    """
    lower = clean(text).translate(_PUNCTUATION).lower()
    return lower if lower.isascii() else _LETTERS.sub(_tone_last, unicodedata.normalize("NFD", lower))


def _tone_last(word: re.Match[str]) -> str:
    letters = "".join(sign for sign in word[0] if sign not in _TONES)
    return letters + "".join(sign for sign in word[0] if sign in _TONES)
