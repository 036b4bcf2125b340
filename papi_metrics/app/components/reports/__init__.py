"""Parts of the page Báo cáo."""
