"""The files on the desk: what was uploaded in this session and is not put away yet."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from papi_metrics.app.components.update import said
from papi_metrics.model.finding import UnreadableFileError
from papi_metrics.model.ledger import ImportEntry
from papi_metrics.model.mend import Mend
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.model.unit import Unit
from papi_metrics.services import looking
from papi_metrics.services.importing import Preview
from papi_metrics.services.looking import Upload, UploadKind
from papi_metrics.services.mending import MendLine
from papi_metrics.services.uploads import Founding
from papi_metrics.wording import page_return as return_words
from papi_metrics.wording import page_update as words

UNEXPECTED = "unexpected"
"""The code of a file that a fault of the program, not of the file, keeps from being read."""

_log = logging.getLogger("papi_metrics")
_TRAY = "papi-update-tray"
_OPEN = "papi-update-open"
_ORDER = "papi-update-order"
_ROUND = "papi-update-round"
# Every session keeps its files in the memory of the one server.
_MOST_FILES = 20
_MOST_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Saved:
    """How saving a file of a ``kind`` ended: the number of its import, None where it changed nothing."""

    kind: UploadKind
    number: int | None
    place: "Destination"
    what: str


@dataclass(frozen=True, slots=True)
class Destination:
    """The plan a file is held against; with ``founding`` it is still to be made.

    ``received_on`` is the day on which a return was handed in, None for today; ``sender`` is the unit whose return it
    is, "" for the whole department.
    """

    plan: Plan
    period: Period | None
    founding: Founding | None = None
    received_on: date | None = None
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a person wants a return to go instead of where it is proposed to; the day it came is kept beside it."""

    plan: str
    period: Period | None
    sender: str


