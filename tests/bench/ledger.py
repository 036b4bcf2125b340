"""A ledger of a million reported rows, made in the store by SQL."""

from dataclasses import dataclass
from datetime import datetime

from papi_metrics.model.ledger import VIET_NAM
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.services.reference import department_units
from papi_metrics.store import Store

PLAN = "bench-2022"
QUARTERS = 4
# They answer for the group "Các phòng, đơn vị thuộc Sở" in the reference list.
_SPEAKERS = ("VP", "TTRA", "KHTC", "TTUD", "TTCG")
_MADE_AT = datetime(2022, 1, 26, 9, tzinfo=VIET_NAM)

# Keys are twelve digits of a hash, as the product makes them.
# As in the real plan of 2022 three tasks in four are ongoing; one in ten is led by all units together.
_TASKS = """
INSERT INTO task_word BY NAME
SELECT
    $entry AS entry, $plan AS plan, sha256(i::VARCHAR)[:12] AS key, 'put' AS op, 'II' AS section,
    1 + i % 8 AS dimension, i::VARCHAR AS number, 'Nội dung công tác số ' || i AS content,
    CASE WHEN i >= $whole OR i % 10 = 0 THEN ['ALL'] ELSE [$speakers[1 + i % 5]] END AS lead,
    '' AS lead_text, []::VARCHAR[] AS coordinators, '' AS coordinators_text,
    CASE
        WHEN i % 20 < 15 THEN 'ongoing' WHEN i % 20 < 18 THEN 'fixed' WHEN i % 20 < 19 THEN 'periodic' ELSE 'as_needed'
    END AS deadline_kind,
    '' AS deadline_text,
    CASE deadline_kind
        WHEN 'fixed' THEN [DATE '2022-01-31' + (i * 7 % 330)::INTEGER]
        WHEN 'periodic' THEN [DATE '2022-03-31', DATE '2022-06-30', DATE '2022-09-30', DATE '2022-12-31']
        ELSE []
    END AS occurrences,
    false AS before, '{}' AS cells
FROM range($whole + $split) AS t(i)
"""
_WORDS = """
INSERT INTO task_update_word BY NAME
SELECT
    $entry + q AS entry, $plan AS plan, '2022-Q' || q AS period, 4 * 2022 + q AS quarter,
    sha256(i::VARCHAR)[:12] AS key, unit,
    CASE
        WHEN (i * 3 + q) % 10 < 6 THEN 'done' WHEN (i * 3 + q) % 10 < 9 THEN 'in_progress' ELSE 'not_arising'
    END AS status,
    if(status = 'done', make_date(2022, 3 * q::INTEGER, 1 + (i % 14)::INTEGER), NULL) AS done_on,
    if(i % 4 = 0, NULL, 'Đã thực hiện ' || i % 9 || ' đợt') AS result,
    if(i % 4 = 0, NULL, 1) AS figures,
    if(i % 3 = 0, i || '/BC-SKHCN', NULL) AS evidence_number,
    if(i % 3 = 0, make_date(2022, 3 * q::INTEGER, 10), NULL) AS evidence_issued,
    if(i % 3 = 0, true, NULL) AS evidence,
    '{"status": "Phụ lục!F' || i || '"}' AS cells
FROM range($whole + $split) AS t(i), range(1, 5) AS p(q), (SELECT unnest(list_prepend('', $speakers)) AS unit)
WHERE (unit = '') = (i < $whole)
"""
# The plan is the first of nine; four of returns follow, one a quarter, and four that correct them.
_IMPORTS = """
INSERT INTO import BY NAME
SELECT
    $first + i AS entry, sha256(i::VARCHAR) AS sha256, i || '.xlsx' AS file_name, 'xlsx' AS file_format,
    sha256(i::VARCHAR) AS content_hash, false AS illustrative, '[]' AS account, '[]' AS findings,
    CASE WHEN i > 0 THEN make_date(2022, 3 + 3 * ((i - 1) % 4)::INTEGER, 4 + i::INTEGER) END AS received_on
FROM range(9) AS t(i)
"""
_AGAIN = """
INSERT INTO task_update_word
SELECT word.* REPLACE (entry + 4 AS entry, 'done' AS status)
FROM task_update_word AS word JOIN range($again) AS t(i) ON key = sha256(i::VARCHAR)[:12]
WHERE plan = $plan AND quarter = 4 * 2022 + 1 + i % 4 AND unit = ''
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """Who speaks: ``whole`` tasks once a quarter as a whole, ``split`` tasks unit by unit; ``again`` corrects words."""

    whole: int
    split: int
    again: int

    @property
    def words(self) -> int:
        """How many reported rows that makes."""
        return self.whole * QUARTERS + self.split * QUARTERS * len(_SPEAKERS) + self.again

    def __str__(self) -> str:
        said = [f"{self.whole + self.split:,} tasks of {len(_SPEAKERS)} units in {QUARTERS} quarters"]
        if self.split:
            said.append(f"{self.split:,} of them reported unit by unit")
        if self.again:
            said.append(f"{self.again:,} words corrected later")
        return f"{self.words:,} words: " + ", ".join(said)


def fill(store: Store, shape: Shape) -> None:
    """Put a plan of that shape into an empty store."""
    store.save_organisation(Organisation("bench", "Sở"), made_at=_MADE_AT)
    store.save_units("bench", department_units("Sở Khoa học và Công nghệ tỉnh Quảng Trị"), made_at=_MADE_AT)
    store.save_plan(Plan(PLAN, "bench", 2022), made_at=_MADE_AT)
    sizes = {"plan": PLAN, "whole": shape.whole, "split": shape.split, "speakers": list(_SPEAKERS)}
    with store.cursor() as cursor:
        first = store.version + 1
        entries = f"SELECT {first} + i, 'import', $at, '', $plan, NULL, '' FROM range(9) AS t(i)"
        cursor.execute(f"INSERT INTO entry {entries}", {"at": _MADE_AT, "plan": PLAN})
        cursor.execute(_IMPORTS, {"first": first})
        cursor.execute(_TASKS, {**sizes, "entry": first})
        cursor.execute(_WORDS, {**sizes, "entry": first})
        cursor.execute(_AGAIN, {"plan": PLAN, "again": shape.again})
        # What was said more than once, as the store notes it when words are appended.
        cursor.execute(
            "INSERT INTO task_update_again SELECT plan, period, key, unit FROM task_update_word "
            "GROUP BY ALL HAVING count(*) > 1"
        )
        cursor.execute("CHECKPOINT")
        found = cursor.execute("SELECT count(*) FROM task_update_word").fetchall()[0][0]
    if found != shape.words:
        raise RuntimeError(f"{found} words made instead of {shape.words}")
