"""What the files that are handed out are, as a browser is told."""

from typing import Final

BY_FORMAT: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
}
XLSX: Final = BY_FORMAT["xlsx"]
DOCX: Final = BY_FORMAT["docx"]
PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
CSV: Final = BY_FORMAT["csv"]
