"""What a file of Word or PowerPoint says of itself: the two libraries give their properties in one form."""

from datetime import datetime
from typing import Any

from papi_metrics.documents.characters import printable
from papi_metrics.documents.stamp import Stamp
from papi_metrics.wording.form import shortened

_LONGEST = 255
"""Letters that a property of a file may hold."""


def describe(about: Any, title: str, author: str, language: str, made_at: datetime) -> None:
    """Say what a file is, who issues it and when it was made; a text is cut to what a property may hold."""
    about.title, about.author = (printable(shortened(text, _LONGEST)) for text in (title, author))
    # The libraries' own templates name their maker here.
    about.comments, about.language = "", language
    about.created = about.modified = made_at


def put_stamp(about: Any, stamp: Stamp) -> None:
    """Say what the figures of a file are."""
    about.subject, about.keywords = printable(stamp.line), printable(stamp.keywords)
    about.version = str(stamp.version)
