"""A file on its way in: bytes → grids of cells → tables → records and findings → difference."""
