"""Cam kết: each commitment with target, figure, gap and explanation, and one of them in full."""

import streamlit as st

from papi_metrics.app import cache_rows, filters, links, origin, query
from papi_metrics.app.components import head
from papi_metrics.app.components.commitments import detail, listing
from papi_metrics.app.components.rows import export
from papi_metrics.wording import page_commitments as words

view = filters.current()
key = query.word(links.KEY)

head.show(words.TITLE, origin.line(view), origin.is_illustrative(cache_rows.commitments(view)))
if key:
    detail.draw(view, key, listing.asked())
else:
    listing.draw(view)
    export.summary(view)
st.html(origin.foot(view))
