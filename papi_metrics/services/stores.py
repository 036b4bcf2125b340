"""The store as pages and command line see it: the object they pass on, and what can go wrong with it."""

from papi_metrics.store import (
    AlreadyRevokedError,
    NotRevokedError,
    StaleVersionError,
    Store,
    StoreBusyError,
    StoreError,
    StoreUnreadableError,
    UnknownEntryError,
)

__all__ = [
    "AlreadyRevokedError",
    "NotRevokedError",
    "StaleVersionError",
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreUnreadableError",
    "UnknownEntryError",
]
