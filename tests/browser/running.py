"""Waiting until the app has done what a page asked for, by what the two say to each other."""

import time
from weakref import WeakKeyDictionary

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

DONE_WITHIN = 60.0
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
_DRAWN = """
async () => {
  let changed = performance.now();
  const watch = new MutationObserver(() => { changed = performance.now(); });
  watch.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
  const end = changed + 10000;
  const busy = () => document.querySelector("[data-testid=stStatusWidgetRunningIcon], [data-stale=true]");
  while (performance.now() < end && (busy() || performance.now() - changed < 150)) {
    await new Promise((done) => setTimeout(done, 20));
  }
  watch.disconnect();
}
"""


class _Runs:
    """Whether a run of the script is owed: from loading a page, or asking for one, to the end of the run."""

    def __init__(self, page: Page) -> None:
        self.owed = True
        page.on("domcontentloaded", lambda _: self._ask())
        page.on("websocket", self._listen)

    def _ask(self) -> None:
        self.owed = True

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes) and BackMsg.FromString(payload).WhichOneof("type") == "rerun_script":
            self.owed = True

    def _received(self, payload: str | bytes) -> None:
        said = ForwardMsg.FromString(payload) if isinstance(payload, bytes) else ForwardMsg()
        match said.WhichOneof("type"):
            case "new_session":
                self.owed = True
            case "script_finished":
                self.owed = said.script_finished not in _DONE


_RUNS: WeakKeyDictionary[Page, _Runs] = WeakKeyDictionary()


def watched(page: Page) -> Page:
    """Listen to what a new page and the app say to each other; ``settle`` needs it."""
    _RUNS[page] = _Runs(page)
    return page


def settle(page: Page) -> None:
    """Wait until the script has run and the page has stopped changing."""
    runs, end = _RUNS[page], time.monotonic() + DONE_WITHIN
    while True:
        while runs.owed:
            if time.monotonic() > end:
                raise TimeoutError("the run of the script has not ended")
            page.wait_for_timeout(20)
        page.evaluate(_DRAWN)
        if not runs.owed:
            return
