"""What is said of one code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one code. In ``message`` and ``fix`` ``{value}`` and the names of the details are filled in.

    ``example`` shows a cell that gives the finding and how it reads once it is mended.
    """

    title: str
    message: str
    fix: str
    example: str


NOTHING_TO_DO = "Không phải sửa; hãy đối chiếu lại nếu cần."
