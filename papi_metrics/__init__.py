"""Figures on the PAPI plans of provincial departments: read, check, store, measure, show."""
