"""The reports of a plan: what they say (``model`` and its builders), apart from how they are laid out."""
