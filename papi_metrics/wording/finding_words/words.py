"""What is said of one code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one code. In ``message`` and ``fix`` ``{value}`` and the names of the details are filled in.

    ``example`` shows a cell that gives the finding and how it reads once it is mended. ``request`` is what the sender
    of a return is asked for, where ``fix`` tells the office what it can do itself; "" where both are the same.
    """

    title: str
    message: str
    fix: str
    example: str
    request: str = ""


NOTHING_TO_DO = "Không phải sửa; hãy đối chiếu lại nếu cần."
