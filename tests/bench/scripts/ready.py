"""An app whose pages draw what other pages have drawn, telling how long each run of its script takes."""

from tests.bench import drawing
from tests.bench.server import told

told(drawing.run)
