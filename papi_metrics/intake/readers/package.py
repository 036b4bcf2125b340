"""A zipped office file: checked before anything reads it, unpacked without trusting its own figures."""

import io
import posixpath
import zipfile
import zlib
from xml.etree.ElementTree import Element

from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.tree import parse_tree
from papi_metrics.model.finding import UnreadableFileError

_LOCAL_HEADER = 30
_RATIO_FLOOR = 20 << 20
_PARTS = (".xml", ".rels", "mimetype")


class Package:
    """The parts of a zipped file. Raises UnreadableFileError ``corrupt``, ``archive_bomb`` or ``encrypted``."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise UnreadableFileError("corrupt") from error
        self._entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in archive.infolist()}
        self._check(archive.infolist(), limits)
        self._parts: dict[str, bytes] = {}
        self._inflate(limits)

    @property
    def names(self) -> tuple[str, ...]:
        """Every entry, in the order of the archive."""
        return tuple(self._entries)

    def part(self, name: str) -> bytes | None:
        """Return the unpacked bytes of an XML part, or None where there is none; case does not matter."""
        return self._parts.get(name.lower())

    def tree(self, name: str) -> Element | None:
        """Return the parsed XML part, or None where there is none."""
        data = self.part(name)
        return None if data is None else parse_tree(data)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id → (kind, target part) of ``part`` ("" for the package); kind is the end of the type's URI."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", file + ".rels"))
        found = {}
        for node in root if root is not None else ():
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", "").replace("\\", "/")))
                kind = node.get("Type", "").rpartition("/")[2]
                found[node.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def main_part(self) -> str:
        """Return the name of the main part of an Office package, "" where it names none."""
        return next((part for kind, part in self.relations("").values() if kind == "officeDocument"), "")

    def _check(self, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
        if len(entries) > limits.entries:
            raise UnreadableFileError("archive_bomb", entries=str(len(entries)))
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableFileError("encrypted")
        _check_size(sum(entry.file_size for entry in entries), len(self._data), limits)

    def _inflate(self, limits: Limits) -> None:
        total = 0
        for name, entry in self._entries.items():
            if name.lower().endswith(_PARTS):
                part = self._unpack(entry, limits.unzipped - total)
                total += len(part)
                _check_size(total, len(self._data), limits)
                self._parts[name.lower()] = part

    def _unpack(self, entry: zipfile.ZipInfo, budget: int) -> bytes:
        """Unpack one entry, at most one byte over ``budget``: the size it declares may be a lie."""
        start = entry.header_offset
        header = self._data[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise UnreadableFileError("corrupt")
        start += _LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        packed = self._data[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            part = packed
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(budget, 0) + 1)
        else:
            raise UnreadableFileError("corrupt")
        if len(part) <= budget and zlib.crc32(part) != entry.CRC:
            raise UnreadableFileError("corrupt")
        return part


def _check_size(unzipped: int, zipped: int, limits: Limits) -> None:
    if unzipped > limits.unzipped or (unzipped > _RATIO_FLOOR and unzipped > limits.ratio * zipped):
        raise UnreadableFileError("archive_bomb", limit_mb=str(limits.unzipped >> 20))
