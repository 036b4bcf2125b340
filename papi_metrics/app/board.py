"""Everything Tổng quan draws, made once for a view and kept until the store changes."""

from dataclasses import dataclass

import pandas as pd

from papi_metrics.app import cache, cache_rows, origin, overview, registry
from papi_metrics.app.components import cards, lists
from papi_metrics.app.components.dimensions import scores
from papi_metrics.app.links import ALL, ASK, COUNTED, NOT_COUNTED, SLIDE, address
from papi_metrics.app.overview import count_of, ratio_of
from papi_metrics.app.view import View
from papi_metrics.charts import builders, html_renderer
from papi_metrics.charts.frames import Row, count, rows, text
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.model.ratio import Ratio
from papi_metrics.model.state import TaskState
from papi_metrics.wording import charts as chart_words
from papi_metrics.wording import page_decisions as decision_words
from papi_metrics.wording import page_slides as slide_words
from papi_metrics.wording import pages as words

MOST_BULLETS = 9
MOST_TO_ASK = 5
MOST_CHANGES = 3
MOST_CHANGES_ALONE = 8
"""Without commitments the column of news has the room of both cards."""


@dataclass(frozen=True, slots=True)
class Board:
    """The page as ready HTML, with the descriptions of its two charts."""

    line: str
    illustrative: bool
    unsettled: str
    cards: str
    papi_gaps: str
    tasks: str
    tasks_chart: ChartSpec
    commitments: str
    commitments_chart: ChartSpec
    ask: str
    news: str
    foot: str


@cache.kept
def board(view: View) -> Board:
    """Return Tổng quan for ``view``."""
    tasks, commitments = cache.tasks(view), cache.commitments(view)
    task_rows, commitment_rows = rows(tasks), rows(commitments)
    earlier = cache.earlier(view)
    before = rows(cache.tasks(earlier)) if earlier else []
    provenance = origin.provenance(view, (*task_rows, *commitment_rows))
    tasks_chart = builders.tasks_by_dimension(tasks, _completion(cache.measures(view, "dimension")), provenance)
    commitments_chart = builders.numeric_commitments(commitments, provenance)
    return Board(
        line=origin.line(view),
        illustrative=provenance.illustrative,
        unsettled=_unsettled(view),
        cards=cards.cards(view, _figures(view, task_rows, earlier)),
        papi_gaps=scores.gaps(view),
        tasks=_tasks(view, tasks_chart),
        tasks_chart=tasks_chart,
        commitments=_commitments(view, commitments_chart),
        commitments_chart=commitments_chart,
        ask=_ask(view, task_rows, commitment_rows),
        news=_news(view, task_rows, before, commitment_rows, earlier is not None),
        foot=origin.foot(view),
    )


def _completion(measures: pd.DataFrame) -> dict[str, Ratio]:
    return {
        builders.dimension_code(row["dimension"]): Ratio(count(row["numerator"]), count(row["denominator"]))
        for row in rows(measures)
        if row["measure"] == "completion"
    }


def _figures(view: View, tasks: list[Row], earlier: View | None) -> cards.Figures:
    plan = cache.measures(view)
    late = [count(row["days_late"]) for row in tasks if row["state"] == TaskState.OVERDUE]
    return cards.Figures(
        completion=ratio_of(plan, "completion"),
        completion_before=ratio_of(cache.measures(earlier), "completion") if earlier else None,
        overdue=count_of(plan, "overdue") if tasks else None,
        oldest_days=max(late, default=0),
        met=ratio_of(plan, "commitments_met"),
        missed=count_of(plan, "commitments_missed"),
        reported=ratio_of(plan, "units_reported"),
        unreported=overview.unreported(_owing(view)),
        evidenced=ratio_of(plan, "evidenced"),
        copied=[found for row in tasks if (found := overview.repeats(row))],
    )


def _owing(view: View) -> list[Row]:
    """Units that owe a report; tasks without a known lead belong to none."""
    return [row for row in rows(cache.submissions(view)) if text(row["unit"])]


