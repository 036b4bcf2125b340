-- The history: imports with what they hold, settings with what they touch, revocations, every word said on a row.

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
    SELECT target AS entry, max(revocation.entry) AS revoked_by
    FROM revocation ANTI JOIN fallen_entries() USING (entry) GROUP BY target
)
SELECT
    no, made_at, made_by, plan, period, received_on, reason,
    file_name, file_format, sha256, illustrative, sender, mends, typed, account, findings,
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

-- Settings, and what each of them speaks of. `founded_for` is the import that needed it.
CREATE OR REPLACE MACRO settings_history() AS TABLE
WITH unit_said AS (
    SELECT entry, any_value(org) AS org, list(code ORDER BY position NULLS LAST, code) AS units
    FROM unit_word GROUP BY entry
), plan_said AS (
    SELECT entry, any_value(org) AS org FROM plan_word WHERE org IS NOT NULL GROUP BY entry
), commitment_said AS (
    SELECT entry, list(key ORDER BY key) AS commitments FROM commitment_setting_word GROUP BY entry
), papi_target_said AS (
    SELECT entry, list(part ORDER BY part) AS papi_targets FROM papi_target_word GROUP BY entry
), last_revocation AS (
    SELECT target AS entry, max(revocation.entry) AS revoked_by
    FROM revocation ANTI JOIN fallen_entries() USING (entry) GROUP BY target
)
SELECT
    no, made_at, made_by, plan,
    coalesce(organisation_word.org, plan_said.org, unit_said.org, office.org) AS org,
    organisation_word.org IS NOT NULL AS of_organisation,
    plan_said.org IS NOT NULL AS of_plan,
    office.org IS NOT NULL AS of_office,
    coalesce(units, []) AS units,
    coalesce(commitments, []) AS commitments,
    coalesce(papi_targets, []) AS papi_targets,
    no IN (FROM fallen_entries()) AS revoked,
    revoked_by,
    founding.import AS founded_for
FROM entry
LEFT JOIN organisation_word ON organisation_word.entry = no
LEFT JOIN organisation_office_word AS office ON office.entry = no
LEFT JOIN plan_said ON plan_said.entry = no
LEFT JOIN unit_said ON unit_said.entry = no
LEFT JOIN commitment_said ON commitment_said.entry = no
LEFT JOIN papi_target_said ON papi_target_said.entry = no
LEFT JOIN last_revocation ON last_revocation.entry = no
LEFT JOIN founding ON founding.entry = no
WHERE kind = 'settings';

CREATE OR REPLACE MACRO revocations() AS TABLE
SELECT no, made_at, made_by, reason, list(target ORDER BY target) AS targets, no IN (FROM fallen_entries()) AS revoked
FROM entry JOIN revocation ON revocation.entry = no
GROUP BY ALL;

-- Imports of returns as the words in them need them. `turns`: from which version on the import stood or not.
CREATE OR REPLACE MACRO heard_imports() AS TABLE
SELECT
    import.entry, made_at, made_by, received_on, illustrative,
    import.entry IN (FROM fallen_entries()) AS revoked,
    coalesce(turns, []) AS turns
FROM import
JOIN entry ON no = import.entry
LEFT JOIN (
    SELECT entry, list({'version': version, 'stands': stands} ORDER BY version) AS turns FROM standing GROUP BY entry
) USING (entry);

CREATE OR REPLACE MACRO task_words(the_plan, the_key) AS TABLE
SELECT *, [{'entry': entry, 'cells': cells}] AS said
FROM task_update_word JOIN heard_imports() USING (entry)
WHERE plan = the_plan AND key = the_key;

CREATE OR REPLACE MACRO commitment_words(the_plan, the_key) AS TABLE
SELECT *, [{'entry': entry, 'cells': cells}] AS said
FROM commitment_update_word JOIN heard_imports() USING (entry)
WHERE plan = the_plan AND key = the_key;

-- The plans that hold or have held a row of that key.
CREATE OR REPLACE MACRO rows_named(the_key) AS TABLE
SELECT DISTINCT plan, 'task' AS kind FROM task_word WHERE key = the_key
UNION
SELECT DISTINCT plan, 'commitment' FROM commitment_word WHERE key = the_key;

-- Every entry with what is known of it in a line.
CREATE OR REPLACE MACRO log_entries() AS TABLE
WITH source AS (
    SELECT entry, sender, file_name, sha256, received_on FROM import
    UNION ALL
    SELECT entry, sender, file_name, sha256, received_on FROM rejection
    UNION ALL
    SELECT entry, NULL, file_name, sha256, NULL FROM score_table
), aimed AS (
    SELECT entry, list(target ORDER BY target) AS targets FROM revocation GROUP BY entry
)
SELECT
    no, kind, made_at, made_by, entry.plan, entry.period, reason,
    received_on, sender, file_name, sha256,
    coalesce(targets, []) AS targets,
    closed,
    no IN (FROM fallen_entries()) AS revoked
FROM entry
LEFT JOIN source ON source.entry = no
LEFT JOIN aimed ON aimed.entry = no
LEFT JOIN period_word ON period_word.entry = no;
