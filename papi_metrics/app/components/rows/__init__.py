"""Parts shared by the pages that list and open rows."""
