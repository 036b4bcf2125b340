"""Parts of pages: each draws one thing from ready figures."""
