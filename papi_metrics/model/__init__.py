"""The words of the domain: frozen dataclasses and enums, standard library only."""
