"""The language of an office's own template: names, figures and conditions that compare them."""

import re
from collections.abc import Callable
from itertools import pairwise
from operator import eq, ge, gt, le, lt
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from papi_metrics.wording import form

FIGURES = "so"
"""The name by which a template asks for a figure: so["plan.completion"]."""
_PARAGRAPH = re.compile(r"<w:p[ >]")
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getitem),
    *(nodes.If, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand),
)
_COMPARED = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq"})


class ComparedError(Exception):
    """A placeholder is compared with what it cannot be held against.

    ``code``: ``compared`` (not two numbers), ``no_data`` (the figure is not there in this period). ``name`` is the
    placeholder as a template writes it.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code, name)
        self.code, self.name = code, name


class Placed(str):
    """A text as it is printed, which a condition takes for its value.

    Only what is printed as a bare number compares with numbers: a share of 0.783 that is printed as "78,3%" would be
    held against 78. Without a value, and for 0, a condition does not hold.
    """

    __slots__ = ("_name", "_number", "_value")
    _name: str
    _number: float | None
    _value: object

    def __new__(cls, name: str, text: str, value: object) -> "Placed":
        """``name`` is the placeholder as a template writes it, ``value`` what it stands for, None for no data."""
        placed = super().__new__(cls, text)
        placed._name, placed._value = name, value
        placed._number = _number(text, value)
        return placed

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str) and not (isinstance(other, Placed) and self._is_number_beside(other)):
            return str(self) == str(other)
        return self._holds(eq, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: object) -> bool:
        return self._holds(lt, other)

    def __le__(self, other: object) -> bool:
        return self._holds(le, other)

    def __gt__(self, other: object) -> bool:
        return self._holds(gt, other)

    def __ge__(self, other: object) -> bool:
        return self._holds(ge, other)

    __hash__ = str.__hash__

    def _is_number_beside(self, other: "Placed") -> bool:
        return self._number is not None or other._number is not None

    def _holds(self, compare: Callable[[Any, Any], bool], other: object) -> bool:
        mine = self._as_number()
        if isinstance(other, Placed):
            return compare(mine, other._as_number())
        if isinstance(other, str):
            raise ComparedError("compared", self._name)
        return compare(mine, other)

    def _as_number(self) -> float:
        if self._value is None:
            raise ComparedError("no_data", self._name)
        if self._number is None:
            raise ComparedError("compared", self._name)
        return self._number


class Placeholders(SandboxedEnvironment):
    """Names, figures and conditions; nothing that computes, calls or repeats."""

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Read a template with each paragraph on a line of its own, so that a fault is told near its place."""
        return super().parse(_PARAGRAPH.sub(r"\n\g<0>", source), name, filename)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        asked = [node.node for node in tree.find_all(nodes.Getitem)]
        for node in tree.find_all(nodes.Node):
            bare = isinstance(node, nodes.Name) and node.name == FIGURES and not any(node is one for one in asked)
            if bare or not _is_allowed(node):
                fault = TemplateSyntaxError(type(node).__name__, node.lineno)
                fault.source = source
                raise fault
        return tree


def near(fault: TemplateSyntaxError) -> str:
    """Return the text of the template at the place where it could not be read."""
    lines = (fault.source or "").splitlines()
    line = lines[fault.lineno - 1] if 0 < fault.lineno <= len(lines) else ""
    text = "".join(part.partition(">")[2] for part in f">{line}".split("<"))
    start = text.find("{")
    return text[start:] if start >= 0 else text


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getitem):
        of_figures = isinstance(node.node, nodes.Name) and node.node.name == FIGURES
        return of_figures and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
    if isinstance(node, nodes.Compare):
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        known = all(operand.op in _COMPARED for operand in node.ops) and all(map(_can_be_compared, sides))
        # Of two neighbours one is a placeholder, which knows what it can be held against.
        return known and not any(
            isinstance(one, nodes.Const) and isinstance(other, nodes.Const) for one, other in pairwise(sides)
        )
    return isinstance(node, _ALLOWED)


def _can_be_compared(side: nodes.Expr) -> bool:
    if isinstance(side, nodes.Const):
        return isinstance(side.value, str | int | float) and not isinstance(side.value, bool)
    return isinstance(side, nodes.Name | nodes.Getitem)


def _number(text: str, value: object) -> float | None:
    """Return the value of what is printed as a whole number and nothing else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not float(value).is_integer():
        return None
    return value if text in (form.number(value), str(value)) else None
