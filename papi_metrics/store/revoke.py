"""Taking back: a revocation is an entry like any other, and what stands after it is worked out when it is written."""

from collections.abc import Iterable, Sequence

from duckdb import DuckDBPyConnection

from papi_metrics.model.period import Period
from papi_metrics.store.append import Act, add_entry, insert
from papi_metrics.store.errors import AlreadyRevokedError, NotRevokedError, UnknownEntryError


def add_revocation(cursor: DuckDBPyConnection, act: Act, targets: Sequence[int], reason: str) -> int:
    """Append one revocation of all ``targets`` and the changes of standing it brings; return its number.

    Raises UnknownEntryError, or AlreadyRevokedError where one of them does not stand.
    """
    found = cursor.execute("SELECT no, plan, period FROM entry WHERE list_contains(?::BIGINT[], no)", [list(targets)])
    places = {no: (plan, period) for no, plan, period in found.fetchall()}
    before = {entry for (entry,) in cursor.execute("FROM fallen_entries()").fetchall()}
    for target in targets:
        if target not in places:
            raise UnknownEntryError(str(target))
        if target in before:
            raise AlreadyRevokedError(str(target))
    plan, period = (said.pop() if len(said) == 1 else None for said in map(set, zip(*places.values(), strict=True)))
    no = add_entry(cursor, "revoke", act, plan=plan, period=Period.parse(period) if period else None, reason=reason)
    insert(cursor, "revocation", [{"target": target} for target in targets], {"entry": no})
    after = fallen(cursor.execute("SELECT entry, target FROM revocation").fetchall())
    after |= _idle(cursor, after)
    flips = [{"entry": entry, "stands": entry in before} for entry in sorted(before ^ after)]
    insert(cursor, "standing", flips, {"version": no})
    return no


def add_restoration(cursor: DuckDBPyConnection, act: Act, target: int, reason: str) -> int:
    """Take back every revocation that keeps ``target`` down, in one entry; return its number.

    What the same revocations took back along with it comes back too. Raises NotRevokedError where there is none.
    """
    aimed = cursor.execute(
        "SELECT entry FROM revocation ANTI JOIN fallen_entries() USING (entry) WHERE target = ? ORDER BY entry",
        [target],
    ).fetchall()
    if not aimed:
        raise NotRevokedError(str(target))
    return add_revocation(cursor, act, [entry for (entry,) in aimed], reason)


def fallen(revocations: Iterable[tuple[int, int]]) -> set[int]:
    """Return the entries that do not stand, from all pairs (revocation, its target).

    A revocation only aims at earlier entries, so going from the last to the first each one is known to
    stand or not before it is applied: an undone undoing has no effect.
    """
    down: set[int] = set()
    for revocation, target in sorted(revocations, reverse=True):
        if revocation not in down:
            down.add(target)
    return down


def _idle(cursor: DuckDBPyConnection, down: set[int]) -> set[int]:
    """Foundings that nothing rests on when ``down`` do not stand.

    On a plan rest its imports, settings and decisions; on a department its plans, units and its name set anew; on what
    is set for the commitments of a file its import alone. Only what came before the same was founded once more counts.
    """
    idle: set[int] = set()
    # A department is founded before its plan: the last one first, so that the plan is known to stand or not.
    for entry, resting in cursor.execute(_RESTING).fetchall():
        if all(no in down or no in idle for no in resting):
            idle.add(entry)
    return idle


_RESTING = """
WITH word AS (
    SELECT no AS entry, plan, NULL AS org FROM entry
    WHERE kind IN ('import', 'settings', 'decision') AND plan IS NOT NULL
    UNION SELECT entry, NULL, org FROM plan_word WHERE org IS NOT NULL
    UNION SELECT entry, NULL, org FROM unit_word
    UNION SELECT entry, NULL, org FROM organisation_word
    UNION SELECT entry, NULL, org FROM organisation_office_word
), founded AS (
    SELECT
        founding.entry, entry.plan, organisation_word.org,
        if(founding.entry IN (SELECT entry FROM commitment_setting_word), import, NULL) AS sole
    FROM founding JOIN entry ON no = founding.entry LEFT JOIN organisation_word USING (entry)
), bounded AS (
    SELECT *, lead(entry) OVER (PARTITION BY plan, org, sole ORDER BY entry) AS again FROM founded
)
SELECT bounded.entry, list(word.entry) FILTER (word.entry IS NOT NULL) AS resting
FROM bounded LEFT JOIN word ON word.entry > bounded.entry AND (again IS NULL OR word.entry < again)
    AND (word.plan = bounded.plan OR word.org = bounded.org) AND (sole IS NULL OR word.entry = sole)
GROUP BY bounded.entry
ORDER BY bounded.entry DESC
"""
