"""Parts of the page Nhiệm vụ."""
