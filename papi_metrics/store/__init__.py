"""The store: a ledger in one DuckDB file, and nothing else."""

from papi_metrics.store.errors import (
    AlreadyRevokedError,
    NotRevokedError,
    StaleVersionError,
    StoreBusyError,
    StoreError,
    StoreUnreadableError,
    TooLargeError,
    UnknownEntryError,
)
from papi_metrics.store.store import Store

__all__ = [
    "AlreadyRevokedError",
    "NotRevokedError",
    "StaleVersionError",
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreUnreadableError",
    "TooLargeError",
    "UnknownEntryError",
]
