"""What meetings gave to do, as a list on a page."""

from collections.abc import Sequence
from html import escape

from papi_metrics.app.view import View
from papi_metrics.model.decision import Decision
from papi_metrics.wording import page_decisions as words


def listing(view: View, found: Sequence[Decision]) -> str:
    """Return decisions with how each stands, in the order given."""
    return f'<div class="papi-list">{"".join(_line(view, item) for item in found)}</div>'


def _line(view: View, item: Decision) -> str:
    label = words.STATES[item.state(view.as_of)]
    settled = item.settlement.outcome if item.settlement and item.is_settled(view.as_of) else ""
    under = (
        words.due(item.errand.due),
        words.decided_at(item.period),
        settled,
        words.settled_later(item, view.as_of),
    )
    said = f"{label.glyph} {words.standing(item, view.as_of)}"
    return (
        f'<div><i class="papi-dot papi-{label.tone}"></i>'
        f'<div class="papi-what"><span>{escape(item.errand.content)}</span>'
        f"<small>{escape(' · '.join(part for part in under if part))}</small></div>"
        f'<span class="papi-why papi-ink-{label.tone}">{escape(said)}</span></div>'
    )
