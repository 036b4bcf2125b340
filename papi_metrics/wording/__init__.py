"""Every Vietnamese text the program says, and numbers and dates the Vietnamese way."""
