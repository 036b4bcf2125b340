"""The macros of this package, and the order in which they rest on each other."""

from papi_metrics.store import Store

_FILES = (
    "calendar",
    "units",
    "terms",
    "voices",
    "wholes",
    "marks",
    "copied",
    "states",
    "commitment_units",
    "commitments",
    "submissions",
    "rows",
)


def install(store: Store) -> None:
    """Put the macros into the store. Whoever asks them does so first; a shell needs it once."""
    store.define("papi_metrics.measures", _FILES)
