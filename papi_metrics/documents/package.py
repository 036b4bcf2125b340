"""Office files that come out the same, byte for byte, whenever they are made from the same content."""

import io
import re
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_INSIDE = re.compile(r"embeddings/.*\.xlsx$")
_PROPERTIES = "docProps/core.xml"


def settled(content: bytes) -> bytes:
    """Return a file of Office without the moments at which its parts were packed.

    Workbooks inside it lose theirs too, and the day in their properties: the file says when it was made, once.
    """
    return _repacked(content, inside=False)


def _repacked(content: bytes, *, inside: bool) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if _INSIDE.search(name):
                part = _repacked(part, inside=True)
            elif inside and name == _PROPERTIES:
                part = _CREATED.sub(rb"\g<1>1980-01-01T00:00:00Z\2", part)
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return buffer.getvalue()