def _tasks(view: View, chart: ChartSpec) -> str:
    if not chart.categories:
        way = address(view, "cap-nhat")
        return lists.head(chart.title) + lists.empty(words.NO_TASKS, way, words.ADD_FILE)

    return lists.head(chart.title, chart.order) + task_bars(view, chart)


def task_bars(view: View, chart: ChartSpec) -> str:
    """Return the bars of the tasks by dimension, each part a way to its tasks."""

    def href(dimension: str, state: str | None) -> str | None:
        if state == builders.NOT_COUNTED:
            return address(view, "nhiem-vu", dimension=dimension, mark=NOT_COUNTED)
        mark = COUNTED if state else ""
        return address(view, "nhiem-vu", dimension=dimension, state=state or "", mark=mark)

    return html_renderer.stacked(chart, href)


def _commitments(view: View, chart: ChartSpec) -> str:
    if not chart.categories:
        way = address(view, "cap-nhat")
        return lists.head(chart.title) + lists.empty(words.NO_COMMITMENTS, way, words.ADD_FILE)

    def href(key: str, _: str | None) -> str | None:
        return address(view, "cam-ket", key=key)

    more = words.shown_of(MOST_BULLETS, len(chart.categories))
    rest = f'<p class="papi-more">{html_renderer.link(address(view, "cam-ket"), more, "")}</p>' if more else ""
    return lists.head(chart.title, chart_words.TARGET_MARK) + html_renderer.bullets(chart, href, MOST_BULLETS) + rest


@cache.kept
def everything_to_ask(view: View) -> str:
    """Return the whole list whose beginning Tổng quan shows."""
    found = overview.to_ask(rows(cache.tasks(view)), rows(cache.commitments(view)))
    title = lists.head(words.ALL_TO_ASK, words.BACK_TO_OVERVIEW, address(view, registry.HOME))
    body = lists.items(view, found) if found else lists.empty(words.NOTHING_TO_ASK)
    return f'{title}<div class="papi-whole">{body}</div>'


def _unsettled(view: View) -> str:
    """The way to what the last meetings decided and is not done; nothing where all of it is."""
    count_of_them = len(cache_rows.meeting(view).unsettled)
    if not count_of_them:
        return ""
    where = address(view, "trinh-chieu", **{SLIDE: slide_words.CARRIED})
    return html_renderer.link(where, decision_words.unsettled(count_of_them), "papi-way")


def _ask(view: View, tasks: list[Row], commitments: list[Row]) -> str:
    found = overview.to_ask(tasks, commitments)
    more = words.see_all(len(found)) if len(found) > MOST_TO_ASK else ""
    title = lists.head(words.ASK_IN_MEETING, more, address(view, registry.HOME, **{ASK: ALL}))
    if not found:
        return title + lists.empty(words.NOTHING_TO_ASK if tasks or commitments else words.NO_TASKS)
    return title + lists.items(view, found[:MOST_TO_ASK])


def _news(view: View, tasks: list[Row], before: list[Row], commitments: list[Row], compared: bool) -> str:
    owing = _owing(view)
    handed_in = lists.head(words.SUBMISSIONS, lists.due_note(owing))
    handed_in += lists.submissions(view, owing, cache.unit_names(view)) if owing else lists.empty(words.NO_SUBMISSIONS)
    if not compared:
        return handed_in + lists.head(words.CHANGES) + lists.empty(words.NO_EARLIER_PERIOD)
    moved = overview.movement(tasks, before, commitments)
    news = (
        lists.changes(view, moved, MOST_CHANGES if commitments else MOST_CHANGES_ALONE)
        if moved.items
        else lists.empty(words.NO_CHANGES)
    )
    note = words.changed_count(moved.overdue, moved.undone, moved.done, moved.worse, moved.better)
    return handed_in + lists.head(words.CHANGES, note) + news
