-- Tasks with their state and their texts, for pages and documents.

-- The marks of each task as a whole.
CREATE OR REPLACE MACRO whole_marks(marks) AS TABLE
SELECT *, '' AS unit
FROM query_table(marks)
WHERE voice IN ('', '*')
QUALIFY voice = max(voice) OVER (PARTITION BY key);

-- The marks of each task for each of its answering units: its own voice, or that of the whole.
CREATE OR REPLACE MACRO unit_marks(marks, leads) AS TABLE
WITH answer AS (
    SELECT key, unnest(units) AS unit FROM query_table(marks) JOIN query_table(leads) USING (lead) WHERE voice = ''
)
SELECT mark.*, answer.unit
FROM answer JOIN query_table(marks) AS mark ON mark.key = answer.key AND mark.voice = answer.unit
UNION ALL
SELECT mark.*, answer.unit
FROM answer
ANTI JOIN query_table(marks) AS own ON own.key = answer.key AND own.voice = answer.unit
JOIN query_table(marks) AS mark ON mark.key = answer.key AND mark.voice = '';

-- The marks of each task for the units that have spoken of it and do not answer for it.
CREATE OR REPLACE MACRO other_marks(marks, leads) AS TABLE
WITH answer AS (
    FROM unit_marks(marks, leads)
)
SELECT mark.*, mark.voice AS unit
FROM query_table(marks) AS mark
ANTI JOIN answer ON answer.key = mark.key AND answer.unit = mark.voice
WHERE mark.voice NOT IN ('', '*');

-- The report that is shown beside each mark: of the period for what is counted quarter by quarter, else the last
-- one up to it. A unit is shown its own, failing that what was said for the whole; the whole what was said for it,
-- failing that the last word of a unit.
CREATE OR REPLACE MACRO shown_words(marks, the_plan, the_period, v := NULL) AS TABLE
SELECT mark.key, mark.unit AS shown_for, word.* EXCLUDE (key)
FROM query_table(marks) AS mark
JOIN task_updates_at(the_plan, v := v) AS word
    ON word.key = mark.key
    AND (word.period = the_period OR (word.period < the_period AND counted IN ('fixed', 'periodic')))
    AND (mark.unit = '' OR word.unit IN ('', mark.unit))
QUALIFY row_number() OVER (
    PARTITION BY mark.key, mark.unit
    ORDER BY word.period DESC, word.unit = mark.unit DESC, word.update_entry DESC
) = 1;

-- `told_done_on` is the day as the report tells it, also where it is after the_day and counts for nothing yet.
-- `received_on` is the first day on which a word of that report was handed in. `awaited`: a report is expected for the
-- period and none was handed in by the_day.
CREATE OR REPLACE MACRO told_states(marks, the_plan, the_period, the_day, v := NULL) AS TABLE
WITH receipts AS MATERIALIZED (
    FROM receipts_at(the_plan, v := v) WHERE kind = 'task' AND period <= the_period
), first_receipt AS (
    SELECT key, unit, period, min(received_on) AS received_on FROM receipts GROUP BY key, unit, period
), handed_in AS (
    SELECT DISTINCT mark.key, mark.unit, true AS handed_in
    FROM query_table(marks) AS mark JOIN receipts
        ON receipts.key = mark.key AND (mark.voice = '*' OR receipts.unit IN ('', mark.unit))
    WHERE period = the_period AND received_on <= the_day
)
SELECT
    task.plan, task.key, task.position, task.section, task.dimension, task.number, task.content,
    task.lead, task.lead_text, task.coordinators_text, task.deadline_kind, task.deadline_text,
    mark.unit, mark.due, mark.next_due, mark.strict_due, mark.state, mark.due_soon, mark.done, mark.applies, mark.on_time,
    -- The day that delivered it, as it was reported; the end of a quarter that only stood in for one is not shown.
    CASE
        WHEN NOT mark.done THEN NULL
        WHEN mark.done_on IS NULL OR mark.done_on = quarter_end(quarter_no(mark.done_on))
            THEN if(word.done_on <= the_day, word.done_on, NULL)
        ELSE mark.done_on
    END AS done_on,
    word.done_on AS told_done_on,
    mark.days_late, mark.days_left, mark.owes, mark.reported, mark.evidenced, mark.evidence_missing,
    word.status, word.percent::DOUBLE AS percent, word.result,
    word.evidence_number, word.evidence_issued, word.evidence_title, word.evidence_link,
    word.difficulties, word.proposal, word.next_steps,
    copy.share AS copied,
    copy.repeats,
    if(word.result IS NULL, NULL, names_fact(word.result, word.evidence)) AS has_fact,
    word.period AS update_period,
    word.unit AS update_unit,
    word.update_entry,
    receipt.received_on,
    mark.expected AND handed_in.handed_in IS NULL AS awaited,
    coalesce(is_illustrative(word.said), false) AS illustrative,
    task.entry AS plan_entry,
    task.cells,
    coalesce(word.said, []) AS update_cells
