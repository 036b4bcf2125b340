"""Two quarters as an office lives them: units fill in their templates in LibreOffice, the clerk works on the page."""
