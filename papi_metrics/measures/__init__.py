"""The measures: SQL over the views of the store, run to DataFrames."""
