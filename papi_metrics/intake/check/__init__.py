"""Rules over rows and across rows: records of the model, and findings by cell."""
