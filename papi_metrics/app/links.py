"""Addresses inside the app. They carry the view, so that the page opened shows the same plan, period and date."""

from collections.abc import Mapping
from urllib.parse import urlencode

from papi_metrics.app import registry
from papi_metrics.app.view import View

WORK = "viec"
"""``viec=…`` picks the kind of work on the page of work."""
ENTERING = "nhap"

ASK = "hoi"
"""``hoi=tat-ca`` opens the whole list of what is to be asked."""
ALL = "tat-ca"

TAB = "the"
"""``the=…`` names the open tab of Danh mục."""

SLIDE = "slide"
"""``slide=…`` names the slide of Trình chiếu that is shown."""

# Words of the address of Điểm PAPI.
PROVINCE = "province"
YEAR = "year"
COMPARE = "compare"
SUPPOSED = "suppose"
LEVEL = "level"
SCORE = "score"

# Words of the addresses that filter rows on the page opened, beside the view's own.
STATE = "state"
DIMENSION = "dimension"
UNIT = "unit"
KEY = "key"
MARK = "mark"
"""``mark=…`` picks tasks by what is neither their state nor in the plan."""
NO_EVIDENCE = "no-evidence"
COPIED = "copied"
DUE_SOON = "due-soon"
COUNTED = "counted"
NOT_COUNTED = "not-counted"


def address(view: View | None, page: str, **extra: str) -> str | None:
    """Return the relative address of ``page``, None where there is no such page.

    ``extra`` are filters of that page, such as ``state="overdue"``; empty ones are left out.
    """
    if not registry.is_listed(page):
        return None
    query: Mapping[str, str] = {**(view.words if view else {}), **{name: text for name, text in extra.items() if text}}
    path = "./" if page == registry.HOME else page
    return f"{path}?{urlencode(query)}" if query else path


def entering(view: View, key: str, unit: str = "") -> str | None:
    """Return the address where the row ``key`` is filled in for the view's period, as ``unit`` tells it."""
    return address(view, "cap-nhat", **{WORK: ENTERING, UNIT: unit, KEY: key})
