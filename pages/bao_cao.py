"""Báo cáo: which report, what it will hold, and every file that leaves the house."""

import streamlit as st

from papi_metrics.app import cache_rows, filters, origin
from papi_metrics.app.components import head, lists
from papi_metrics.app.components.reports import contents, offers, own
from papi_metrics.app.components.rows import panel
from papi_metrics.wording import page_reports as words

view = filters.current()

head.show(words.TITLE, origin.line(view), cache_rows.facts(view).illustrative)
kind = contents.kind()
if contents.show(view, kind):
    offers.show(offers.of_report(view, kind), "report")
    own.show(view, kind)
panel.show(lists.head(words.OTHERS, words.OTHERS_NOTE))
found, why_not = offers.of_period(view)
offers.show(found, "period", why_not)
st.html(origin.foot(view))
