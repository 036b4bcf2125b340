"""The arguments of every command. Wrong calls end with exit code 2 and one Vietnamese line."""

import argparse
import sys
from pathlib import Path

from papi_metrics.command import arguments as given
from papi_metrics.command.arguments import Parser
from papi_metrics.model.decision import SETTLED
from papi_metrics.model.reading import TableKind
from papi_metrics.services.charts import PictureFormat
from papi_metrics.services.reports import ReportKind
from papi_metrics.services.settings import PARTS
from papi_metrics.wording import command as words
from papi_metrics.wording import command_help as help_words


def build() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(prog="python -m papi_metrics", description=help_words.ABOUT)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser, metavar=help_words.COMMAND)

    check = commands.add_parser("check", help=help_words.CHECK)
    given.add_file(check)
    check.add_argument("--kind", choices=[kind.value for kind in TableKind], help=help_words.KIND)
    check.add_argument("--year", type=given.year, metavar=help_words.YEAR, help=help_words.YEAR_OF_FILE)
    given.add_store(check, required=False)
    given.add_plan(check, required=False)
    given.add_period(check, required=False)
    given.add_sender(check)
    given.add_columns(check)
    given.add_json(check)

    load = commands.add_parser("import", help=help_words.IMPORT)
    given.add_file(load)
    given.add_store(load)
    given.add_plan(load)
    given.add_period(load, required=False, help_text=help_words.PERIOD_OF_RETURN)
    load.add_argument("--received", type=given.day, metavar=help_words.DAY, help=help_words.RECEIVED)
    given.add_author(load)
    load.add_argument("--accept-warnings", default="", metavar=help_words.REASON, help=help_words.ACCEPT_WARNINGS)
    load.add_argument("--add-units", action="store_true", help=help_words.ADD_UNITS)
    load.add_argument("--rows", choices=["all", "good"], default="all", help=help_words.ROWS)
    given.add_sender(load)
    given.add_columns(load)
    given.add_json(load)

    templates = commands.add_parser("templates", help=help_words.TEMPLATES)
    given.add_store(templates)
    given.add_plan(templates)
    given.add_period(templates)
    given.add_as_of(templates)
    given.add_out(templates, help_words.FOLDER_OUT, metavar=help_words.FOLDER)
    given.add_json(templates)

    answer = commands.add_parser("answer", help=help_words.ANSWER)
    given.add_file(answer)
    given.add_store(answer)
    given.add_plan(answer)
    given.add_period(answer)
    given.add_sender(answer)
    given.add_out(answer, help_words.XLSX_OUT)

    plans = commands.add_parser("plans", help=help_words.PLANS)
    # Not required here: "plans add" gives its own, and argparse would ask for both.
    given.add_store(plans, required=False)
    given.add_json(plans)
    actions = plans.add_subparsers(dest="action", parser_class=Parser, metavar=help_words.ACTION)
    add = actions.add_parser("add", help=help_words.PLANS_ADD)
    given.add_store(add)
    add.add_argument("--id", type=given.plan_id, required=True, metavar=help_words.CODE, help=help_words.NEW_ID)
    add.add_argument(
        "--org", type=given.something, required=True, metavar=help_words.NAME, help=help_words.ORGANISATION
    )
    add.add_argument("--year", type=given.year, required=True, metavar=help_words.YEAR, help=help_words.YEAR_OF_PLAN)
    add.add_argument("--title", default="", metavar=help_words.NAME, help=help_words.TITLE)
    given.add_author(add)
    given.add_json(add)

    imports = commands.add_parser("imports", help=help_words.IMPORTS)
    given.add_store(imports)
    given.add_json(imports)

    settings = commands.add_parser("settings", help=help_words.SETTINGS)
    given.add_store(settings)
    given.add_json(settings)

    history = commands.add_parser("history", help=help_words.HISTORY)
    given.add_store(history)
    history.add_argument("--task", required=True, metavar=help_words.CODE, help=help_words.KEY)
    given.add_plan(history, required=False, help_text=help_words.PLAN_OF_KEY)
    given.add_json(history)

    compare = commands.add_parser("compare", help=help_words.COMPARE)
    compare.add_argument("first", type=given.entry, metavar="N", help=help_words.ENTRY)
    compare.add_argument("second", type=given.entry, metavar="M", help=help_words.OTHER_ENTRY)
    given.add_store(compare)
    given.add_json(compare)

    log = commands.add_parser("log", help=help_words.LOG)
    given.add_store(log)
    given.add_out(log, help_words.LOG_OUT, required=False)
    given.add_json(log)

    revoke = commands.add_parser("revoke", help=help_words.REVOKE)
    revoke.add_argument("number", type=given.entry, metavar="N", help=help_words.ENTRY_REVOKED)
    given.add_store(revoke)
    revoke.add_argument(
        "--reason", type=given.something, required=True, metavar=help_words.REASON, help=help_words.REASON_REVOKED
    )
    given.add_author(revoke)
    given.add_json(revoke)

    sample = commands.add_parser("sample", help=help_words.SAMPLE)
    given.add_store(sample)
    sample.add_argument("--real-only", action="store_true", help=help_words.REAL_ONLY)
    sample.add_argument("--if-empty", action="store_true", help=help_words.IF_EMPTY)
    given.add_json(sample)

    state = commands.add_parser("state", help=help_words.STATE)
    given.add_store(state)
    given.add_json(state)

    measures = commands.add_parser("measures", help=help_words.MEASURES)
    given.add_view(measures)
    measures.add_argument(
        "--by", choices=["plan", "dimension", "unit", "task", "commitment"], default="plan", help=help_words.MEASURES_BY
    )
    given.add_json(measures)

    _add_documents(commands)
    _add_decisions(commands.add_parser("decisions", help=help_words.DECISIONS))
    _add_scores(commands.add_parser("scores", help=help_words.SCORES))
    _add_targets(commands.add_parser("targets", help=help_words.TARGETS))

    board = commands.add_parser("board", help=help_words.BOARD)
    given.add_store(board)
    given.add_plan(board)
    given.add_as_of(board, required=True, help_text=help_words.AS_OF_ASKED)
    given.add_json(board)

    remind = commands.add_parser("remind", help=help_words.REMIND)
    given.add_store(remind)
    given.add_plan(remind)
    given.add_period(remind)
    remind.add_argument("--unit", required=True, metavar=help_words.CODE, help=help_words.UNIT_REMINDED)
    given.add_as_of(remind, help_text=help_words.AS_OF_REMINDED)
    given.add_out(remind, help_words.DOCX_OUT)

    calendar = commands.add_parser("calendar", help=help_words.CALENDAR)
    given.add_store(calendar)
    given.add_plan(calendar)
    given.add_out(calendar, help_words.ICS_OUT)

    backup = commands.add_parser("backup", help=help_words.BACKUP)
    given.add_store(backup)
    given.add_out(backup, help_words.BACKUP_OUT)
    return parser


