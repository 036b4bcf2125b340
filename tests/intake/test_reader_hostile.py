"""Files that are damaged, locked or made to harm: each is refused by its own code, and the next one reads."""

import io
import random
import struct
import threading
import zipfile
from pathlib import Path

import docx
import pytest

from papi_metrics.intake.grid import Book
from papi_metrics.intake.reader import Limits, read
from papi_metrics.intake.readers.pool import Pool, Worker
from papi_metrics.model.finding import UnreadableFileError
from tests.intake.files import good_xlsx, package, saved, workbook_parts, worksheet, xlsx

_FIXTURES = Path(__file__).parent / "fixtures"
_XLS = (_FIXTURES / "mau.xls").read_bytes()
_ODS = (_FIXTURES / "mau.ods").read_bytes()
_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
_BOMB_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.add_table(2, 2).cell(0, 0).text = "TT"
    return saved(document)


def _ole(stream: str) -> bytes:
    """The head of an OLE file and a directory that names one stream."""
    name = (stream + "\0").encode("utf-16-le")
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
        + name.ljust(64, b"\0")
        + struct.pack("<HB61x", len(name), 2)
    )


def _encrypted_xls() -> bytes:
    """The real workbook, its first record after the head turned into FILEPASS."""
    at = _XLS.index(bytes.fromhex("0908100000060500")) + 20
    return _XLS[:at] + b"\x2f\x00" + _XLS[at + 2 :]


def _encrypted_zip() -> bytes:
    data = bytearray(good_xlsx())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _with(part: str, text: str) -> bytes:
    return package({**workbook_parts(worksheet(_ONE)), part: text})


def _bomb(megabytes: int) -> bytes:
    out = io.BytesIO()
    parts = workbook_parts(worksheet(_ONE))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.keys() - {"xl/sharedStrings.xml"}:
            archive.writestr(name, parts[name])
        with archive.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(b"<sst>")
            for _ in range(megabytes):
                strings.write(b"<si><t></t></si>" * (1 << 16))
            strings.write(b"</sst>")
    return out.getvalue()


def _lying_bomb() -> bytes:
    """A bomb whose directory declares a few bytes only."""
    data = _bomb(60)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/sharedStrings.xml").file_size
    return data.replace(struct.pack("<I", size), struct.pack("<I", 100))


def _far_ods() -> bytes:
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


