"""The deck for a meeting: its file."""

from datetime import datetime

from papi_metrics.documents.deck.pptx import deck_pptx
from papi_metrics.documents.deck.topics import deck_of
from papi_metrics.services.facts import Facts
from papi_metrics.services.reports import check_told


def deck(facts: Facts, made_at: datetime) -> bytes:
    """Return the deck of facts that were read before, as .pptx bytes. Raises NothingToReportError: ``empty_plan``."""
    check_told(facts)
    return deck_pptx(deck_of(facts, made_at))
