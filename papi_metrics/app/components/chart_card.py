"""A card with a chart: plain bars on the page, the picture to save and the table of figures one click away."""

import streamlit as st

from papi_metrics.charts import html_renderer, plotly_renderer
from papi_metrics.charts.palette import DARK, LIGHT
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.wording import pages as words


def card(key: str, body: str) -> None:
    """Draw a card with ready HTML."""
    with st.container(key=f"papi-card-{key}", height="stretch"):
        st.html(f'<div class="papi">{body}</div>')


def chart_card(key: str, body: str, spec: ChartSpec) -> None:
    """Draw a card whose ``body`` shows ``spec``; plotly is loaded only once the chart's window is opened."""
    with st.container(key=f"papi-card-{key}", height="content" if spec.empty else "stretch"):
        st.html(f'<div class="papi papi-tools">{body}</div>')
        if not spec.empty:
            with st.container(key=f"papi-open-{key}"):
                wanted = st.button(
                    words.PICTURE_AND_TABLE,
                    icon=":material/bar_chart:",
                    type="tertiary",
                    help=words.PICTURE_AND_TABLE,
                    key=f"papi-window-{key}",
                )
            if wanted:
                _window(spec)


@st.dialog(words.PICTURE_AND_TABLE, width="large")
def _window(spec: ChartSpec) -> None:
    plotly_chart(spec)
    st.html(f'<div class="papi">{html_renderer.table(spec)}</div>')


def plotly_chart(spec: ChartSpec) -> None:
    """Draw a chart with plotly in the colours of the page's theme, with only the camera in its bar."""
    st.plotly_chart(
        plotly_renderer.figure(spec, DARK if st.context.theme.type == "dark" else LIGHT),
        theme=None,
        config=plotly_renderer.config(spec),
        key=f"papi-chart-{spec.slug}",
        alt=spec.title,
    )
