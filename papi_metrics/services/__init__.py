"""The use cases: the one door for pages and command line."""
