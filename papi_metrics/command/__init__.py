"""The command line: arguments in, one JSON document or a few Vietnamese lines out."""
