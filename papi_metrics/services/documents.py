"""Files that leave the house, made from the same figures as the pages."""

from datetime import date, datetime

import pandas as pd

from papi_metrics.documents.calendar_file import DueTask, calendar_file, plan_events
from papi_metrics.documents.summary import Summary, summary_workbook
from papi_metrics.model.period import Period
from papi_metrics.model.plan import Plan
from papi_metrics.services import figures
from papi_metrics.services.plans import organisation_name, plan_name
from papi_metrics.services.uploads import periods_of
from papi_metrics.store import Store
from papi_metrics.wording import labels


def summary(
    store: Store, plan: Plan, period: Period, as_of: date, *, made_at: datetime, version: int | None = None
) -> bytes:
    """Return the summary workbook of a plan in a period at an as-of date, as .xlsx bytes."""
    tasks = figures.task_states(store, plan.id, period, as_of, version)
    commitments = figures.commitment_states(store, plan.id, period, as_of, version)
    return summary_workbook(
        Summary(
            org=organisation_name(store, plan.org),
            plan=plan_name(store, plan),
            period=period,
            as_of=as_of,
            finality=labels.FINALITIES[figures.finality(store, plan.id, period, as_of, version)],
            version=store.version if version is None else version,
            illustrative=bool(tasks["illustrative"].any() or commitments["illustrative"].any()),
            made_at=made_at,
            tasks=tasks,
            commitments=commitments,
            measures=_measures(store, plan.id, period, as_of, version),
        )
    )


def calendar(store: Store, plan: Plan, *, made_at: datetime) -> bytes:
    """Return the dates of a plan as .ics bytes: both calendars, and every due date of its tasks."""
    outer = {period: plan.reports_on(period) for period in periods_of(plan)}
    due = [
        DueTask(
            f"{item.key}/{place}" if len(item.record.deadline.occurrences) > 1 else item.key,
            day,
            item.record.number,
            item.record.content,
            item.record.lead_text,
        )
        for item in store.tasks(plan.id)
        for place, day in enumerate(item.record.deadline.occurrences, start=1)
    ]
    name = plan_name(store, plan)
    return calendar_file(plan.id, name, plan_events(plan, name, outer, due), made_at)


def _measures(store: Store, plan: str, period: Period, as_of: date, version: int | None) -> pd.DataFrame:
    whole = figures.measure_rows(store, plan, period, as_of, "plan", version).assign(whole=True)
    parts = figures.measure_rows(store, plan, period, as_of, "dimension", version).assign(whole=False)
    return pd.concat([whole, parts], ignore_index=True)