@dataclass(slots=True)
class Item:
    """A file on the desk. One of ``upload`` and ``fault`` stands as soon as it has been read.

    ``plan`` is set where its place is known beforehand (a stored file read again). ``units`` are those of a department
    that is only made when the file is saved, by the list it would begin with: what was added to one list is no part of
    another department's. Proposed ``places`` and ``previews`` are
    kept under what they were made for, so that a rerun does not read the file again. ``mends`` are the cells that the
    office reads as other texts, ``only_good`` leaves out the rows that errors stand in. ``mending`` holds the cells of
    the preview beside them that can be mended. ``choice`` and ``received_on`` are what a person chose for this file,
    None for what is proposed; ``turn`` counts the choices that were made beside the fields. ``seen`` is the preview
    that was last drawn for a decision.
    """

    name: str
    content: bytes
    plan: str = ""
    units: dict[tuple[Unit, ...], tuple[Unit, ...]] = field(default_factory=dict)
    upload: Upload | None = None
    fault: UnreadableFileError | None = None
    saved: Saved | None = None
    mends: tuple[Mend, ...] = ()
    only_good: bool = False
    undoing: bool = False
    sending_back: bool = False
    note: str = ""
    choice: Choice | None = None
    received_on: date | None = None
    turn: int = 0
    places: dict[tuple[object, ...], Destination | None] = field(default_factory=dict, repr=False)
    previews: dict[tuple[object, ...], Preview] = field(default_factory=dict, repr=False)
    seen: Preview | None = field(default=None, repr=False)
    mending: tuple[Preview, tuple[MendLine, ...]] | None = field(default=None, repr=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        # The digest of the bytes: the same file twice is one item.
        self.sha256 = hashlib.sha256(self.content).hexdigest()

    @property
    def mark(self) -> str:
        """A short name for the keys of its widgets."""
        return self.sha256[:12]

    @property
    def known(self) -> bool:
        """Whether something was recognised in it, so that there is something to decide."""
        return self.upload is not None and self.upload.kind is not UploadKind.UNKNOWN

    @property
    def looked_at(self) -> bool:
        """Whether it has been read, or cannot be."""
        return self.upload is not None or self.fault is not None

    @property
    def rank(self) -> int:
        """Its place in the order of saving: plans before what is reported on them, unreadable files last."""
        kinds = list(UploadKind)
        kind = self.saved.kind if self.saved else self.upload.kind if self.upload else None
        return kinds.index(kind) if kind else len(kinds)

    def put_away(self, saved: Saved) -> None:
        """Note how saving ended. What was looked at is in the store now; a session need not hold it any longer."""
        self.saved, self.note = saved, ""
        self.content, self.upload = b"", None
        self.places.clear()
        self.previews.clear()
        self.seen = self.mending = None


def uploader() -> None:
    """Draw the field for files. What it takes goes to the desk, and the field is empty again."""
    count = st.session_state.setdefault(_ROUND, 0)
    st.file_uploader(words.CHOOSE, accept_multiple_files=True, key=_uploader(count), on_change=_take, args=(count,))


def put(*files: tuple[str, bytes, tuple[Mend, ...]], plan: str = "") -> int:
    """Lay files (name, bytes, mended cells) on the desk; one that lay there already is looked at anew.

    Returns how many lie there now. Those that the desk has no room for stay off it, and the next drawing says which.
    """
    refused = []
    for name, content, mends in files:
        item = Item(name, content, plan, mends=mends)
        others = [other for other in _items().values() if other.saved is None and other.sha256 != item.sha256]
        if len(others) >= _MOST_FILES or sum(len(other.content) for other in others) + len(content) > _MOST_BYTES:
            refused.append(name)
        else:
            _items()[item.sha256] = item
    if plan:
        # A file that is read again was asked for just now.
        st.session_state.pop(_OPEN, None)
    if refused:
        size = _MOST_BYTES // 1024**2
        said.say(words.TRAY_FULL.format(files=_MOST_FILES, size=size, names=", ".join(refused)), "bad")
    return len(files) - len(refused)


def items() -> list[Item]:
    """Return the files on the desk in the order in which they have to be saved; new ones are read first."""
    waiting = [item for item in _items().values() if not (item.saved or item.looked_at)]
    for item in said.progress(waiting, return_words.READING_FILES, lambda item: item.name):
        _read(item)
    return sorted(_items().values(), key=lambda item: item.rank)


def waits() -> bool:
    """Whether a file lies on the desk that could still be saved."""
    return any(item.saved is None and (item.known or not item.looked_at) for item in _items().values())


def drop(item: Item) -> None:
    """Take a file off the desk."""
    _items().pop(item.sha256, None)


def clear_undone(entries: Iterable[ImportEntry]) -> None:
    """Take the files off the desk whose import has been taken back."""
    revoked = {entry.no for entry in entries if entry.revoked}
    for item in list(_items().values()):
        if item.saved is not None and item.saved.number in revoked:
            drop(item)


def arranged(listed: Sequence[Item], need: Callable[[Item], int]) -> list[Item]:
    """Return the files as they are drawn: those that need a person most first, as it was when the last of them came.

    What a person does to a file changes its need; the cards stay where they are all the same.
    """
    order: list[str] = st.session_state.setdefault(_ORDER, [])
    if any(item.sha256 not in order for item in listed):
        order[:] = [item.sha256 for item in sorted(listed, key=need)]
    return sorted(listed, key=lambda item: order.index(item.sha256))


def opened(listed: Sequence[Item], need: Callable[[Item], int]) -> Item | None:
    """Return the file that is looked at, None where none waits for a decision.

    It stays the same until another one is chosen or it is put away; then the one that needs a person most follows.
    """
    waiting = [item for item in listed if item.saved is None and item.known]
    chosen = next((item for item in waiting if item.sha256 == st.session_state.get(_OPEN)), None)
    found = chosen or min(waiting, key=need, default=None)
    if found is not None:
        open_next(found)
    return found


def open_next(item: Item) -> None:
    """Look at this file from the next drawing on."""
    st.session_state[_OPEN] = item.sha256


def mend(item: Item, mends: tuple[Mend, ...]) -> None:
    """Read a file anew with these mended cells: it may be of another kind, and belong elsewhere, than before."""
    item.mends = mends
    item.places.clear()
    _read(item)


def spoil(item: Item, fault: Exception) -> None:
    """Put a file aside that the program itself stumbled over, so that the page and the other files go on."""
    _log.error("file %s", item.name, exc_info=fault)
    item.upload, item.fault = None, UnreadableFileError(UNEXPECTED)


def _items() -> dict[str, Item]:
    kept: dict[str, Item] = st.session_state.setdefault(_TRAY, {})
    return kept


def _uploader(count: int) -> str:
    return f"papi-upload-{count}"


def _take(count: int) -> None:
    # Only the bytes are taken here: a callback is no place for reading, the page shows nothing meanwhile.
    put(*((file.name, file.getvalue(), ()) for file in st.session_state.get(_uploader(count)) or ()))
    st.session_state[_ROUND] = count + 1


def _read(item: Item) -> None:
    try:
        item.upload = looking.look(item.content, item.name, item.mends)
    except UnreadableFileError as fault:
        item.fault = fault
    except Exception as fault:
        spoil(item, fault)
