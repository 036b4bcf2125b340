"""Tables that become lists of cards on a phone and print whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

NOTHING_UNDER: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``figures`` aligns right; ``width`` is in percent of the table, 0 leaves it free."""

    title: str
    figures: bool = False
    width: int = 0


def table(
    columns: Sequence[Column], lines: Sequence[Sequence[str]], name: str, under: Mapping[int, str] = NOTHING_UNDER
) -> str:
    """Return a table; the cells are ready HTML. The first cell of a line is its heading.

    ``name`` is what a screen reader calls the table. ``under`` holds ready HTML that belongs to a line, by the
    line's place, and is shown below it over the whole width.
    """
    head = "".join(_head(column) for column in columns)
    body = "".join(_line(columns, line) + _under(columns, under.get(place)) for place, line in enumerate(lines))
    return (
        f'<table class="papi-table papi-rows" aria-label="{escape(name)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _head(column: Column) -> str:
    width = f' style="width:{column.width}%"' if column.width else ""
    return f'<th scope="col" class="{_kind(column)}"{width}>{escape(column.title)}</th>'


def _line(columns: Sequence[Column], line: Sequence[str]) -> str:
    first, *rest = zip(columns, line, strict=True)
    cells = "".join(
        f'<td class="{_kind(column)}" data-label="{escape(column.title)}"><div>{cell}</div></td>'
        for column, cell in rest
    )
    return f'<tr><th scope="row" class="papi-text">{first[1]}</th>{cells}</tr>'


def _under(columns: Sequence[Column], body: str | None) -> str:
    return f'<tr class="papi-under"><td colspan="{len(columns)}">{body}</td></tr>' if body else ""


def _kind(column: Column) -> str:
    return "papi-num" if column.figures else "papi-text"
