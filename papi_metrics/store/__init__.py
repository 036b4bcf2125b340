"""The ledger: DuckDB and nothing else."""
