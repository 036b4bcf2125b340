"""The parts of the page Điểm PAPI."""
