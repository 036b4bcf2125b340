"""Meeting mode: the slides of Trình chiếu."""
