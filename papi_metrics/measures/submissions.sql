-- Who has handed in the report of a period.

-- Days on which the words of a period were accepted, by row and unit.
CREATE OR REPLACE MACRO acceptances(the_plan, the_period, v := NULL) AS TABLE
WITH word AS (
    SELECT 'task' AS kind, key, unit, entry FROM task_update_word WHERE plan = the_plan AND period = the_period
    UNION ALL
    SELECT 'commitment', key, unit, entry FROM commitment_update_word WHERE plan = the_plan AND period = the_period
)
SELECT word.kind, key, unit, min(made_at)::DATE AS first_on, max(made_at)::DATE AS last_on
FROM word ANTI JOIN fallen_entries(v := v) USING (entry) JOIN entry ON no = word.entry
WHERE v IS NULL OR no <= v
GROUP BY word.kind, key, unit;

-- The day by which units report to the Văn phòng; null where the plan sets none.
CREATE OR REPLACE MACRO report_due(the_plan, the_period, v := NULL) AS (
    SELECT (the_period[1:4] || '-' || (calendar->>('$."' || the_period[7:7] || '"')))::DATE
    FROM plans_at(v := v) WHERE plan = the_plan
);

-- A unit has reported when one of its rows was accepted: the first such day is held against the due date. Rows that
-- are still missing show in `reported` against `owed`.
CREATE OR REPLACE MACRO submissions(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH mark AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
), task_leads AS MATERIALIZED (
    FROM leads_of(mark, the_plan, v := v)
), owed AS (
    SELECT 'task' AS kind, key, unit, owes, reported FROM unit_marks(mark, task_leads)
    UNION ALL
    SELECT 'commitment', key, unit, owes, reported FROM commitment_unit_debts(the_plan, the_period, v := v)
), answered AS (
    SELECT owed.*, first_on, last_on
    FROM owed LEFT JOIN acceptances(the_plan, the_period, v := v) AS accepted
        ON accepted.kind = owed.kind AND accepted.key = owed.key AND accepted.unit IN ('', owed.unit) AND owed.reported
), handed_in AS (
    SELECT
        unit,
        count(DISTINCT (kind, key)) FILTER (owes) AS owed,
        count(DISTINCT (kind, key)) FILTER (reported) AS reported,
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