FROM query_table(marks) AS mark
JOIN tasks_at(the_plan, v := v) AS task USING (key)
LEFT JOIN shown_words(marks, the_plan, the_period, v := v) AS word
    ON word.key = mark.key AND word.shown_for = mark.unit
LEFT JOIN first_receipt AS receipt
    ON receipt.key = mark.key AND receipt.unit = word.unit AND receipt.period = word.period
LEFT JOIN handed_in ON handed_in.key = mark.key AND handed_in.unit = mark.unit
LEFT JOIN copied(the_plan, the_period, v := v) AS copy
    ON copy.key = mark.key AND copy.unit = word.unit AND word.period = the_period;

-- How many of the answering units that owe a report have given one, for each task for which units have spoken; none of
-- a task for which nobody answers.
CREATE OR REPLACE MACRO units_heard(marks, the_plan, v := NULL) AS TABLE
WITH split AS (
    FROM query_table(marks) SEMI JOIN (FROM query_table(marks) WHERE voice = '*') AS whole USING (key)
), leads AS (
    FROM leads_of(split, the_plan, v := v)
), answer AS (
    FROM unit_marks(split, leads)
)
SELECT key, count(*) FILTER (reported) AS units_heard, count(*) FILTER (owes) AS units_asked
FROM answer
WHERE unit <> ''
GROUP BY key;

-- One row a task. `units_heard` of `units_asked` units have reported in the period; null where no unit has spoken for
-- itself, or nobody answers for the task.
CREATE OR REPLACE MACRO task_states(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH mark AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
), whole AS MATERIALIZED (
    FROM whole_marks(mark)
)
SELECT told.* EXCLUDE (unit), heard.units_heard, heard.units_asked
FROM told_states(whole, the_plan, the_period, the_day, v := v) AS told
LEFT JOIN units_heard(mark, the_plan, v := v) AS heard USING (key)
ORDER BY position;

-- One row a task and answering unit; '' where no lead unit is known.
CREATE OR REPLACE MACRO task_unit_states(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH mark AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
), leads AS MATERIALIZED (
    FROM leads_of(mark, the_plan, v := v)
), answer AS MATERIALIZED (
    FROM unit_marks(mark, leads)
)
FROM told_states(answer, the_plan, the_period, the_day, v := v) ORDER BY position, unit;

-- One row a task and unit that has spoken of it without answering for it, such as its lead in an earlier plan, where
-- what it has said is still shown.
CREATE OR REPLACE MACRO task_other_states(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH mark AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
), leads AS MATERIALIZED (
    FROM leads_of(mark, the_plan, v := v)
), other AS MATERIALIZED (
    FROM other_marks(mark, leads)
)
FROM told_states(other, the_plan, the_period, the_day, v := v) WHERE update_unit = unit ORDER BY position, unit;
