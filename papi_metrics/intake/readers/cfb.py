"""One stream out of an OLE compound file (MS-CFB), the container of Excel 97-2003."""

from itertools import islice
from struct import unpack_from

_FREE = 0xFFFFFFF0
_MINI_CUTOFF = 4096
_ENTRY = 128


def stream(data: bytes, *names: str) -> bytes | None:
    """Return the first stream of the directory that bears one of ``names``, or None.

    Raises IndexError, ValueError or struct.error for damaged files.
    """
    sector = 1 << unpack_from("<H", data, 30)[0]
    table = _allocation(data, sector)
    directory = _chain(data, unpack_from("<I", data, 48)[0], table, sector)
    entries: dict[str, tuple[int, int]] = {}
    root = (0, 0)
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, size = unpack_from("<II", directory, at + 116)
        if kind == 5:
            root = (start, size)
        elif kind == 2:
            entries.setdefault(name, (start, size))
    for name in names:
        if name in entries:
            start, size = entries[name]
            if size >= _MINI_CUTOFF:
                return _chain(data, start, table, sector)[:size]
            return _small(data, start, size, root[0], table, sector)
    return None


def _allocation(data: bytes, sector: int) -> list[int]:
    """Return the allocation table: sector → next sector."""
    sectors = [number for number in unpack_from("<109I", data, 76) if number < _FREE]
    following, count = unpack_from("<II", data, 68)
    for _ in range(min(count, len(data) // sector)):
        if following >= _FREE:
            break
        numbers = unpack_from(f"<{sector // 4}I", data, (following + 1) * sector)
        sectors.extend(number for number in numbers[:-1] if number < _FREE)
        following = numbers[-1]
    table: list[int] = []
    for number in islice(sectors, len(data) // sector + 1):
        table.extend(unpack_from(f"<{sector // 4}I", data, (number + 1) * sector))
    return table


def _numbers(start: int, table: list[int]) -> list[int]:
    numbers = []
    while start < _FREE:
        numbers.append(start)
        if len(numbers) > len(table):
            raise ValueError("a chain of sectors runs in a circle")
        start = table[start]
    return numbers


def _chain(data: bytes, start: int, table: list[int], sector: int) -> bytes:
    return b"".join(data[(number + 1) * sector : (number + 2) * sector] for number in _numbers(start, table))


def _small(data: bytes, start: int, size: int, container: int, table: list[int], sector: int) -> bytes:
    """Return a stream below 4096 bytes: those share one stream of 64-byte sectors."""
    first, _count = unpack_from("<II", data, 60)
    packed = _chain(data, first, table, sector)
    mini = list(unpack_from(f"<{len(packed) // 4}I", packed))
    shared = _chain(data, container, table, sector)
    return b"".join(shared[number * 64 : number * 64 + 64] for number in _numbers(start, mini))[:size]
