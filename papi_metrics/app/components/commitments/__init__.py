"""Parts of the page Cam kết."""
