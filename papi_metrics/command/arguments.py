"""What the arguments of every command share: the Vietnamese parser, the kinds of values, the common options."""

import argparse
import getpass
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from papi_metrics.model.period import Period
from papi_metrics.wording import command as words
from papi_metrics.wording import command_help as help_words
from papi_metrics.wording.columns import HEADINGS

WRONG_CALL = 2


class _Help(argparse.HelpFormatter):
    """The help page under Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, help_words.USAGE if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(help_words.SECTIONS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """An argument parser that explains itself and complains in Vietnamese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, formatter_class=_Help)
        self.add_argument("-h", "--help", action="help", help=help_words.HELP)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, as argparse words it in English, and stop."""
        self.stop(words.wrong_call(message))

    def stop(self, line: str) -> NoReturn:
        """Say what is wrong with the call in one line and stop."""
        self.exit(WRONG_CALL, f"{self.prog}: {line}\n")


def period(text: str) -> Period:
    """Read "2022-Q1"."""
    try:
        return Period.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.BAD_PERIOD.format(value=text)) from None


def day(text: str) -> date:
    """Read "2022-03-14"."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.BAD_DAY.format(value=text)) from None


def year(text: str) -> int:
    """Read a year of this century."""
    if not re.fullmatch("20[0-9]{2}", text):
        raise argparse.ArgumentTypeError(words.BAD_YEAR.format(value=text))
    return int(text)


def something(text: str) -> str:
    """Read a text that says something."""
    if not text.strip():
        raise argparse.ArgumentTypeError(words.EMPTY)
    return text.strip()


def plan_id(text: str) -> str:
    """Read the id of a new plan."""
    if not re.fullmatch("[a-z0-9][a-z0-9-]{1,30}", text):
        raise argparse.ArgumentTypeError(words.BAD_ID.format(value=text))
    return text


def entry(text: str) -> int:
    """Read the number of an entry of the ledger."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(words.BAD_ENTRY.format(value=text))
    return int(text)


def column(text: str) -> tuple[str, str]:
    """Read "C=deadline" or "Sheet1!C=deadline": where a column stands, and its role."""
    place, _, role = text.rpartition("=")
    sheet, parted, letters = place.strip().rpartition("!")
    if not re.fullmatch("[A-Za-z]{1,3}", letters) or role.strip() not in HEADINGS:
        raise argparse.ArgumentTypeError(words.BAD_COLUMN.format(value=text, roles=", ".join(HEADINGS)))
    return f"{sheet}{parted}{letters.upper()}", role.strip()


def add_file(parser: Parser) -> None:
    """The file that is read."""
    parser.add_argument("file", type=Path, metavar=help_words.FILE, help=help_words.FILE_IN)


def add_out(parser: Parser, help_text: str, *, metavar: str = help_words.FILE, required: bool = True) -> None:
    """Where the answer is written."""
    parser.add_argument("--out", type=Path, required=required, metavar=metavar, help=help_text)


def add_store(parser: Parser, *, required: bool = True, help_text: str = help_words.STORE_FILE) -> None:
    """The store that is opened."""
    parser.add_argument("--store", type=Path, required=required, metavar=help_words.STORE, help=help_text)


def add_plan(parser: Parser, *, required: bool = True, help_text: str = help_words.PLAN) -> None:
    """The plan in the store."""
    parser.add_argument("--plan", required=required, metavar=help_words.CODE, help=help_text)


def add_period(parser: Parser, *, required: bool = True, help_text: str = help_words.PERIOD_ASKED) -> None:
    """The period that is spoken of."""
    parser.add_argument("--period", type=period, required=required, metavar=help_words.PERIOD, help=help_text)


def add_as_of(parser: Parser, *, required: bool = False, help_text: str = help_words.AS_OF) -> None:
    """The day on which the figures close."""
    parser.add_argument("--as-of", type=day, required=required, metavar=help_words.DAY, help=help_text)


def add_view(parser: Parser) -> None:
    """Of what the figures are: a plan of the store in a period, on a day."""
    add_store(parser)
    add_plan(parser)
    add_period(parser)
    add_as_of(parser)


def add_version(parser: Parser) -> None:
    """The version of the store of which the figures are."""
    parser.add_argument("--version", type=entry, metavar="N", help=help_words.VERSION)


def add_columns(parser: Parser) -> None:
    """What columns are whose heading is not known."""
    roles = "; ".join(f"{role} {heading}" for role, heading in HEADINGS.items()).replace("%", "%%")
    parser.add_argument(
        "--column",
        type=column,
        action="append",
        default=[],
        dest="columns",
        metavar=help_words.COLUMN,
        help=help_words.COLUMNS.format(roles=roles),
    )


def add_sender(parser: Parser) -> None:
    """The unit that a return comes from."""
    parser.add_argument("--unit", metavar=help_words.CODE, help=help_words.SENDER)


def add_author(parser: Parser) -> None:
    """Who acts, for the ledger."""
    parser.add_argument("--by", type=something, default=_user(), metavar=help_words.NAME, help=help_words.AUTHOR)


def add_json(parser: Parser) -> None:
    """The answer as one JSON document."""
    parser.add_argument("--json", action="store_true", help=help_words.JSON)


def _user() -> str:
    """Return who is signed in to this machine, so that no entry of the ledger is anonymous."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # No name in the environment, and no list of users to look one up in (Windows, some containers).
        return words.SOMEBODY
