"""A chart description as a PNG, drawn from its SVG by typst: no browser, no internet, no font of the machine."""

import struct
import zlib
from functools import lru_cache
from typing import Final

import typst

from papi_metrics.charts import texts
from papi_metrics.charts.letters import FONTS
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.charts.svg import svg

SCALE: Final = 2.4
"""Pixels a unit of the SVG: a picture is at least 2,400 pixels wide, 300 a inch over the text of an A4 page."""
_POINTS_A_INCH = 72
_HEAD = 33
"""Bytes of the signature and of the first part of a PNG, which has to stand first."""
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def png(spec: ChartSpec) -> bytes:
    """Return ``spec`` as a PNG at least 2,400 pixels wide; the same description gives the same bytes.

    Its properties say the title, and where the figures come from.
    """
    drawn = svg(spec)
    width = drawn.split('width="', 1)[1].split('"', 1)[0]
    inputs = {"svg": drawn, "width": width}
    compiled = typst.compile(_PAGE, font_paths=_fonts(), format="png", ppi=SCALE * _POINTS_A_INCH, sys_inputs=inputs)
    assert isinstance(compiled, bytes)
    told = _property("Title", spec.title) + _property("Description", texts.caption(spec))
    return compiled[:_HEAD] + told + compiled[_HEAD:]


def _property(name: str, text: str) -> bytes:
    """Return a text as the part of a PNG that holds it: iTXt, in UTF-8, not packed."""
    part = b"iTXt" + name.encode() + b"\0\0\0vi\0\0" + text.encode()
    return struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
