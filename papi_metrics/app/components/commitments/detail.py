"""One commitment in full: target and figure, how it went, the explanation, and the files behind it."""

from collections.abc import Mapping
from html import escape

from papi_metrics.app import cache_rows, origin
from papi_metrics.app.components import lists
from papi_metrics.app.components.chart_card import chart_card
from papi_metrics.app.components.commitments import listing, parts, trend
from papi_metrics.app.components.commitments import words as said
from papi_metrics.app.components.commitments.listing import CommitmentFilter
from papi_metrics.app.components.rows import facts, history, marks, opened, source
from papi_metrics.app.components.rows.panel import panel, show
from papi_metrics.app.view import View
from papi_metrics.charts import builders
from papi_metrics.charts.frames import Row, day, figure, text
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.model.target import TargetKind
from papi_metrics.wording import form, labels
from papi_metrics.wording import page_commitments as words
from papi_metrics.wording import rows as row_words


def draw(view: View, key: str, wanted: CommitmentFilter) -> None:
    """Draw the commitment ``key``; ``wanted`` is the list from which it was opened."""
    every, listed = cache_rows.commitments(view), listing.filtered(view, wanted)
    row = opened.find(view, listing.PAGE, every, key, listed, wanted.words)
    if row is None:
        opened.missing(view, listing.PAGE, words.NO_COMMITMENT, words.ALL_COMMITMENTS)
        return
    halves = f'<div class="papi-halves">{_figures(view, row)}{_printed(row)}</div>'
    show(f"{_head(view, row)}{halves}{parts.parts(view, row)}{_explanation(view, row)}")
    _trend(view, row)
    show(history.history(view, key))
    source.files(row_words.SOURCES, source.entries_of(view, row), "commitment")


def _head(view: View, row: Row) -> str:
    return opened.head(view, row, words.place(text(row["block"]), text(row["number"])), said.state(row))


def _figures(view: View, row: Row) -> str:
    cells, of_figure = source.reported(view, row, "update"), source.reported(view, row, "figure")
    tone = marks.commitment_state(row).tone
    gap, attained = said.gap(row), figure(row["attainment"])
    stale, before = said.stale(view, row), figure(row["previous_actual"])
    pairs = (
        (words.TARGET, escape(said.target(row))),
        (
            words.ACTUAL,
            source.beside(f"<b>{escape(said.actual(row))}</b>", of_figure, "value", "judgement", "numerator"),
        ),
        (row_words.FRACTION, source.beside(said.fraction(row), of_figure, "numerator")),
        (
            words.BEFORE,
            escape(words.value(before, said.unit_of(row), figure(row["actual"]), figure(row["target_value"])))
            if before is not None and not stale
            else "",
        ),
        (words.GAP, f'<b class="papi-ink-{tone}">{escape(gap)}</b><small>{words.SIGN_NOTE}</small>' if gap else ""),
        (words.ATTAINMENT, words.attainment(attained)),
        (words.PACE, escape(said.pace(row)) or (words.ENOUGH if gap else "")),
        (row_words.FINALITY, source.beside(escape(said.finality(row)), of_figure, "finality", "as_of")),
        (words.FIGURE_OF, escape(f"{stale} · {words.NOT_REPORTED_NOW}") if stale else ""),
        (words.LATER_FIGURE, _later(row)),
        (words.RESULT, source.beside(facts.prose(text(row["result"])), cells, "result")),
        (words.EVIDENCE, source.evidence(row, cells, view.as_of)),
        (row_words.RECEIVED, marks.received_later(row, view.as_of) or form.day(day(row["received_on"]))),
    )
    return panel(words.ACTUAL, facts.facts(pairs), form.period(view.period))


def _later(row: Row) -> str:
    found = said.later_figure(row)
    return f"{escape(found)} {marks.mark(words.NOT_COUNTED)}" if found else ""


def _printed(row: Row) -> str:
    cells = source.cells(row, "cells")
    base, unit = figure(row["base_value"]), said.unit_of(row)
    relative = bool(text(row["target_change"]))
    kind = labels.TARGET_KINDS[TargetKind(str(row["target_kind"]))]
    pairs = (
        (words.AS_PRINTED, source.beside(escape(text(row["target_text"])), cells, "target")),
        (words.KIND, escape(kind)),
        (words.BASE, (escape(words.value(base, unit)) if base is not None else words.NO_BASE) if relative else ""),
        (words.DIRECTOR, source.beside(escape(text(row["director_text"])), cells, "director")),
        (words.LEAD, source.beside(facts.lead(row), cells, "lead")),
        (words.DEADLINE, source.beside(escape(text(row["deadline_text"])), cells, "deadline")),
        (words.DUE, form.day(day(row["due"]))),
        (words.STRICT_DUE, form.day(day(row["strict_due"]))),
        (words.INDEX, escape(text(row["index_name"])) or words.INDEX_NOT_SET),
        (row_words.SOURCE, escape(cells.get("content", ""))),
    )
    return panel(words.COMMITMENT_SAYS, facts.facts(pairs))


def _explanation(view: View, row: Row) -> str:
    cells = source.reported(view, row, "update")
    if not row["is_explained"]:
        missing = words.NO_EXPLANATION_YET if row["explanation_missing"] else words.EXPLANATION_NOT_NEEDED
        return panel(words.EXPLANATION, lists.empty(missing), words.EXPLANATION_NOTE)
    pairs = (
        *((labels.FIELDS[name], _said(row, name, cells)) for name in ("cause", "remedy")),
        (labels.FIELDS["new_deadline"], source.beside(form.day(day(row["new_deadline"])), cells, "new_deadline")),
        (labels.FIELDS["responsible"], _said(row, "responsible", cells)),
    )
    return panel(words.EXPLANATION, facts.facts(pairs), words.EXPLANATION_NOTE)


def _said(row: Row, name: str, cells: Mapping[str, str]) -> str:
    return source.beside(facts.prose(text(row[name])), cells, name) or marks.mark(row_words.MISSING)


def _trend(view: View, row: Row) -> None:
    series = [one for one in cache_rows.series(view) if one["key"] == row["key"]]
    if not series:
        show(panel(words.TREND, lists.empty(words.NO_TREND)))
        return
    goal = figure(row["target_value"]) if builders.is_numeric(row) else None
    drawn = trend.line(series, goal)
    table = trend.figures(series)
    if drawn:
        both = f'<div class="papi-halves papi-beside"><div>{drawn}</div><div>{table}</div></div>'
        chart_card("trend", lists.head(words.TREND, words.TREND_NOTE) + both, _chart(view, row, series))
    else:
        show(panel(words.TREND, table))


def _chart(view: View, row: Row, series: list[Row]) -> ChartSpec:
    known = [one for one in series if not one["is_later"]]
    return builders.commitment_over_periods(row, series, origin.provenance(view, known))
