"""What the office sets: departments and their letters, plans, units, commitments, targets; written and read."""

from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection

from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.office import Office
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.unit import Unit
from papi_metrics.store import records, rows
from papi_metrics.store.append import Act, add_entry, insert
from papi_metrics.store.read import query


def add_organisation(cursor: DuckDBPyConnection, act: Act, organisation: Organisation, units: Sequence[Unit]) -> int:
    """Append an organisation and its first ``units``; return the number of the entry."""
    row = {"org": organisation.id, "name": organisation.name, "province": organisation.province}
    put = [rows.unit_row(place, organisation.id, unit) for place, unit in enumerate(units)]
    return _add(cursor, act, None, {"organisation_word": [row], "unit_word": put})


def add_office(cursor: DuckDBPyConnection, act: Act, org: str, office: Office) -> int:
    """Append how an organisation issues its letters; return the number of the entry."""
    signer = office.signer
    row = {
        "org": org,
        "parent": office.parent,
        "name": office.name,
        "code": office.code,
        "drafter": office.drafter,
        "place": office.place,
        "post": signer.post,
        "signer": signer.name,
        "stands_for": signer.stands_for,
    }
    return _add(cursor, act, None, {"organisation_office_word": [row]})


def add_plan(cursor: DuckDBPyConnection, act: Act, plan: Plan) -> int:
    """Append a plan's settings; return the number of the entry."""
    row = {
        "plan": plan.id,
        "org": plan.org,
        "year": plan.year,
        "title": plan.title or None,
        "calendar": rows.calendar_json(plan.calendar),
        "outer_calendar": rows.calendar_json(plan.outer) or "{}",
        "due_soon_days": plan.due_soon_days,
    }
    return _add(cursor, act, plan.id, {"plan_word": [row]})


def add_units(cursor: DuckDBPyConnection, act: Act, org: str, units: Sequence[Unit], gone: Sequence[str]) -> int:
    """Append units of an organisation, and the codes that are dropped; return the number of the entry."""
    put = [rows.unit_row(place, org, unit) for place, unit in enumerate(units)]
    dropped = [{"org": org, "code": code, "op": "gone"} for code in gone]
    return _add(cursor, act, None, {"unit_word": put + dropped})


def add_commitment_settings(
    cursor: DuckDBPyConnection, act: Act, plan: str, settings: Mapping[str, CommitmentSetting]
) -> int:
    """Append the settings of commitments by key; return the number of the entry. Raises TooLargeError."""
    put = [
        {"plan": plan, "key": key, "index_name": setting.index, "base_value": rows.exact(setting.base)}
        for key, setting in settings.items()
    ]
    return _add(cursor, act, plan, {"commitment_setting_word": put})


def add_papi_targets(cursor: DuckDBPyConnection, act: Act, plan: str, targets: Mapping[str, PapiTarget | None]) -> int:
    """Append the targets of dimensions by part; return the number of the entry. Raises TooLargeError."""
    put = [{"plan": plan, "part": part, **rows.papi_target(target)} for part, target in targets.items()]
    return _add(cursor, act, plan, {"papi_target_word": put})


def organisations(cursor: DuckDBPyConnection, version: int | None) -> tuple[Organisation, ...]:
    """Return all organisations by id."""
    found = query(cursor, "FROM organisations_at(v := $v) ORDER BY org", {"v": version})
    return tuple(Organisation(row["org"], row["name"], row["province"]) for row in found)


def office(cursor: DuckDBPyConnection, org: str, version: int | None) -> Office | None:
    """Return how an organisation issues its letters, None where it has not said."""
    found = query(cursor, "FROM offices_at(v := $v) WHERE org = $org", {"org": org, "v": version})
    return records.office(found[0]) if found else None


def plans(cursor: DuckDBPyConnection, version: int | None) -> tuple[Plan, ...]:
    """Return all plans by organisation, year and id."""
    found = query(cursor, "FROM plans_at(v := $v) ORDER BY org, year, plan", {"v": version})
    return tuple(records.plan(row) for row in found)


def units(cursor: DuckDBPyConnection, org: str, version: int | None) -> tuple[Unit, ...]:
    """Return the units of an organisation in the order in which they were first named."""
    found = query(cursor, "FROM units_at($org, v := $v) ORDER BY position", {"org": org, "v": version})
    return tuple(records.unit(row) for row in found)


def commitment_settings(cursor: DuckDBPyConnection, plan: str, version: int | None) -> dict[str, CommitmentSetting]:
    """Return what the office has set, by key."""
    found = query(cursor, "FROM commitment_settings_at($plan, v := $v)", {"plan": plan, "v": version})
    return {row["key"]: CommitmentSetting(row["index_name"], records.plain(row["base_value"])) for row in found}


def papi_targets(cursor: DuckDBPyConnection, plan: str, version: int | None) -> dict[str, PapiTarget]:
    """Return what a plan wants of the official scores of its year, by part."""
    found = query(cursor, "FROM papi_targets_at($plan, v := $v) ORDER BY part", {"plan": plan, "v": version})
    return {row["part"]: records.papi_target(row) for row in found}


def _add(cursor: DuckDBPyConnection, act: Act, plan: str | None, words: Mapping[str, Sequence[rows.Row]]) -> int:
    no = add_entry(cursor, "settings", act, plan=plan)
    for table, table_rows in words.items():
        insert(cursor, table, table_rows, {"entry": no})
    return no
