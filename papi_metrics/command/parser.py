"""The arguments of every command. Wrong calls end with exit code 2 and one Vietnamese line."""

import argparse
import getpass
import re
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

from papi_metrics.model.period import Period
from papi_metrics.model.reading import TableKind
from papi_metrics.wording import command as words

WRONG_CALL = 2


class Parser(argparse.ArgumentParser):
    """An argument parser that complains in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and stop."""
        self.exit(WRONG_CALL, words.wrong_call(self.prog, message) + "\n")


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.BAD_PERIOD.format(value=text)) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.BAD_DAY.format(value=text)) from None


def _year(text: str) -> int:
    if not re.fullmatch("20[0-9]{2}", text):
        raise argparse.ArgumentTypeError(words.BAD_YEAR.format(value=text))
    return int(text)


def build() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(prog="python -m papi_metrics", description=words.ABOUT)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)

    check = commands.add_parser("check", help=words.HELP_CHECK)
    check.add_argument("file", type=Path)
    check.add_argument("--kind", choices=[kind.value for kind in TableKind])
    check.add_argument("--year", type=_year)
    _store(check, required=False)
    check.add_argument("--plan", metavar="ID")
    check.add_argument("--period", type=_period)
    _unit(check)
    _as_json(check)

    load = commands.add_parser("import", help=words.HELP_IMPORT)
    load.add_argument("file", type=Path)
    _plan(load)
    load.add_argument("--period", type=_period)
    load.add_argument("--received", type=_day, metavar="DAY")
    _by(load)
    load.add_argument("--accept-warnings", default="", metavar="REASON")
    load.add_argument("--rows", choices=["all", "good"], default="all", help=words.HELP_ROWS)
    _unit(load)
    _as_json(load)

    templates = commands.add_parser("templates", help=words.HELP_TEMPLATES)
    _plan(templates)
    templates.add_argument("--period", type=_period, required=True)
    templates.add_argument("--out", type=Path, required=True, metavar="DIR")
    _as_json(templates)

    answer = commands.add_parser("answer", help=words.HELP_ANSWER)
    answer.add_argument("file", type=Path)
    _plan(answer)
    answer.add_argument("--period", type=_period, required=True)
    _unit(answer)
    answer.add_argument("--out", type=Path, required=True)

    plans = commands.add_parser("plans", help=words.HELP_PLANS)
    # Not required here: "plans add" gives its own, and argparse would ask for both.
    _store(plans, required=False)
    _as_json(plans)
    add = plans.add_subparsers(dest="action", parser_class=Parser).add_parser("add", help=words.HELP_PLANS_ADD)
    _store(add)
    add.add_argument("--id", type=_id, required=True)
    add.add_argument("--org", type=_words, required=True)
    add.add_argument("--year", type=_year, required=True)
    add.add_argument("--title", default="")
    _by(add)
    _as_json(add)

    imports = commands.add_parser("imports", help=words.HELP_IMPORTS)
    _store(imports)
    _as_json(imports)

    settings = commands.add_parser("settings", help=words.HELP_SETTINGS)
    _store(settings)
    _as_json(settings)

    history = commands.add_parser("history", help=words.HELP_HISTORY)
    _store(history)
    history.add_argument("--task", required=True, metavar="KEY", help=words.HELP_KEY)
    history.add_argument("--plan", metavar="ID")
    _as_json(history)

    revoke = commands.add_parser("revoke", help=words.HELP_REVOKE)
    revoke.add_argument("number", type=int)
    _store(revoke)
    revoke.add_argument("--reason", type=_words, required=True)
    _by(revoke)
    _as_json(revoke)

    sample = commands.add_parser("sample", help=words.HELP_SAMPLE)
    _store(sample)
    sample.add_argument("--real-only", action="store_true")
    sample.add_argument("--if-empty", action="store_true")
    _as_json(sample)

    state = commands.add_parser("state", help=words.HELP_STATE)
    _store(state)
    _as_json(state)

    measures = commands.add_parser("measures", help=words.HELP_MEASURES)
    _plan(measures)
    measures.add_argument("--period", type=_period, required=True)
    measures.add_argument("--as-of", type=_day)
    measures.add_argument("--by", choices=["plan", "dimension", "unit", "task", "commitment"], default="plan")
    _as_json(measures)

    summary = commands.add_parser("summary", help=words.HELP_SUMMARY)
    _plan(summary)
    summary.add_argument("--period", type=_period, required=True)
    summary.add_argument("--as-of", type=_day)
    summary.add_argument("--out", type=Path, required=True)

    charts = commands.add_parser("charts", help=words.HELP_CHARTS)
    _plan(charts)
    charts.add_argument("--period", type=_period, required=True)
    charts.add_argument("--as-of", type=_day)
    charts.add_argument("--out", type=Path, required=True, metavar="DIR")
    charts.add_argument("--format", choices=["png", "svg"], required=True)
    _as_json(charts)

    board = commands.add_parser("board", help=words.HELP_BOARD)
    _plan(board)
    board.add_argument("--as-of", type=_day, required=True)
    _as_json(board)

    remind = commands.add_parser("remind", help=words.HELP_REMIND)
    _plan(remind)
    remind.add_argument("--period", type=_period, required=True)
    remind.add_argument("--unit", required=True, metavar="CODE")
    remind.add_argument("--as-of", type=_day)
    remind.add_argument("--out", type=Path, required=True)

    calendar = commands.add_parser("calendar", help=words.HELP_CALENDAR)
    _plan(calendar)
    calendar.add_argument("--out", type=Path, required=True)

    backup = commands.add_parser("backup", help=words.HELP_BACKUP)
    _store(backup)
    backup.add_argument("--out", type=Path, required=True)
    return parser


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the arguments, those of the process by default. Exits with 2 on a wrong call."""
    parser = build()
    call = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    if call.command == "plans" and call.store is None:
        parser.error("the following arguments are required: --store")
    return call


def _words(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError(words.EMPTY)
    return text.strip()


def _id(text: str) -> str:
    if not re.fullmatch("[a-z0-9][a-z0-9-]{1,30}", text):
        raise argparse.ArgumentTypeError(words.BAD_ID.format(value=text))
    return text


def _store(parser: argparse.ArgumentParser, required: bool = True) -> None:
    parser.add_argument("--store", type=Path, required=required, metavar="S")


def _unit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", metavar="CODE", help=words.HELP_UNIT)


def _plan(parser: argparse.ArgumentParser) -> None:
    _store(parser)
    parser.add_argument("--plan", required=True, metavar="ID")


def _by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", type=_words, default=_user(), help=words.HELP_BY)


def _user() -> str:
    """Return who is signed in to this machine, so that no entry of the ledger is anonymous."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # No name in the environment, and no list of users to look one up in (Windows, some containers).
        return words.SOMEBODY


def _as_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.HELP_JSON)
