"""Parts of the page Nội dung PAPI."""
