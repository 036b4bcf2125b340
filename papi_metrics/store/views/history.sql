-- The history: imports with what they hold, and every word said on a task.

CREATE OR REPLACE MACRO import_history(the_plan := NULL) AS TABLE
WITH task_count AS (
    SELECT entry, count(*) FILTER (op = 'put') AS tasks, count(*) FILTER (op = 'gone') AS tasks_gone
    FROM task_word GROUP BY entry
), commitment_count AS (
    SELECT entry, count(*) FILTER (op = 'put') AS commitments, count(*) FILTER (op = 'gone') AS commitments_gone
    FROM commitment_word GROUP BY entry
), task_update_count AS (
    SELECT entry, count(*) AS task_updates FROM task_update_word GROUP BY entry
), commitment_update_count AS (
    SELECT entry, count(*) AS commitment_updates FROM commitment_update_word GROUP BY entry
), narrative_count AS (
    SELECT entry, count(*) AS narratives FROM narrative_word GROUP BY entry
), last_revocation AS (
    SELECT target AS entry, max(entry) AS revoked_by FROM revocation GROUP BY target
)
SELECT
    no, made_at, made_by, plan, period, received_on, reason,
    file_name, file_format, sha256, illustrative, sender, account, findings,
    entry IN (FROM fallen_entries()) AS revoked,
    revoked_by,
    coalesce(tasks, 0) AS tasks,
    coalesce(tasks_gone, 0) AS tasks_gone,
    coalesce(commitments, 0) AS commitments,
    coalesce(commitments_gone, 0) AS commitments_gone,
    coalesce(task_updates, 0) AS task_updates,
    coalesce(commitment_updates, 0) AS commitment_updates,
    coalesce(narratives, 0) AS narratives
FROM import
JOIN entry ON no = entry
LEFT JOIN task_count USING (entry)
LEFT JOIN commitment_count USING (entry)
LEFT JOIN task_update_count USING (entry)
LEFT JOIN commitment_update_count USING (entry)
LEFT JOIN narrative_count USING (entry)
LEFT JOIN last_revocation USING (entry)
WHERE the_plan IS NULL OR plan = the_plan;

CREATE OR REPLACE MACRO task_words(the_plan, the_key) AS TABLE
SELECT
    word.*,
    [{'entry': word.entry, 'cells': cells}] AS said,
    made_at,
    made_by,
    received_on,
    illustrative,
    word.entry IN (FROM fallen_entries()) AS revoked
FROM task_update_word AS word
JOIN entry ON no = word.entry
JOIN import ON import.entry = word.entry
WHERE word.plan = the_plan AND word.key = the_key;
