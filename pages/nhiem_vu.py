"""Nhiệm vụ: every task, found by filter or search, and one of them in full."""

import streamlit as st

from papi_metrics.app import cache_rows, filters, links, origin, query
from papi_metrics.app.components import head
from papi_metrics.app.components.rows import export
from papi_metrics.app.components.tasks import detail, listing
from papi_metrics.wording import page_tasks as words

view = filters.current()
key = query.word(links.KEY)

head.show(words.TITLE, origin.line(view), origin.is_illustrative(cache_rows.tasks(view)))
if key:
    detail.draw(view, key, listing.asked())
else:
    listing.draw(view)
    export.summary(view)
st.html(origin.foot(view))
