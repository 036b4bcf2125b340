"""TCVN3 (ABC) and VNI: text typed for the fonts of the nineties, stored as Latin-1 signs.

TCVN3 keeps one sign a letter; VNI puts a sign behind the bare letter. Both are recognised cell by cell:
text with a letter that only Unicode has (ế, ư, đ …) is never touched, and other text only when its words
become Vietnamese syllables by the conversion and were none before.

TCVN3 has no capitals with tones: its capital fonts (.VnTimeH) draw the small letters' signs as capitals. Bare
capitals beside such signs tell it ("HO¹CH" is HOẠCH); where a cell or a run names such a font, the readers hand
its bare letters over as the capitals that it draws.

``convert`` must see the raw text: TCVN3 keeps "ư" in the soft hyphen (U+00AD), which ``clean`` drops.
"""

import re
import unicodedata
from itertools import pairwise

GOOD: tuple[tuple[str, str, str], ...] = (
    ("KÕ ho¹ch duy tr× vµ cñng cè chØ sè", "Kế hoạch duy trì và củng cố chỉ số", "tcvn3"),
    ("V¨n phßng Së", "Văn phòng Sở", "tcvn3"),
    ("Thñ tôc hµnh chÝnh c«ng", "Thủ tục hành chính công", "tcvn3"),
    ("§\u00adêng bé n¨m 2024", "Đường bộ năm 2024", "tcvn3"),
    ("Th\u00adêng xuyªn", "Thường xuyên", "tcvn3"),
    ("Quý II/2024, c¸c phßng, ®¬n vÞ", "Quý II/2024, các phòng, đơn vị", "tcvn3"),
    ("N¨m 2024", "Năm 2024", "tcvn3"),
    ("KÕ HO¹CH §æI MíI", "KẾ HOẠCH ĐỔI MỚI", "tcvn3"),
    ("KÕ ho¹ch CCHC cña UBND tØnh", "Kế hoạch CCHC của UBND tỉnh", "tcvn3"),
    ("Keá hoaïch duy trì vaø cuûng coá chæ soá", "Kế hoạch duy trì và củng cố chỉ số", "vni"),
    ("Vaên phoøng Sôû", "Văn phòng Sở", "vni"),
    ("Thuû tuïc haønh chính coâng", "Thủ tục hành chính công", "vni"),
    ("THÖÔØNG XUYEÂN", "THƯỜNG XUYÊN", "vni"),
    ("Naêm 2024", "Năm 2024", "vni"),
    ("nghÖ vµ §MST", "nghệ và ĐMST", "tcvn3"),
    ("ngheä vaø ÑMST", "nghệ và ĐMST", "vni"),
)
BAD: tuple[str, ...] = (
    "",
    "Văn phòng",
    "Thanh tra",
    "Hàng quý",
    "hoà giải",
    "Các phòng, đơn vị thuộc Sở",
    "và",
    "PAR INDEX",
    "Développement à l'État français",
    "Café Genève",
    "Microsoft® Windows© 2024",
    "25°C ± 0,5 µm, 10 m²",
    "· Ban Thanh tra",
    "§ 5",
    "100%",
)

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng: the order of the tables below
_BASES = "aâăeêioôơuưy"
# TCVN3: for each base its five toned letters in that order.
_TCVN3_TONED = (
    "µ¸¶·¹",
    "ÇÊÈÉË",
    "»¾¼½Æ",
    "ÌÐÎÏÑ",
    "ÒÕÓÔÖ",
    "×ÝØÜÞ",
    "ßãáâä",
    "åèæçé",
    "êíëìî",
    "ïóñòô",
    "õøö÷ù",
    "úýûüþ",
)
_TCVN3_PLAIN = {"â": "©", "ă": "¨", "đ": "®", "ê": "ª", "ô": "«", "ơ": "¬", "ư": "\u00ad"}
_TCVN3_PLAIN |= {"Â": "¢", "Ă": "¡", "Đ": "§", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦"}
# VNI: what stands behind the bare letter, for each base its five tones; "" where the letter has a sign of its own.
_VNI_PLAIN = {"â": "aâ", "ă": "aê", "đ": "ñ", "ê": "eâ", "ô": "oâ", "ơ": "ô", "ư": "ö"}
_VNI_MARKS = {"â": "àáåãä", "ê": "àáåãä", "ô": "àáåãä", "ă": "èéúüë"}
_VNI_I = "ìíæóò"
_VNI_Y_HEAVY = "î"

# A Vietnamese syllable without its tone. Foreign words do not look like this.
_SYLLABLE = re.compile(
    r"(?:ngh(?=[ieê])|ng(?![ieê])|nh|th|tr|ch|kh|gh(?=[ieê])|ph|qu(?=[aâăeêioôơy])|gi(?=[aâăeêoôơuư])|g(?![eê])|"
    r"k(?=[ieêy])|c(?![ieêy])|[bdđhlmnprstvx])?"
    r"(?:"
    r"(?:iê|yê|ươ|uô|uâ|oă|oa|uyê|ie|ưo|uo)(?:ng|nh|ch|[cmnptui])|uyê[nt]|uy(?:nh|ch|t|u)?|"
    r"o(?:a(?:i|y|o|ch|nh|ng|[ncmpt])?|ă(?:ng|[ncmt])|e(?:o|[nt])?)|"
    r"u(?:ê(?:nh|ch)?|â(?:y|ng|[nt])|ơ|a|i|ô(?:i|ng|[cmnt])|y(?:ên|êt)?)|"
    r"i(?:a|u|ê(?:u|ng|[cmnpt]))|yê(?:u|ng|[mnt])|ư(?:a|i|u|ơ(?:i|u|ng|[cmnpt]))|"
    r"a(?:i|y|o|u|nh|ch|ng|[cmnpt])?|ă(?:ng|[cmnpt])|â(?:u|y|ng|[cmnpt])|"
    r"e(?:o|ng|[cmnpt])?|ê(?:u|nh|ch|[mnpt])?|i(?:nh|ch|[mnpt])?|y|"
    r"o(?:i|ng|[cmnpt])?|ô(?:i|ng|[cmnpt])?|ơ(?:i|[mnpt])?|u(?:ng|[cmnpt])?|ư(?:ng|[cmt])?"
    r")"
)
_UNICODE_ONLY = re.compile("[ăĂđĐơƠưƯ\u0128\u0129\u0168\u0169\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’…–—]+")
# A tone on a consonant (ñ), or on the second half of ao, eo, au, iu, ai, ay …
_TONE_MISPLACED = re.compile(
    f"[^aeiouy\u0302\u0306\u031b][{_TONES}]|[aei\u0302][ou][{_TONES}]$|(?<!q)[aou\u0302\u031b]i[{_TONES}]$|[a\u0302]y[{_TONES}]$"
)
# A word with a bare capital behind its first letter and no bare small one was drawn in a capital font.
_CAPITALS = re.compile(r"^[^a-z]+[A-Z][^a-z]*$")
_VOWEL = re.compile("[AEIOUY]")
# Đ of TCVN3 or VNI among bare capitals.
_OLD_D = re.compile("[§Ñ][A-Z]|[A-Z][§Ñ]")
_MOSTLY = 0.8


def _tables() -> dict[str, dict[str, str]]:
    """Sign or signs → letter, for both charsets, from the rows above."""
    tcvn3 = {sign: letter for letter, sign in _TCVN3_PLAIN.items()}
    vni = {sign: letter for letter, sign in _VNI_PLAIN.items()}
    for base, row in zip(_BASES, _TCVN3_TONED, strict=True):
        bare = unicodedata.normalize("NFD", base)[0] if base not in "ơư" else _VNI_PLAIN[base]
        marks = _VNI_I if base == "i" else _VNI_MARKS.get(base, "øùûõï")
        for place, tone in enumerate(_TONES):
            letter = unicodedata.normalize("NFC", base + tone)
            tcvn3[row[place]] = letter
            tcvn3[_TCVN3_PLAIN.get(base.upper(), base.upper()) + row[place]] = letter.upper()
            vni[marks[place] if base == "i" else bare + marks[place]] = letter
    vni[_VNI_Y_HEAVY] = "ỵ"
    del vni["yï"]
    # A capital has a capital sign behind it, or the small one in words such as "Aáp".
    capitals = {sign.upper(): letter.upper() for sign, letter in vni.items()}
    mixed = {sign[0].upper() + sign[1:]: letter.upper() for sign, letter in vni.items() if len(sign) > 1}
    return {"vni": vni | mixed | capitals, "tcvn3": tcvn3}


_TABLES = _tables()
_SIGNS = {
    charset: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for charset, table in _TABLES.items()
}


def convert(text: str) -> tuple[str, str | None]:
    """Return ``text`` in Unicode (NFC) and the charset it came in: "tcvn3", "vni", or None when untouched.

    A short cell is untouched where its signs are Vietnamese words as they stand ("sè" is TCVN3 for "số") or
    give words in both charsets ("chæ" is chỉ or chổ); once other cells have shown the charset of the file,
    ``convert_as`` reads it.
    """
    printed = unicodedata.normalize("NFC", text)
    if printed.isascii() or _UNICODE_ONLY.search(printed):
        return printed, None
    readings = [(_share(decoded), decoded, charset) for charset in _TABLES if (decoded := _decode(printed, charset))]
    (share, best, charset), (second, other, _) = sorted(readings, reverse=True)
    as_is = _share(printed)
    unclear = as_is >= _MOSTLY or share <= as_is or share < _MOSTLY or (share == second and best != other)
    return (printed, None) if unclear else (best, charset)


def convert_as(text: str, charset: str, mixed: bool = False) -> tuple[str, str | None]:
    """Return ``text`` read as ``charset``, which other cells of its file have shown; None when untouched.

    Text with a letter that only Unicode has, and text that gives no Vietnamese words, is left as it is. So is
    text whose words are Vietnamese as they stand ("Hàng tháng"); one such word alone ("sè") is left only in a
    ``mixed`` file, which holds proper Unicode text as well.
    """
    printed = unicodedata.normalize("NFC", text)
    if printed.isascii() or _UNICODE_ONLY.search(printed):
        return printed, None
    decoded = _decode(printed, charset)
    as_is = _share(printed)
    stands = as_is == 1 and (mixed or len(_judged(printed)) > 1)
    readable = _share(decoded) >= max(_MOSTLY, as_is) or _is_short_name(printed, decoded)
    return (decoded, charset) if readable and not stands and decoded != printed else (printed, None)


def _decode(text: str, charset: str) -> str:
    table = _TABLES[charset]
    decoded = _SIGNS[charset].sub(lambda match: table[match[0]], text)
    if charset == "vni":
        return decoded
    bare = [letter for letter in text if letter.isascii() and letter.isalpha()]
    if len(bare) > 1 and all(letter.isupper() for letter in bare):
        return decoded.upper()
    return _WORD.sub(lambda match: match[0].upper() if _CAPITALS.search(match[0]) else match[0], decoded)


def _share(text: str) -> float:
    """The share of marked words of ``text`` that are Vietnamese syllables, 0 where none is of two letters."""
    words = _judged(text)
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _judged(text: str) -> list[str]:
    """The marked words of ``text`` of two letters and more; abbreviations such as ĐMST are no syllables anyway."""
    words = [word for word in _WORD.findall(text) if not word.isascii() and len(word) > 1]
    return [word for word in words if not _is_abbreviation(word)]


def _is_abbreviation(word: str) -> bool:
    return word == word.upper() and not _VOWEL.search(unicodedata.normalize("NFD", word))


def _is_short_name(printed: str, decoded: str) -> bool:
    """Whether nothing but an abbreviation with Đ is to be decoded ("§MST", "KH§T"), of a file known to be old."""
    return not _judged(printed) and bool(_OLD_D.search(printed)) and not _judged(decoded)


def _is_syllable(word: str) -> bool:
    """Whether a word could be one Vietnamese syllable: a known rhyme, and a tone where one may stand."""
    if any(left.islower() and right.isupper() for left, right in pairwise(word)):
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [(place, sign) for place, sign in enumerate(decomposed) if sign in _TONES]
    bare = unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in _TONES))
    if len(tones) > 1 or _SYLLABLE.fullmatch(bare) is None:
        return False
    # Syllables that end in a stop carry sắc or nặng, no other tone and never none.
    if bare.endswith(("c", "ch", "p", "t")):
        return bool(tones) and tones[0][1] in "\u0301\u0323"
    return not tones or _TONE_MISPLACED.search(decomposed) is None
