-- Who has handed in the report of a period.

-- The day by which units report to the Văn phòng; null where the plan sets none.
CREATE OR REPLACE MACRO report_due(the_plan, the_period, v := NULL) AS (
    SELECT (the_period[1:4] || '-' || (calendar->>('$."' || the_period[7:7] || '"')))::DATE
    FROM plans_at(v := v) WHERE plan = the_plan
);

-- A unit has reported when one of its rows was handed in: the first such day is held against the due date. Rows that
-- are still missing show in `reported` against `owed`. What was received after the_day had not been handed in by then.
CREATE OR REPLACE MACRO submissions_of(marks, the_plan, the_period, the_day, v := NULL) AS TABLE
WITH task_leads AS MATERIALIZED (
    FROM leads_of(marks, the_plan, v := v)
), receipt AS (
    SELECT kind, key, unit, min(received_on) AS first_on, max(received_on) AS last_on
    FROM receipts_at(the_plan, v := v)
    WHERE period = the_period AND received_on <= the_day
    GROUP BY kind, key, unit
), owed AS (
    SELECT 'task' AS kind, key, unit, expected FROM unit_marks(marks, task_leads)
    UNION ALL
    SELECT 'commitment', key, unit, expected FROM commitment_unit_debts(the_plan, the_period, the_day, v := v)
), answered AS (
    SELECT owed.*, first_on, last_on
    FROM owed LEFT JOIN receipt
        ON receipt.kind = owed.kind AND receipt.key = owed.key AND receipt.unit IN ('', owed.unit)
), handed_in AS (
    SELECT
        unit,
        count(DISTINCT (kind, key)) FILTER (expected OR first_on IS NOT NULL) AS owed,
        count(DISTINCT (kind, key)) FILTER (first_on IS NOT NULL) AS reported,
        min(first_on) AS first_on,
        max(last_on) AS last_on,
        report_due(the_plan, the_period, v := v) AS due
    FROM answered
    GROUP BY unit
)
SELECT
    unit, the_period AS period, owed, reported, first_on, last_on, due,
    CASE
        WHEN first_on > due THEN 'late'
        WHEN first_on IS NOT NULL THEN 'on_time'
        WHEN due < the_day THEN 'missing'
        ELSE 'not_yet_due'
    END AS state,
    greatest(CASE WHEN first_on IS NOT NULL THEN first_on - due ELSE the_day - due END, 0) AS days_late
FROM handed_in
WHERE owed > 0
ORDER BY unit;

CREATE OR REPLACE MACRO submissions(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH marked AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
)
FROM submissions_of(marked, the_plan, the_period, the_day, v := v);
