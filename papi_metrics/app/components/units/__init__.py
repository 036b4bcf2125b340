"""Parts of the page Đơn vị."""
