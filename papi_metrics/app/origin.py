"""Where the figures of a page come from: the line under its title, its foot, and what is written under its charts."""

from collections.abc import Iterable
from datetime import date

from papi_metrics.app import cache, cache_rows
from papi_metrics.app.components import lists
from papi_metrics.app.view import View
from papi_metrics.charts.frames import Row, text
from papi_metrics.charts.spec import Provenance
from papi_metrics.model.update import Finality
from papi_metrics.wording import labels
from papi_metrics.wording import pages as words


def line(view: View) -> str:
    """Return the as-of line of a page."""
    sure = finality(view)
    return words.as_of_line(view.as_of, labels.FINALITIES[sure] if sure else "", view.has_figures)


def finality(view: View) -> Finality | None:
    """A page is "chính thức" only when every figure on it is; before the period ends nothing can be."""
    said = {text(row["finality"]) for row in cache_rows.commitments(view)} - {""}
    if Finality.PROVISIONAL in said or view.as_of < view.period.end:
        return Finality.PROVISIONAL
    return Finality.FINAL if said else None


def provenance(view: View) -> Provenance:
    """Return what is written under a chart of tasks."""
    return Provenance(
        plan=view.title,
        period=view.period.code,
        as_of=view.as_of,
        version=view.version,
        finality=finality(view),
        illustrative=is_illustrative(cache_rows.tasks(view)),
        source=view.org,
    )


def foot(view: View) -> str:
    """Return the line at the foot of a page: data version and the last import."""
    last = cache.last_import(view)
    if last is None:
        return lists.foot(view.version, None, "", "")
    made_at = last.made_at
    return lists.foot(view.version, date(made_at.year, made_at.month, made_at.day), f"{made_at:%H:%M}", last.file_name)


def is_illustrative(shown: Iterable[Row]) -> bool:
    """Whether any row shows figures that are only for show."""
    return any(row["illustrative"] is True for row in shown)
