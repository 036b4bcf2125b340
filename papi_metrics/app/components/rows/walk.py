"""Over an opened row: back to the list, and on to its neighbours."""

from collections.abc import Mapping, Sequence

from papi_metrics.app.links import KEY, address
from papi_metrics.app.view import View
from papi_metrics.charts.html_renderer import link
from papi_metrics.wording import rows as words


def walk(view: View, page: str, keys: Sequence[str], key: str, keep: Mapping[str, str]) -> str:
    """Return the ways from the row ``key`` within ``keys``, the rows that the filters ``keep`` take."""
    back = link(address(view, page, **keep), f"← {words.BACK_TO_LIST}", "papi-way")
    if key not in keys:
        return f'<nav class="papi-walk">{back}</nav>'
    place = keys.index(key)
    before = _step(view, page, keys[place - 1] if place else "", f"‹ {words.PREVIOUS}", keep)
    after = _step(view, page, keys[place + 1] if place + 1 < len(keys) else "", f"{words.NEXT} ›", keep)
    return (
        f'<nav class="papi-walk">{back}<span>{before}'
        f'<span class="papi-muted">{words.position_of(place + 1, len(keys))}</span>{after}</span></nav>'
    )


def _step(view: View, page: str, key: str, label: str, keep: Mapping[str, str]) -> str:
    if not key:
        return f'<span class="papi-muted" aria-disabled="true">{label}</span>'
    return link(address(view, page, **{**keep, KEY: key}), label, "papi-way")
