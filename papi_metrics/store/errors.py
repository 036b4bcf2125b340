"""What can go wrong with the store, as codes; the words are put on in ``wording``."""


class StoreError(Exception):
    """A fault of the store that a user has to be told. ``code`` names it."""

    code = "store"

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.code}: {detail}" if detail else self.code)


class StoreBusyError(StoreError):
    """Another process has the file open: a DuckDB file belongs to one process at a time."""

    code = "store_busy"


class StoreUnreadableError(StoreError):
    """The file cannot be used as a store.

    ``code`` is ``store_missing`` (not there, and not to be created), ``store_not_duckdb`` (another kind of
    file), ``store_denied`` (no right to read or write it, or its folder), ``store_corrupt``, ``store_full`` (the disk
    takes no more), ``store_foreign``
    (a DuckDB file that is no store) or ``store_newer`` (written by a later version of the program).
    """

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        super().__init__(detail)


class StaleVersionError(StoreError):
    """The store moved on since the difference was shown: ``found`` is its version, ``expected`` the shown one."""

    code = "store_stale"

    def __init__(self, expected: int, found: int) -> None:
        super().__init__(f"{expected} != {found}")
        self.expected = expected
        self.found = found


class UnknownEntryError(StoreError):
    """There is no entry of that number."""

    code = "entry_unknown"


class AlreadyRevokedError(StoreError):
    """The entry does not stand, so it cannot be revoked."""

    code = "entry_revoked"


class NotRevokedError(StoreError):
    """No revocation keeps the entry down, so there is nothing to take back."""

    code = "entry_not_revoked"


class TooLargeError(StoreError, ValueError):
    """A figure has more than 13 digits before its decimal point."""

    code = "figure_too_large"
