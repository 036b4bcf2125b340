"""The phrase grammars of plans and returns, one a file, each with the examples that are its tests."""
