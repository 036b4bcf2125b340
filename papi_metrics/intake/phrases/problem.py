"""What a phrase grammar raises: a problem that does not know its place yet."""


class PhraseProblem(ValueError):  # noqa: N818 - a problem of the user's data, not a fault of the program
    """A phrase that cannot be read. The row loop adds the cell and makes a finding of it.

    ``code`` is the finding's code, ``value`` the text as given, ``details`` the values of its sentence.
    """

    def __init__(self, code: str, value: str, **details: str) -> None:
        super().__init__(f"{code}: {value!r}")
        self.code = code
        self.value = value
        self.details: dict[str, str] = details
