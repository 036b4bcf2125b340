"""One browser session without a browser: it runs pages over the websocket and hears what they draw."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol


@dataclass(slots=True)
class Session:
    """``drawn`` is what the last run drew, with the place of each part on the page."""

    socket: ClientConnection
    drawn: list[tuple[Sequence[int], Delta]] = field(default_factory=list)
    _kept: dict[str, ForwardMsg] = field(default_factory=dict)
    _query: str = ""

    def run(self, page: str = "", query: str = "", choice: tuple[str, str] | None = None) -> float:
        """Run a page and return the milliseconds until its script has finished.

        ``choice`` is (label, option) of a selectbox of the last run to choose now. Raises KeyError where there is none.
        """
        message = BackMsg()
        request = message.rerun_script
        request.page_name, request.query_string = page, query or self._query
        # As a browser does: what it still has of the last run need not be sent again.
        request.cached_message_hashes.extend(self._kept)
        for box in self.selectboxes.values():
            state = request.widget_states.widgets.add()
            state.id = box.id
            state.string_value = choice[1] if choice and choice[0] == box.label else box.raw_value
        self.drawn = []
        start = time.perf_counter()
        self.socket.send(message.SerializeToString())
        while not self._take(ForwardMsg.FromString(_bytes(self.socket.recv(60)))):
            pass
        return (time.perf_counter() - start) * 1000

    @property
    def selectboxes(self) -> dict[str, Selectbox]:
        """The selectboxes on the page by label."""
        elements = (delta.new_element for _, delta in self.drawn if delta.HasField("new_element"))
        return {element.selectbox.label: element.selectbox for element in elements if element.HasField("selectbox")}

    def _take(self, message: ForwardMsg) -> bool:
        """Hear one message and tell whether it is the last one of the run."""
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            kept = self._kept[message.ref_hash]
            self.drawn.append((tuple(message.metadata.delta_path), kept.delta))
        elif kind == "delta":
            self.drawn.append((tuple(message.metadata.delta_path), message.delta))
            if message.metadata.cacheable:
                self._kept[message.hash] = message
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        return kind == "script_finished"


@contextmanager
def session(address: str) -> Iterator[Session]:
    """A new session of the server at ``address``; nothing has run in it yet."""
    with connect(
        f"ws://{address}/_stcore/stream",
        origin=Origin(f"http://{address}"),
        subprotocols=[Subprotocol("streamlit")],
        compression=None,
        max_size=None,
        proxy=None,
    ) as socket:
        yield Session(socket)


def _bytes(message: str | bytes) -> bytes:
    return message.encode() if isinstance(message, str) else message
