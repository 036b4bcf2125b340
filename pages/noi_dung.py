"""Nội dung PAPI: dimensions by unit, and one dimension in full."""

import streamlit as st

from papi_metrics.app import filters, links, origin, query
from papi_metrics.app.components import head
from papi_metrics.app.components.chart_card import chart_card
from papi_metrics.app.components.dimensions import full, matrix, scores
from papi_metrics.app.components.rows.panel import nothing, show
from papi_metrics.wording import page_dimensions as words
from papi_metrics.wording import pages as page_words

view = filters.current()
drawn = matrix.spec(view)
codes = [category.code for category in drawn.categories]

head.show(words.TITLE, origin.line(view), drawn.provenance.illustrative)
if codes:
    asked = query.word(links.DIMENSION)
    chosen = asked if asked in codes else codes[0]
    chart_card("matrix", matrix.matrix(view, chosen), drawn)
    show(full.choices(view, chosen))
    full.draw(view, chosen)
else:
    show(nothing(page_words.NO_TASKS, links.address(view, "cap-nhat"), page_words.ADD_FILE))
scores.draw(view)
st.html(origin.foot(view))
