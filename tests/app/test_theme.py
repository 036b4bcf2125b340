"""The look has one source: the palette. The settings file repeats it and is held to it."""

import re
import tomllib
from pathlib import Path

import pytest

from papi_metrics.app import theme
from papi_metrics.charts.palette import DARK, LIGHT, SHADES, Frame, Tone
from papi_metrics.wording import widgets

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
NAMED = {
    "green": Tone.GOOD,
    "orange": Tone.LATE,
    "blue": Tone.RUNNING,
    "yellow": Tone.SOON,
    "red": Tone.BAD,
    "gray": Tone.UNKNOWN,
}


@pytest.mark.parametrize(("name", "frame"), [("light", LIGHT), ("dark", DARK)])
def test_the_settings_have_the_colours_of_the_palette(name: str, frame: Frame) -> None:
    section = CONFIG["theme"][name]
    assert section["backgroundColor"] == frame.ground
    assert section["secondaryBackgroundColor"] == frame.card
    assert section["textColor"] == frame.text
    assert section["borderColor"] == frame.line
    assert section["primaryColor"] == section["linkColor"] == frame.link
    assert section["sidebar"]["backgroundColor"] == frame.side
    assert section["sidebar"]["textColor"] == frame.side_text
    for colour, tone in NAMED.items():
        assert section[f"{colour}Color"] == SHADES[tone].fill
        assert section[f"{colour}TextColor"] == (SHADES[tone].ink if frame is LIGHT else SHADES[tone].dark_ink)


def test_nothing_of_a_fault_or_of_a_user_leaves_the_office() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["server"]["maxUploadSize"] == 20
    assert CONFIG["server"]["fileWatcherType"] == "none"


def test_every_variable_of_the_style_sheet_is_given_by_the_palette() -> None:
    given = theme.variables()
    for name in set(re.findall(r"var\((--papi-[a-z-]+)\)", "".join(theme.sheets()))):
        assert f"{name}:" in given, name


def test_every_tone_has_a_fill_and_an_ink_in_the_sheet() -> None:
    given = theme.variables()
    for tone in Tone:
        assert f".papi .papi-{tone}{{" in given
        assert f".papi .papi-ink-{tone}{{" in given


def test_nothing_is_loaded_from_another_machine() -> None:
    script = (theme.ASSETS / "shell.js").read_text(encoding="utf-8")
    for source in (script, *theme.sheets()):
        assert not re.search(r"https?://|@import", source)


def test_patterns_for_texts_of_streamlit_catch_what_they_are_meant_for() -> None:
    examples = {
        "20MB per file • XLSX, DOCX": "Mỗi tệp tối đa 20 MB · XLSX, DOCX",
        "Press Enter to apply": "Nhấn Enter để nhận",
        "Press Ctrl+Enter to submit form": "Nhấn Ctrl+Enter để nhận",
        "03 – March": "tháng 03",
        "4 options available.": "4 mục để chọn.",
        "text/plain files are not allowed.": "Không nhận tệp loại text/plain.",
        "1.5MB": "1,5 MB",
        "20.0MB": "20 MB",
        "20MB": "20 MB",
        "File must be 20.0MB or smaller.": "Tệp không được quá 20 MB.",
        "File must be 1.5GB or smaller.": "Tệp không được quá 1,5 GB.",
    }
    for text, expected in examples.items():
        said = [
            re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", to), text)
            for pattern, to in widgets.PATTERNS
            if re.match(pattern, text)
        ]
        assert said == [expected], text


def test_no_replacement_is_itself_replaced() -> None:
    for said in widgets.EXACT.values():
        assert said not in widgets.EXACT
        assert not any(re.match(pattern, said) for pattern, _ in widgets.PATTERNS), said
