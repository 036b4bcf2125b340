"""Trình chiếu: the meeting on a screen, one question a slide; what it decides is noted on the spot."""

import streamlit as st

from papi_metrics.app import filters, query
from papi_metrics.app.components.update import said
from papi_metrics.app.links import SLIDE
from papi_metrics.app.slides import frame, noting
from papi_metrics.app.slides.deck import deck, place_of
from papi_metrics.wording import page_slides as words

view = filters.current()
slides = deck(view)
found = place_of(slides, query.word(SLIDE))
place = found or 0
shown = slides[place]

notes = (filters.note(), "" if found is not None else words.NO_SLIDE)
for note in filter(None, notes):
    st.html(said.line(note, "late"))
said.draw()
st.html(frame.head(view, shown))
if shown.of == words.NOTED:
    noting.note(view)
st.html(frame.body(shown))
if shown.of == words.CARRIED:
    noting.settle(view)
st.html(frame.ways(view, slides, place))
