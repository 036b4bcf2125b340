"""Documents as PDF/A, set by typst: its compiler comes in a wheel, without Word, a browser or the internet."""
