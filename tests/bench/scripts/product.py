"""The product, telling how long each run of its script takes."""

from papi_metrics.app import shell
from tests.bench.server import told

told(shell.run)
