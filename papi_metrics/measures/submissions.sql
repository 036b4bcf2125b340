-- Who has handed in the report of a period.

-- The day by which units report to the Văn phòng; null where the plan sets none.
CREATE OR REPLACE MACRO report_due(the_plan, the_period, v := NULL) AS (
    SELECT (the_period[1:4] || '-' || (calendar->>('$."' || the_period[7:7] || '"')))::DATE
    FROM plans_at(v := v) WHERE plan = the_plan
);

-- The day before it, where the plan says "trước ngày": the strict reading, shown beside the due date.
CREATE OR REPLACE MACRO report_strictly_due(the_plan, the_period, v := NULL) AS (
    SELECT if((calendar->'before')::BOOLEAN, report_due(the_plan, the_period, v := v) - 1, NULL)::DATE
    FROM plans_at(v := v) WHERE plan = the_plan
);

-- The days on which each row was handed in for a period. What was received after the_day had not been by then.
CREATE OR REPLACE MACRO receipts_of(the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT
    kind, key, unit,
    min(received_on) AS first_on, max(received_on) AS last_on, max((received_on, entry)) AS last_receipt
FROM receipts_at(the_plan, v := v)
WHERE period = the_period AND received_on <= the_day
GROUP BY kind, key, unit;

-- `answers` (kind, key, unit and more) with those days: what is said for the whole of a row counts for each of its units.
CREATE OR REPLACE MACRO handed_in(answers, receipts) AS TABLE
SELECT
    answer.*,
    least(whole.first_on, own.first_on) AS first_on,
    greatest(whole.last_on, own.last_on) AS last_on,
    greatest(whole.last_receipt, own.last_receipt) AS last_receipt
FROM query_table(answers) AS answer
LEFT JOIN query_table(receipts) AS whole
    ON whole.kind = answer.kind AND whole.key = answer.key AND whole.unit = ''
LEFT JOIN query_table(receipts) AS own
    ON own.kind = answer.kind AND own.key = answer.key AND own.unit = answer.unit AND answer.unit <> '';

-- Every row that a unit answers for, whether a report is expected of it.
CREATE OR REPLACE MACRO answers_of_units(marks, leads, the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT 'task' AS kind, key, unit, expected FROM unit_marks(marks, leads)
UNION ALL
SELECT 'commitment', key, unit, expected FROM commitment_unit_debts(the_plan, the_period, the_day, v := v);

-- How much of what is answered for was handed in, and when, for each list of lead units and unit.
CREATE OR REPLACE MACRO handed_in_tally(answers) AS TABLE
SELECT
    lead,
    unit,
    count(*) FILTER (expected OR first_on IS NOT NULL) AS owed,
    count(first_on) AS reported,
    count(*) - owed AS optional,
    min(first_on) AS first_on,
    max(last_on) AS last_on,
    max(last_receipt) AS last_receipt
FROM query_table(answers)
GROUP BY lead, unit;

-- A unit has reported when one of its rows was handed in: the first such day is held against the due date. Rows that
-- are still missing show in `reported` against `owed`; `optional` are the other rows that it answers for: it may report
-- on them, and need not.
-- A return of the unit that was sent back stands until one that came after it is accepted; of the same day, the later
-- entry is the later return. A return of the whole department that was sent back stands for each unit of whose rows it
-- speaks, until anything of that unit is accepted.
-- Tasks for which no unit has spoken are counted once for each list of leads, as in task_tallies.
CREATE OR REPLACE MACRO submissions_of(marks, the_plan, the_period, the_day, v := NULL) AS TABLE
WITH sent_back AS (
    SELECT sender AS unit, max((received_on, no)) AS last_rejection, max(received_on) AS rejected_on
    FROM rejections_at(the_plan, v := v)
    WHERE period = the_period AND received_on <= the_day
    GROUP BY sender
), whole_sent_back AS (
    SELECT unit, max(received_on) AS whole_rejected_on
    FROM (
        SELECT unnest(units) AS unit, received_on
        FROM rejections_at(the_plan, v := v)
        WHERE period = the_period AND received_on <= the_day AND sender = ''
    )
    GROUP BY unit
), receipts AS MATERIALIZED (
    FROM receipts_of(the_plan, the_period, the_day, v := v)
), task_leads AS MATERIALIZED (
    FROM leads_of(marks, the_plan, v := v)
), spoken AS MATERIALIZED (
    SELECT key FROM query_table(marks) WHERE voice = '*'
), split_marks AS (
    FROM query_table(marks) SEMI JOIN spoken USING (key)
), plain_answer AS (
    SELECT 'task' AS kind, key, '' AS unit, lead, expected FROM query_table(marks) ANTI JOIN spoken USING (key)
), unit_answer AS (
    SELECT *, []::VARCHAR[] AS lead
    FROM answers_of_units(split_marks, task_leads, the_plan, the_period, the_day, v := v)
), plain_handed_in AS (
    FROM handed_in(plain_answer, receipts)
), unit_handed_in AS (
    FROM handed_in(unit_answer, receipts)
), tallied AS (
    SELECT tally.* REPLACE (unnest(units) AS unit)
    FROM handed_in_tally(plain_handed_in) AS tally JOIN task_leads USING (lead)
    UNION ALL
    FROM handed_in_tally(unit_handed_in)
), summed_up AS (
    SELECT
        unit,
        sum(owed)::BIGINT AS owed,
        sum(reported)::BIGINT AS reported,
        sum(optional)::BIGINT AS optional,
        min(first_on) AS first_on,
        max(last_on) AS last_on,
        max(last_receipt) AS last_receipt,
        report_due(the_plan, the_period, v := v) AS due,
        report_strictly_due(the_plan, the_period, v := v) AS strict_due
    FROM tallied
    GROUP BY unit
)
SELECT
    unit, the_period AS period, owed, reported, optional, first_on, last_on, due, strict_due,
    coalesce(
        if(coalesce(last_rejection > last_receipt, true), rejected_on, NULL),
        if(first_on IS NULL, whole_rejected_on, NULL)
    ) AS returned_on,
    CASE
        WHEN returned_on IS NOT NULL THEN 'returned'
        WHEN first_on > due THEN 'late'
        WHEN first_on IS NOT NULL THEN 'on_time'
        WHEN due < the_day THEN 'missing'
        ELSE 'not_yet_due'
    END AS state,
    if(due IS NULL, NULL, greatest(coalesce(first_on, the_day) - due, 0)) AS days_late
FROM summed_up LEFT JOIN sent_back USING (unit) LEFT JOIN whole_sent_back USING (unit)
WHERE owed > 0
ORDER BY unit;

CREATE OR REPLACE MACRO submissions(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH marked AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
)
FROM submissions_of(marked, the_plan, the_period, the_day, v := v);

-- The rows on which a unit has to report in a period; `missing` are those that it still owes: what `owed` holds beyond
-- `reported`.
CREATE OR REPLACE MACRO expected_rows(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH marked AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
), task_leads AS MATERIALIZED (
    FROM leads_of(marked, the_plan, v := v)
), unit_answer AS (
    FROM answers_of_units(marked, task_leads, the_plan, the_period, the_day, v := v)
), receipts AS MATERIALIZED (
    FROM receipts_of(the_plan, the_period, the_day, v := v)
)
SELECT kind, key, unit, first_on IS NULL AS missing
FROM handed_in(unit_answer, receipts)
WHERE expected
ORDER BY kind, key, unit;

-- Rows of `submissions`, of all quarters of a year, with how the unit kept its dates. `on_time` of `due_so_far`: the
-- periods due by the_day in which it had handed in by the due date. On the due day itself only those who have handed in
-- are counted: it is not over.
CREATE OR REPLACE MACRO submission_board(quarters, the_day) AS TABLE
SELECT
    *,
    count(*) FILTER (due < the_day OR (due = the_day AND first_on IS NOT NULL)) OVER of_unit AS due_so_far,
    count(*) FILTER (due <= the_day AND first_on <= due) OVER of_unit AS on_time
FROM query_table(quarters)
WHERE unit <> ''
WINDOW of_unit AS (PARTITION BY unit)
ORDER BY unit, period;
