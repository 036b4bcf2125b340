"""A zipped workbook of which single parts are changed and all others stay as they are, byte for byte."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from papi_metrics.intake.answer.xml import ELEMENT, Node, made, parse, serialise
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.package import Package
from papi_metrics.model.finding import UnreadableFileError

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class OpenPackage:
    """The parts of a workbook, checked as for reading; names do not tell case apart.

    Raises UnreadableFileError ``corrupt``, ``archive_bomb`` or ``encrypted``.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._read = Package(data, limits)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self._names = {name.lower(): name for name in self._read.names}
        self._trees: dict[str, Node] = {}
        self._parts: dict[str, bytes] = {}

    def main_part(self) -> str:
        """Return the name of the workbook part. Raises UnreadableFileError ``corrupt``."""
        name = self._read.main_part()
        if not self.has(name):
            raise UnreadableFileError("corrupt")
        return name

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id → (kind, target part) of ``part`` as it came."""
        return self._read.relations(part)

    def related(self, part: str, kind: str) -> str | None:
        """Return the first part of that kind that ``part`` leads to and that is there, or None."""
        targets = (target for found, target in self.relations(part).values() if found == kind)
        return next((target for target in targets if self.has(target)), None)

    def has(self, name: str) -> bool:
        """Whether a part came."""
        return name.lower() in self._entries

    def ending(self, suffix: str) -> Iterator[str]:
        """Yield the names of the parts that came and end in ``suffix``."""
        return (name for low, name in self._names.items() if low.endswith(suffix))

    def part(self, name: str) -> bytes:
        """Return the bytes of a part as it is now. Raises UnreadableFileError ``corrupt`` where there is none."""
        if name.lower() in self._parts:
            return self._parts[name.lower()]
        try:
            return self._read.part(name) or self._archive.read(self._entries[name.lower()])
        except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
            raise UnreadableFileError("corrupt") from error

    def edit(self, name: str) -> Node:
        """Return the tree of a part, added ones included; what is changed there is saved."""
        key = name.lower()
        if key not in self._trees:
            self._trees[key] = parse(self.part(name))
            self._parts.pop(key, None)
        return self._trees[key]

    def replace(self, name: str, part: bytes) -> None:
        """Put other bytes in the place of a part."""
        self._parts[name.lower()] = part

    def free_name(self, folder: str, stem: str, suffix: str) -> str:
        """Return ``folder/stemN.suffix`` with the first N that is not taken."""
        number = 1
        while (name := f"{folder}/{stem}{number}{suffix}".lstrip("/")).lower() in self._names:
            number += 1
        return name

    def add(self, name: str, part: bytes, content_type: str, source: str, relation: str) -> str:
        """Add a part that ``source`` leads to by a relation of type ``relation``; return the id of the relation."""
        self._names[name.lower()] = name
        self._parts[name.lower()] = part
        self._declare(name, content_type)
        return self._relate(source, name, relation)

    def save(self) -> bytes:
        """Return the package: the parts that came in their order, then the new ones."""
        changed = {**{name: serialise(tree) for name, tree in self._trees.items()}, **self._parts}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, entry in self._entries.items():
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type, info.external_attr = entry.compress_type, entry.external_attr
                archive.writestr(info, changed[name] if name in changed else self.part(entry.filename))
            for name, part in changed.items():
                if name not in self._entries:
                    archive.writestr(zipfile.ZipInfo(self._names[name]), part, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _declare(self, name: str, content_type: str) -> None:
        types = self.edit(_TYPES)
        extension = name.rpartition(".")[2]
        usual = {node.get("Extension", "").lower(): node.get("ContentType") for node in types.iterfind("{*}Default")}
        if extension != "xml" and extension not in usual:
            made(types, "Default", Extension=extension, ContentType=content_type)
        elif usual.get(extension) != content_type:
            made(types, "Override", PartName=f"/{name}", ContentType=content_type)

    def _relate(self, source: str, target: str, relation: str) -> str:
        folder, file = posixpath.split(source)
        name = posixpath.join(folder, "_rels", file + ".rels")
        if name.lower() not in self._names:
            self._names[name.lower()] = name
            self._trees[name.lower()] = parse(f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.edit(name)
        taken = {node.get("Id") for node in root.iterchildren(ELEMENT)}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        made(root, "Relationship", Id=f"rId{number}", Type=relation, Target=posixpath.relpath(target, folder or "."))
        return f"rId{number}"
