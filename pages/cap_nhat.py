"""Cập nhật quý: templates out, returns in, who has reported; what was imported so far, and taking it back."""

from html import escape

import streamlit as st

from papi_metrics.app import filters
from papi_metrics.app.components import head
from papi_metrics.app.components.update import said, sections
from papi_metrics.wording import page_update as words
from papi_metrics.wording import pages as page_words

view = filters.optional()
title = page_words.TITLES["cap-nhat"]
if view is None:
    st.html(f'<div class="papi papi-title"><h1>{title}</h1><p>{escape(words.LINE)}</p></div>')
else:
    head.show(title, words.LINE)
said.draw()
sections.show(view)
