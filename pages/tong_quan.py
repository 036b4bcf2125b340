"""Tổng quan: in ten seconds what is red, why, and who answers for it."""

import streamlit as st

from papi_metrics.app import filters, links, query
from papi_metrics.app.board import board, everything_to_ask
from papi_metrics.app.components import head
from papi_metrics.app.components.chart_card import card, chart_card
from papi_metrics.wording import pages as words

view = filters.current()
page = board(view)

head.show(words.overview_title(view.period), page.line, page.illustrative, page.unsettled)
if query.word(links.ASK):
    card("ask-all", everything_to_ask(view))
    st.html(page.foot)
    st.stop()
st.html(page.cards)
if page.papi_gaps:
    st.html(page.papi_gaps)
left, right = st.columns((8, 10), gap="small")
with left:
    chart_card("tasks", page.tasks, page.tasks_chart)
with right:
    chart_card("commitments", page.commitments, page.commitments_chart)
# With nothing to draw at the top right, each column is filled on its own; otherwise the second row lines up.
if not page.commitments_chart.empty:
    left, right = st.columns((8, 10), gap="small")
with left:
    card("ask", page.ask)
with right:
    card("news", page.news)
st.html(page.foot)
