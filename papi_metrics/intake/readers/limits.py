"""What one file may cost."""

from dataclasses import dataclass

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one reading; ``size``, ``unzipped`` and ``memory`` are bytes, ``seconds`` is wall clock and CPU time.

    ``rows``, ``columns`` and ``cells`` bound one sheet; an address outside them refuses the file.
    ``ratio`` is unzipped to zipped size, looked at only above 20 MB unzipped. Where the system cannot limit
    memory (Windows), the other limits still hold.
    """

    size: int = 20 * _MEGABYTE
    unzipped: int = 200 * _MEGABYTE
    entries: int = 5_000
    ratio: int = 400
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 2_000_000
    memory: int = 1024 * _MEGABYTE
    seconds: float = 20.0
