"""Where the figures of a page come from: the line under its title, its foot, and what is written under its charts."""

from collections.abc import Iterable
from datetime import date

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row
from papi_metrics.charts.spec import Provenance
from papi_metrics.wording import labels, page_entering
from papi_metrics.wording import pages as words


@cache.kept
def line(view: View) -> str:
    """Return the as-of line of a page."""
    return words.as_of_line(view.as_of, labels.FINALITIES[cache.finality(view)], view.has_figures)


def provenance(view: View, shown: Iterable[Row]) -> Provenance:
    """Return what is written under a chart that shows the rows ``shown``."""
    return Provenance(
        plan=view.title,
        period=view.period.code,
        as_of=view.as_of,
        version=view.version,
        finality=cache.finality(view),
        illustrative=is_illustrative(shown),
        source=view.org,
    )


@cache.kept
def foot(view: View) -> str:
    """Return the line at the foot of a page: data version and the last import."""
    last = cache.last_import(view)
    if last is None:
        return lists.foot(view.version, None, "", "")
    made_at = last.made_at
    source = page_entering.TYPED_HERE if last.typed else last.file_name
    return lists.foot(view.version, date(made_at.year, made_at.month, made_at.day), f"{made_at:%H:%M}", source)


def is_illustrative(shown: Iterable[Row]) -> bool:
    """Whether any row shows figures that are only for show."""
    return any(row["illustrative"] is True for row in shown)
