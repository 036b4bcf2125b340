"""Đơn vị: all units side by side, or one of them: what it leads, what is due, what it owes."""

import streamlit as st

from papi_metrics.app import cache_rows, filters, links, origin, query
from papi_metrics.app.components import head
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.components.units import one, overview
from papi_metrics.wording import page_units as words

view = filters.current()
known = overview.known(view)
names = {code: unit.name for code, unit in cache_rows.units(view).items() if code in known}

head.show(
    words.TITLE, origin.line(view), origin.is_illustrative((*cache_rows.tasks(view), *cache_rows.commitments(view)))
)
with st.container(key="papi-picks", horizontal=True, gap="small"):
    chosen = query.pick(links.UNIT, words.UNIT, names)
show(one.draw(view, chosen) if chosen else overview.draw(view))
st.html(origin.foot(view))
