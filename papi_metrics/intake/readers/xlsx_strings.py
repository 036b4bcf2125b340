"""The shared strings of a workbook."""

from papi_metrics.intake.readers.text import cell_text, unescape
from papi_metrics.intake.readers.tree import local, new_parser


def read_strings(xml: bytes | None) -> list[str]:
    """Return the shared strings cleaned as cell texts, phonetic hints left out; no part gives []."""
    strings: list[str] = []
    heard: list[str] = []
    tags: dict[str, str] = {}
    phonetic = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal phonetic
        tag = tags.get(name)
        if tag is None:
            tag = tags[name] = local(name)
        if tag == "t":
            if not phonetic:
                parser.CharacterDataHandler = heard.append
        elif tag in ("si", "r"):
            phonetic = False
        elif tag == "rPh":
            phonetic = True

    def end(name: str) -> None:
        tag = tags[name]
        if tag == "t":
            parser.CharacterDataHandler = None
        elif tag == "si":
            strings.append(cell_text(unescape("".join(heard))))
            heard.clear()

    if xml is not None:
        parser = new_parser()
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.Parse(xml, True)
    return strings
