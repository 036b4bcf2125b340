"""The deck for a meeting: what its slides say (``topics``), how they are shared out (``pages``), and the file."""
