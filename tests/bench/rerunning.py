"""A click on Tổng quan against a rerun of nothing at all on stock Streamlit."""

from collections.abc import Iterator
from itertools import cycle

from papi_metrics.wording import pages as words
from tests.bench import server
from tests.bench.client import session
from tests.bench.figure import Figure, in_turns

_ROUNDS = 60


def figures() -> Iterator[Figure]:
    """Median time from a choice of another period to the end of the script."""
    with (
        server.product() as product,
        server.empty_page() as stock,
        session(product.address) as ours,
        session(stock.address) as theirs,
    ):
        first = ours.run("tong-quan")
        theirs.run()
        periods = ours.selectboxes[words.PERIOD].options
        unseen = [ours.run("tong-quan", choice=(words.PERIOD, period)) for period in periods]
        another = cycle(periods)
        value, base = in_turns(lambda: ours.run("tong-quan", choice=(words.PERIOD, next(another))), theirs.run, _ROUNDS)
    note = (
        f"Tổng quan, another period each time, over the websocket until script_finished (first run of the server "
        f"{first:.0f} ms, a period not seen before {max(unseen):.0f} ms); base: empty script, default settings, "
        "uvloop, httptools and orjson blocked as in `pip install streamlit`"
    )
    yield Figure("rerun_tong_quan", value, base, limit=0.5, note=note)
