"""What the command line says of itself is Vietnamese: help pages and complaints about a wrong call."""

import argparse
import re
from collections.abc import Iterator

import pytest

from papi_metrics.command.arguments import Parser
from papi_metrics.command.parser import build, parse

ENGLISH = re.compile(
    r"usage|options|positional|arguments?\b|required|invalid|show this|exit|expected|unrecognized|choose|ambiguous",
    re.IGNORECASE,
)


def parsers(parser: Parser) -> Iterator[Parser]:
    """The parser and those of all its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from parsers(command)


EVERY = list(parsers(build()))


def test_every_command_is_held_to_these_tests() -> None:
    assert len(EVERY) == 33


@pytest.mark.parametrize("parser", EVERY, ids=lambda parser: parser.prog)
def test_a_help_page_is_vietnamese_and_explains_every_argument(parser: Parser) -> None:
    page = parser.format_help()
    assert page.startswith("Cách dùng: python -m papi_metrics")
    assert ENGLISH.findall(page) == []
    commands = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    explained = [action for action in parser._actions if action not in commands]
    assert [action.dest for action in explained if not action.help] == []
    assert [choice.dest for action in commands for choice in action._choices_actions if not choice.help] == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("state", "state: thiếu tham số --store"),
        ("check", "check: thiếu tham số TỆP"),
        ("plans", "thiếu tham số --store"),
        ("state --store s.duckdb thua", "không hiểu tham số thua"),
        ("measures --p x", "measures: tham số --p chưa rõ là tham số nào: --plan, --period"),
        ("state --json=1", "state: tham số --json không nhận giá trị"),
        ("state --store", "state: tham số --store cần một giá trị"),
        ("compare một 2 --store s", "compare: tham số N: “một” không phải là số của một mục; viết số nguyên như 14"),
        (
            "measures --by tuần",
            "measures: tham số --by: không có “tuần”; chọn plan, dimension, unit, task, commitment",
        ),
    ],
)
def test_a_wrong_call_is_one_vietnamese_line(capsys: pytest.CaptureFixture[str], arguments: str, line: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(arguments.split())
    said = capsys.readouterr()
    assert (stopped.value.code, said.out) == (2, "")
    assert said.err.endswith(f"{line}\n")
    assert said.err.count("\n") == 1
    assert ENGLISH.findall(said.err) == []