def _add_documents(commands: "argparse._SubParsersAction[Parser]") -> None:
    """What leaves the house, and every figure of it."""
    figures = commands.add_parser("figures", help=help_words.FIGURES)
    given.add_view(figures)
    given.add_version(figures)
    given.add_json(figures)

    report = commands.add_parser("report", help=help_words.REPORT)
    given.add_view(report)
    given.add_version(report)
    report.add_argument(
        "--kind", choices=[kind.value for kind in ReportKind], required=True, help=help_words.REPORT_KIND
    )
    report.add_argument("--template", type=Path, metavar=help_words.FILE, help=help_words.REPORT_TEMPLATE)
    given.add_out(report, help_words.REPORT_OUT)

    deck = commands.add_parser("deck", help=help_words.DECK)
    given.add_view(deck)
    given.add_version(deck)
    given.add_out(deck, help_words.PPTX_OUT)

    brief = commands.add_parser("brief", help=help_words.BRIEF)
    given.add_view(brief)
    given.add_version(brief)
    given.add_out(brief, help_words.PDF_OUT)

    charts = commands.add_parser("charts", help=help_words.CHARTS)
    given.add_view(charts)
    given.add_version(charts)
    given.add_out(charts, help_words.FOLDER_OF_PICTURES, metavar=help_words.FOLDER)
    charts.add_argument(
        "--format", choices=[kind.value for kind in PictureFormat], required=True, help=help_words.PICTURE_FORMAT
    )
    given.add_json(charts)

    summary = commands.add_parser("summary", help=help_words.SUMMARY)
    given.add_view(summary)
    given.add_version(summary)
    given.add_out(summary, help_words.XLSX_OUT)


