"""What reports say of commitments: how they stand, the table, and each that is not met with its giải trình."""

from collections.abc import Iterator

from papi_metrics.charts.spec import ChartKind
from papi_metrics.documents.facts import Record
from papi_metrics.documents.report.model import Block, Density, Drawing, Grid, Heading, Paragraph
from papi_metrics.documents.report.source import Source, evidence, place
from papi_metrics.documents.table import Across, TableRow, columns
from papi_metrics.model.state import UNDECIDED, CommitmentState
from papi_metrics.model.update import Finality, Judgement
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words
from papi_metrics.wording import report_commitments as words
from papi_metrics.wording.summary import BLOCKS

_SHORT_SHARES = (11, 31, 22, 27, 18, 17, 34)
_FULL_SHARES = (11, 31, 28, 23, 24, 27, 17, 17, 30, 39)
_NOT_COUNTED_AS_MET = ("missed", "at_risk", "no_data", "not_yet_due")


def overall(source: Source) -> Paragraph:
    """Return how the commitments stand as a whole."""
    others = (source.some(f"plan.commitments_{state}.count") for state in _NOT_COUNTED_AS_MET)
    told = [
        words.overall(
            source.say("plan.commitments.count"),
            source.say("plan.commitments_met"),
            *others,
        ),
        words.moved(source.some("moved.better.count"), source.some("moved.worse.count")),
    ]
    unexplained = source.some("plan.explanation_missing.count")
    told += [words.unexplained(unexplained)] if unexplained else []
    return Paragraph(" ".join(text for text in told if text))


def section(source: Source) -> Iterator[Block]:
    """Yield the section of a quarterly report: how they stand, the chart, and the table."""
    yield overall(source)
    yield from (Drawing(chart) for chart in source.facts.charts if chart.kind is ChartKind.BULLET)
    yield Grid(
        columns(words.SHORT_HEADINGS, _SHORT_SHARES, centred=(0, 4, 5)), tuple(_rows(source, full=False)), Density.DENSE
    )


def full_table(source: Source) -> Grid:
    """Return the table of every commitment with all that is known of it, for a wide page."""
    return Grid(
        columns(words.FULL_HEADINGS, _FULL_SHARES, centred=(0, 6, 7)), tuple(_rows(source, full=True)), Density.DENSE
    )


def not_met(source: Source) -> Iterator[Block]:
    """Yield each commitment that is not or only partly met, with its giải trình."""
    found = [row for row in source.facts.commitments if row["must_explain"]]
    if not found:
        yield Paragraph(words.NONE_NOT_MET)
    for number, row in enumerate(found, 1):
        name = f"commitment.{row['key']}"
        sure = labels.FINALITIES[Finality(row["finality"])] if row["finality"] else ""
        yield Heading(report_words.heading(number, row["content"]))
        yield Paragraph(words.target(row["target_text"]))
        yield Paragraph(words.lead(row["lead_text"] or report_words.BLANK, row["deadline_text"] or ""))
        yield Paragraph(words.actual(actual_of(row, source), source.say(f"{name}.gap"), state_of(row), sure))
        if row["result"]:
            yield Paragraph(words.told(row["result"], evidence(row, source)))
        explained = explanation(row, source)
        yield Paragraph(words.explained(explained) if explained else report_words.item(words.NO_EXPLANATION))


def undecided(source: Source) -> Iterator[Block]:
    """Yield the commitments that cannot be judged yet."""
    for row in source.facts.commitments:
        if CommitmentState(row["state"]) in UNDECIDED:
            yield Paragraph(words.undecided(row["content"], state_of(row), source.say(f"commitment.{row['key']}.gap")))


def explanation(row: Record, source: Source) -> str:
    """Return the giải trình in one text, "" where there is none."""
    return words.explanation(
        row["cause"] or "",
        row["remedy"] or "",
        source.say(f"commitment.{row['key']}.new_deadline"),
        row["responsible"] or "",
    )


def _rows(source: Source, *, full: bool) -> Iterator[TableRow]:
    block = ""
    for row in source.facts.commitments:
        if row["block"] != block:
            block = row["block"]
            yield Across(f"{block}. {BLOCKS.get(block, block)}" if block else BLOCKS.get(block, ""))
        yield (_full if full else _short)(row, source)


def _short(row: Record, source: Source) -> tuple[str, ...]:
    name = f"commitment.{row['key']}"
    return (
        place(row),
        row["content"],
        source.say(f"{name}.target"),
        actual_of(row, source),
        source.say(f"{name}.gap"),
        state_of(row),
        _explained(row, source),
    )


def _full(row: Record, source: Source) -> tuple[str, ...]:
    name = f"commitment.{row['key']}"
    return (
        place(row),
        row["content"],
        row["target_text"],
        row["lead_text"] or "",
        row["deadline_text"] or "",
        actual_of(row, source),
        source.say(f"{name}.gap"),
        state_of(row),
        evidence(row, source),
        _explained(row, source),
    )


def actual_of(row: Record, source: Source) -> str:
    """Return the figure with what it is made of, else how a person judged it."""
    name = f"commitment.{row['key']}"
    figure = source.say(f"{name}.actual")
    if figure:
        fraction = source.say(f"{name}.fraction")
        return f"{figure} ({fraction})" if fraction and row["target_unit"] == "%" else figure
    return labels.JUDGEMENTS[Judgement(row["judgement"])] if row["judgement"] else form.capital(form.NO_DATA)


def state_of(row: Record) -> str:
    """Return the state of a commitment in words."""
    return labels.COMMITMENT_STATES[CommitmentState(row["state"])].word


def _explained(row: Record, source: Source) -> str:
    return explanation(row, source) or (words.EXPLANATION_MISSING if row["explanation_missing"] else "")
