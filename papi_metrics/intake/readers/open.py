"""Bytes of any format → RawBook, inside the worker."""

from papi_metrics.intake.readers.csv import read_csv
from papi_metrics.intake.readers.docx import read_docx
from papi_metrics.intake.readers.extent import without_covered
from papi_metrics.intake.readers.limits import Limits
from papi_metrics.intake.readers.ods import read_ods
from papi_metrics.intake.readers.package import Package
from papi_metrics.intake.readers.raw import RawBook
from papi_metrics.intake.readers.sniff import kind_of, zip_kind
from papi_metrics.intake.readers.xls import read_xls
from papi_metrics.intake.readers.xlsx import read_xlsx
from papi_metrics.model.finding import UnreadableFileError

_TEXT_NAMES = (".csv", ".tsv", ".txt")


def open_file(data: bytes, name: str, limits: Limits) -> RawBook:
    """Read ``data`` by what it is. Raises UnreadableFileError, and MemoryError at the memory limit."""
    try:
        book = _open(data, name, limits)
        return book._replace(sheets=tuple(without_covered(sheet, limits) for sheet in book.sheets))
    except (UnreadableFileError, MemoryError):
        raise
    except BaseException as error:
        # Damaged bytes surface as any exception of expat, zlib, calamine or the readers, and a panic of
        # calamine is no Exception at all. The process exists to meet them.
        if type(error).__name__ == "PasswordError":
            raise UnreadableFileError("encrypted") from error
        raise UnreadableFileError("corrupt", reason=type(error).__name__) from error


def _open(data: bytes, name: str, limits: Limits) -> RawBook:
    kind = kind_of(data)
    if kind == "text":
        book = read_csv(data, name, limits)
        # Any letter is a table of one column; only the name can tell that no table was meant.
        if not name.lower().endswith(_TEXT_NAMES) and all(len(row[1]) < 2 for row in book.sheets[0].rows):
            raise UnreadableFileError("unknown_format")
        return book
    if kind == "xls":
        return read_xls(data, limits)
    if kind != "zip":
        raise UnreadableFileError(kind)
    package = Package(data, limits)
    kind = zip_kind(package)
    if kind == "xlsx":
        return read_xlsx(package, limits)
    if kind == "docx":
        return read_docx(package, limits)
    if kind == "ods":
        return read_ods(package, limits)
    raise UnreadableFileError(kind)