_DEEP = "<a>" * 100_000 + "</a>" * 100_000
_HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "a.xlsx", "empty_file"),
    "lock file of Excel": (b"\x05admin" + b" " * 159, "~$kế hoạch.xlsx", "lock_file"),
    "lock file in a folder": (good_xlsx(), "C:\\Tai lieu\\~$kh.xlsx", "lock_file"),
    "lock file of LibreOffice": (b",admin,", ".~lock.kh.ods#", "lock_file"),
    "password": (_ole("EncryptedPackage"), "a.xlsx", "encrypted"),
    "password of an old workbook": (_encrypted_xls(), "a.xls", "encrypted"),
    "password of the archive": (_encrypted_zip(), "a.xlsx", "encrypted"),
    "old Word": (_ole("WordDocument"), "a.docx", "old_word"),
    "old slides": (_ole("PowerPoint Document"), "a.xls", "presentation"),
    "OLE without a stream": (_ole("Khác"), "a.xls", "corrupt"),
    "very old Excel": (b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), "a.xls", "old_excel"),
    "binary workbook": (package({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "a.xlsx", "binary_workbook"),
    "slides": (package({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "a.xlsx", "presentation"),
    "OpenDocument text": (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt", "open_text"),
    "archive": (package({"kế hoạch.txt": "a"}), "a.xlsx", "archive"),
    "PDF": (b"%PDF-1.7\n", "a.docx", "pdf"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "a.xlsx", "image"),
    "rich text": (b"{\\rtf1 abc}", "a.doc", "rtf"),
    "web page": (b"\xef\xbb\xbf <html><table><tr><td>1</td></tr></table></html>", "a.xls", "web_page"),
    "XML workbook": (b'<?xml version="1.0"?><Workbook/>', "a.xls", "xml_file"),
    "zeros": (bytes(500), "a.xlsx", "unknown_format"),
    "random bytes": (random.Random(2).randbytes(2000), "a.xlsx", "unknown_format"),
    "workbook cut off": (good_xlsx()[:-200], "a.xlsx", "corrupt"),
    "document cut off": (_docx()[:5000], "a.docx", "corrupt"),
    "old workbook cut off": (_XLS[:3000], "a.xls", "corrupt"),
    "workbook without its sheet": (
        package({k: v for k, v in workbook_parts("").items() if "sheet1" not in k}),
        "a.xlsx",
        "corrupt",
    ),
    "value in XFD1048576": (
        xlsx(_ONE + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "a.xlsx",
        "extent_too_large",
    ),
    "row above all limits": (xlsx('<row r="1"><c r="A300000"><v>1</v></c></row>'), "a.xlsx", "extent_too_large"),
    "repeated cells of a workbook": (_far_ods(), "a.ods", "extent_too_large"),
    "shared strings bomb": (_bomb(250), "a.xlsx", "archive_bomb"),
    "bomb with false sizes": (_lying_bomb(), "a.xlsx", "archive_bomb"),
    "entities in a sheet": (_with("xl/worksheets/sheet1.xml", _BOMB_DTD + worksheet(_ONE)), "a.xlsx", "unsafe_xml"),
    "entities in the workbook": (
        _with("xl/workbook.xml", _BOMB_DTD + "<workbook>&b;</workbook>"),
        "a.xlsx",
        "unsafe_xml",
    ),
    "nesting without end": (_with("xl/styles.xml", _DEEP), "a.xlsx", "unsafe_xml"),
    "archive of many files": (package({f"{n}.txt": "" for n in range(6000)}), "a.xlsx", "archive_bomb"),
}


@pytest.mark.parametrize("case", _HOSTILE)
def test_a_hostile_file_is_refused_by_its_own_code_and_the_next_one_reads(case: str) -> None:
    data, name, code = _HOSTILE[case]
    with pytest.raises(UnreadableFileError) as refusal:
        read(data, name)
    assert refusal.value.code == code
    _assert_reads()


def test_a_file_above_the_size_limit_is_refused_unread() -> None:
    with pytest.raises(UnreadableFileError, match="too_large") as refusal:
        read(bytes(3 << 20), "a.xlsx", Limits(size=2 << 20))
    assert refusal.value.details == {"size_mb": "3.0", "limit_mb": "2"}


def test_a_sheet_with_too_many_cells_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="too_many_cells"):
        read(xlsx("<row><c><v>1</v></c><c><v>2</v></c></row>"), "a.xlsx", Limits(cells=1))


def test_deep_nesting_in_a_sheet_is_harmless() -> None:
    assert read(xlsx(_ONE, after=_DEEP), "a.xlsx").grids[0].cells[1, 1].value == 1


def test_merged_ranges_over_the_whole_sheet_cost_nothing() -> None:
    merged = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"
    grid = read(xlsx(_ONE + '<row r="2"><c r="B2"><v>2</v></c></row>', after=merged), "a.xlsx").grids[0]
    assert list(grid.cells) == [(1, 1)]


def test_a_table_cell_over_a_billion_columns_is_refused() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)._tc
    cell.get_or_add_tcPr().get_or_add_gridSpan().val = 10**9
    with pytest.raises(UnreadableFileError, match="extent_too_large"):
        read(saved(document), "a.docx")


def test_a_file_that_takes_too_long_is_given_up() -> None:
    data = xlsx("".join(f"<row><c><v>{n}</v></c></row>" for n in range(60_000)))
    with pytest.raises(UnreadableFileError, match="too_slow") as refusal:
        read(data, "a.xlsx", Limits(seconds=0.02))
    assert refusal.value.details == {"seconds": "0.02"}
    _assert_reads()


def test_a_file_that_needs_too_much_memory_is_given_up() -> None:
    with pytest.raises(UnreadableFileError, match="too_much_memory"):
        read(_bomb(40), "a.xlsx", Limits(memory=130 << 20, ratio=5000))
    _assert_reads()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("import time; time.sleep(60)", "too_slow"),
        ("import os; os.abort()", "reader_crashed"),
        ("import sys; sys.stdin.buffer.read(20); sys.exit(3)", "reader_crashed"),
        ("import os, time; os.close(1); time.sleep(60)", "reader_crashed"),
        ("raise MemoryError", "too_much_memory"),
    ],
)
def test_whatever_becomes_of_a_worker_has_its_code(command: str, code: str) -> None:
    worker = Worker(command)
    with pytest.raises(UnreadableFileError) as refusal:
        worker.ask(good_xlsx(), "a.xlsx", Limits(seconds=2))
    worker.end()
    assert refusal.value.code == code


def test_a_worker_killed_while_it_reads_is_a_crash() -> None:
    worker = Worker("import time; time.sleep(60)")
    killer = threading.Timer(0.2, worker.process.kill)
    killer.start()
    with pytest.raises(UnreadableFileError, match="reader_crashed"):
        worker.ask(good_xlsx(), "a.xlsx", Limits())
    worker.end()
    _assert_reads()


def test_a_worker_killed_between_two_files_is_replaced() -> None:
    started: list[Worker] = []

    def start() -> Worker:
        started.append(Worker())
        return started[-1]

    pool = Pool(start)
    for _ in range(2):
        assert pool.read(good_xlsx(), "a.xlsx", Limits()).format == "xlsx"
    started[0].process.kill()
    started[0].process.wait()
    assert pool.read(good_xlsx(), "a.xlsx", Limits()).format == "xlsx"
    assert len(started) == 2
    pool.close()
    assert [worker.alive for worker in started] == [False, False]


def test_threads_read_at_once_and_each_gets_its_own_file() -> None:
    wrong: list[int] = []

    def work(number: int) -> None:
        for turn in range(5):
            value = number * 100 + turn
            book = read(xlsx(f'<row r="1"><c r="A1"><v>{value}</v></c></row>'), "a.xlsx")
            if book.grids[0].cells[1, 1].value != value:
                wrong.append(value)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_hanging_file_does_not_hold_up_another_thread() -> None:
    taken = threading.Event()
    commands = iter(["import time; time.sleep(60)"])

    def start() -> Worker:
        taken.set()
        command = next(commands, None)
        return Worker() if command is None else Worker(command)

    pool = Pool(start)
    refusals: list[str] = []

    def hang() -> None:
        try:
            pool.read(good_xlsx(), "a.xlsx", Limits(seconds=5))
        except UnreadableFileError as refusal:
            refusals.append(refusal.code)

    thread = threading.Thread(target=hang)
    thread.start()
    taken.wait()
    assert pool.read(good_xlsx(), "a.xlsx", Limits()).format == "xlsx"
    assert refusals == []
    pool.close()
    thread.join()
    assert refusals == ["reader_crashed"]


@pytest.mark.parametrize("form", ["xlsx", "docx", "xls", "ods", "csv"])
def test_damaged_bytes_give_a_book_or_a_refusal_and_nothing_else(form: str) -> None:
    good = {"xlsx": good_xlsx(), "docx": _docx(), "xls": _XLS, "ods": _ODS, "csv": "TT;Nội dung\n1;Đủ\n".encode()}[form]
    chance = random.Random(form)
    results = set()
    for _ in range(40):
        results.add(_outcome(_damaged(good, chance), f"a.{form}"))
    assert results <= {"book", "refused"}
    _assert_reads()


@pytest.mark.parametrize("form", ["xlsx", "docx", "ods"])
def test_damaged_parts_inside_a_sound_archive_give_a_book_or_a_refusal(form: str) -> None:
    good = {"xlsx": good_xlsx(), "docx": _docx(), "ods": _ODS}[form]
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(form)
    results = set()
    for _ in range(40):
        victim = chance.choice([name for name in parts if parts[name]])
        results.add(_outcome(package({**parts, victim: _damaged(parts[victim], chance)}), f"a.{form}"))
    assert results <= {"book", "refused"}
    _assert_reads()


def _damaged(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out[: chance.randrange(1, len(out))] if chance.random() < 0.2 else out)


def _outcome(data: bytes, name: str) -> str:
    try:
        return "book" if isinstance(read(data, name), Book) else "something else"
    except UnreadableFileError:
        return "refused"


def _assert_reads() -> None:
    assert read(good_xlsx(), "a.xlsx").grids[0].cells[1, 1].value == "tốt"


def test_a_worker_of_a_large_program_is_kept() -> None:
    ballast = bytearray(400 << 20)
    ballast[::4096] = b"x" * len(ballast[::4096])
    started: list[Worker] = []

    def start() -> Worker:
        started.append(Worker())
        return started[-1]

    pool = Pool(start)
    for _ in range(3):
        assert pool.read(good_xlsx(), "a.xlsx", Limits()).format == "xlsx"
    pool.close()
    assert (len(started), len(ballast)) == (1, 400 << 20)