def _add_decisions(decisions: Parser) -> None:
    """The list and its two actions; what the list needs is asked for in ``parse``, as for "plans"."""
    given.add_store(decisions, required=False)
    given.add_plan(decisions, required=False)
    given.add_period(decisions, required=False, help_text=help_words.PERIOD_OF_MEETING)
    given.add_as_of(decisions)
    given.add_json(decisions)
    actions = decisions.add_subparsers(dest="action", parser_class=Parser, metavar=help_words.ACTION)
    add = actions.add_parser("add", help=help_words.DECISIONS_ADD)
    given.add_store(add)
    given.add_plan(add)
    given.add_period(add, help_text=help_words.PERIOD_OF_DECISION)
    add.add_argument("--what", type=given.something, required=True, metavar=help_words.TEXT, help=help_words.WHAT)
    add.add_argument("--unit", required=True, metavar=help_words.CODE, help=help_words.UNIT_DECIDED)
    add.add_argument("--due", type=given.day, required=True, metavar=help_words.DAY, help=help_words.DUE_DECIDED)
    add.add_argument("--row", default="", metavar=help_words.CODE, help=help_words.ROW_DECIDED)
    given.add_author(add)
    given.add_json(add)
    settle = actions.add_parser("settle", help=help_words.DECISIONS_SETTLE)
    settle.add_argument("number", type=given.entry, metavar="N", help=help_words.DECISION)
    given.add_store(settle)
    settle.add_argument("--state", choices=[state.value for state in SETTLED], required=True, help=help_words.ENDING)
    settle.add_argument("--on", type=given.day, metavar=help_words.DAY, help=help_words.ENDED_ON)
    settle.add_argument(
        "--outcome", type=given.something, required=True, metavar=help_words.TEXT, help=help_words.OUTCOME
    )
    given.add_author(settle)
    given.add_json(settle)


def _add_scores(scores: Parser) -> None:
    """Scores of a province or thresholds of a year, and the upload of a year's table."""
    scores.add_argument("--province", type=given.something, metavar=help_words.NAME, help=help_words.PROVINCE)
    scores.add_argument("--year", type=given.year, metavar=help_words.YEAR, help=help_words.YEAR_OF_SCORES)
    scores.add_argument("--thresholds", action="store_true", help=help_words.THRESHOLDS)
    given.add_store(scores, required=False, help_text=help_words.STORE_OF_SCORES)
    given.add_json(scores)
    actions = scores.add_subparsers(dest="action", parser_class=Parser, metavar=help_words.ACTION)
    add = actions.add_parser("add", help=help_words.SCORES_ADD)
    given.add_file(add)
    given.add_store(add)
    add.add_argument("--year", type=given.year, metavar=help_words.YEAR, help=help_words.YEAR_OF_TABLE)
    add.add_argument("--accept-warnings", default="", metavar=help_words.REASON, help=help_words.ACCEPT_WARNINGS)
    given.add_author(add)
    given.add_json(add)


def _add_targets(targets: Parser) -> None:
    """The list, and what sets one target or those that the plan prints."""
    given.add_store(targets, required=False)
    given.add_plan(targets, required=False)
    given.add_as_of(targets, help_text=help_words.AS_OF_TODAY)
    given.add_json(targets)
    actions = targets.add_subparsers(dest="action", parser_class=Parser, metavar=help_words.ACTION)
    put = actions.add_parser("set", help=help_words.TARGETS_SET)
    given.add_store(put)
    given.add_plan(put)
    put.add_argument("--dimension", choices=PARTS, default="", help=help_words.DIMENSION_OF_TARGET)
    put.add_argument("--target", default=None, metavar=help_words.TEXT, help=help_words.TARGET)
    put.add_argument("--from-plan", action="store_true", help=help_words.TARGETS_FROM_PLAN)
    given.add_author(put)
    given.add_json(put)


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the arguments, those of the process by default. Exits with 2 on a wrong call."""
    parser = build()
    call = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    if call.command in ("plans", "decisions", "targets"):
        asked = ("store",) if call.command == "plans" or call.action == "settle" else ("store", "plan")
        missing = [f"--{name}" for name in asked if getattr(call, name) is None]
        if missing:
            parser.stop(words.MISSING_ARGUMENTS.format(", ".join(missing)))
    if call.command == "scores" and call.action is None and (call.province is None) is not call.thresholds:
        parser.stop(words.SCORES_ONE_OF)
    if call.command == "targets" and call.action == "set":
        # One dimension takes both, the plan's own text neither.
        told = {bool(call.dimension), call.target is not None}
        if told != {not call.from_plan}:
            parser.stop(words.TARGETS_ONE_OF)
    return call
