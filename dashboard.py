"""The entry of the app: `streamlit run dashboard.py`."""

import streamlit as st

from papi_metrics.app import server

if __name__ == "__main__":
    # Streamlit runs this file for every view of a page …
    from papi_metrics.app import shell

    shell.run()
else:
    # … and imports it once before, to find the app.
    app = st.App(
        __file__,
        lifespan=server.started,
        routes=server.routes(),
        middleware=server.middleware(),
        on_script_error=server.tell_fault,
    )
