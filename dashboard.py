"""The entry of the app: `streamlit run dashboard.py`."""

from papi_metrics.app import shell

shell.run()
