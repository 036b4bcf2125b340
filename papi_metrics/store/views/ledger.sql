-- What is current. Every macro takes `v`, a version of the store: null is now, n is the state after entry n.

-- Entries that do not stand at version v.
CREATE OR REPLACE MACRO fallen_entries(v := NULL) AS TABLE
SELECT entry
FROM standing
WHERE v IS NULL OR version <= v
GROUP BY entry
HAVING NOT arg_max(stands, version);

CREATE OR REPLACE MACRO organisations_at(v := NULL) AS TABLE
SELECT org, arg_max(name, entry) AS name, arg_max(province, entry) AS province
FROM organisation_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE v IS NULL OR entry <= v
GROUP BY org;

-- How each organisation issues its letters, where it has said so.
CREATE OR REPLACE MACRO offices_at(v := NULL) AS TABLE
SELECT * EXCLUDE (entry)
FROM organisation_office_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE v IS NULL OR entry <= v
QUALIFY row_number() OVER (PARTITION BY org ORDER BY entry DESC) = 1;

-- Units in the order in which they were first named.
CREATE OR REPLACE MACRO units_at(the_org, v := NULL) AS TABLE
WITH said AS (
    FROM unit_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE org = the_org AND (v IS NULL OR entry <= v)
), ranked AS (
    SELECT *, min(entry) OVER same AS first_entry, first(position ORDER BY entry) OVER same AS first_position
    FROM said
    WINDOW same AS (PARTITION BY code)
    QUALIFY row_number() OVER (PARTITION BY code ORDER BY entry DESC) = 1
)
SELECT code, name, kind, aliases, members, row_number() OVER (ORDER BY first_entry, first_position, code) AS position
FROM ranked
WHERE op = 'put';

-- Plans: what a person says of a plan goes before what was read from its files.
CREATE OR REPLACE MACRO plans_at(v := NULL) AS TABLE
WITH said AS (
    SELECT plan_word.*, ((org IS NOT NULL)::INTEGER, entry) AS weight
    FROM plan_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE v IS NULL OR entry <= v
)
SELECT
    plan,
    arg_max(org, weight) AS org,
    arg_max(year, weight) AS year,
    arg_max(title, weight) AS title,
    arg_max(calendar, weight) AS calendar,
    -- Set to no day at all it is what it was before anybody set it.
    nullif(arg_max(outer_calendar, weight)::VARCHAR, '{}') AS outer_calendar,
    arg_max(due_soon_days, weight) AS due_soon_days
FROM said
GROUP BY plan
HAVING arg_max(org, weight) IS NOT NULL;

-- Keys of a plan's rows in the order of its last file. kind is 'task' or 'commitment'.
CREATE OR REPLACE MACRO plan_order_at(the_plan, the_kind, v := NULL) AS TABLE
WITH said AS (
    SELECT arg_max(keys, entry) AS keys
    FROM plan_order ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND kind = the_kind AND (v IS NULL OR entry <= v)
)
SELECT unnest(keys) AS key, unnest(range(len(keys))) AS place FROM said;

CREATE OR REPLACE MACRO tasks_at(the_plan, v := NULL) AS TABLE
WITH said AS (
    FROM task_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND (v IS NULL OR entry <= v)
), last AS (
    FROM said SEMI JOIN (SELECT key, max(entry) AS entry FROM said GROUP BY key) USING (key, entry)
)
SELECT last.*, row_number() OVER (ORDER BY place NULLS LAST, entry, key) AS position
FROM last LEFT JOIN plan_order_at(the_plan, 'task', v := v) USING (key)
WHERE op = 'put';

CREATE OR REPLACE MACRO commitment_settings_at(the_plan, v := NULL) AS TABLE
FROM commitment_setting_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
QUALIFY row_number() OVER (PARTITION BY key ORDER BY entry DESC) = 1;

-- Dimensions without a target have no row.
CREATE OR REPLACE MACRO papi_targets_at(the_plan, v := NULL) AS TABLE
WITH said AS (
    FROM papi_target_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND (v IS NULL OR entry <= v)
    QUALIFY row_number() OVER (PARTITION BY part ORDER BY entry DESC) = 1
)
SELECT part, kind, content, target_value, target_group FROM said WHERE kind IS NOT NULL;

-- Commitments with the index and the base that the office has set.
CREATE OR REPLACE MACRO commitments_at(the_plan, v := NULL) AS TABLE
WITH said AS (
    FROM commitment_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND (v IS NULL OR entry <= v)
), last AS (
    FROM said QUALIFY row_number() OVER (PARTITION BY key ORDER BY entry DESC) = 1
)
SELECT
    last.* REPLACE (coalesce(setting.index_name, last.index_name) AS index_name),
    setting.base_value,
    row_number() OVER (ORDER BY place NULLS LAST, last.entry, key) AS position
FROM last
LEFT JOIN plan_order_at(the_plan, 'commitment', v := v) USING (key)
LEFT JOIN (SELECT key, index_name, base_value FROM commitment_settings_at(the_plan, v := v)) AS setting USING (key)
WHERE op = 'put';

-- Updates: for each field the last word that says something. `said` lists the cells of each word, oldest first.
CREATE OR REPLACE MACRO task_updates_at(the_plan, v := NULL) AS TABLE
SELECT
    period,
    key,
    unit,
    max(entry) AS update_entry,
    arg_max(status, entry) AS status,
    arg_max(percent, entry) AS percent,
    arg_max(done_on, entry) AS done_on,
    arg_max(result, entry) AS result,
    arg_max(figures, entry) AS figures,
    arg_max(evidence_number, entry) AS evidence_number,
    arg_max(evidence_issued, entry) AS evidence_issued,
    arg_max(evidence_title, entry) AS evidence_title,
    arg_max(evidence_link, entry) AS evidence_link,
    bool_or(evidence) AS evidence,
    arg_max(difficulties, entry) AS difficulties,
    arg_max(proposal, entry) AS proposal,
    arg_max(next_steps, entry) AS next_steps,
    list({'entry': entry, 'cells': cells} ORDER BY entry) AS said
FROM task_update_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
GROUP BY period, key, unit;

-- The same without texts and cells, for counting: `figures` is null where no result is told, `evidence` where no
-- evidence is named. What was said once needs no search for its last word.
CREATE OR REPLACE MACRO task_update_figures_at(the_plan, v := NULL) AS TABLE
WITH word AS (
    SELECT period, quarter, key, unit, entry, status, done_on, evidence_issued, figures, evidence
    FROM task_update_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND (v IS NULL OR entry <= v)
), again AS (
    SELECT DISTINCT key FROM task_update_again WHERE plan = the_plan
)
SELECT * EXCLUDE (entry) FROM word ANTI JOIN again USING (key)
UNION ALL
SELECT
    period,
    quarter,
    key,
    unit,
    arg_max(status, entry) AS status,
    arg_max(done_on, entry) AS done_on,
    arg_max(evidence_issued, entry) AS evidence_issued,
    arg_max(figures, entry) AS figures,
    bool_or(evidence) AS evidence
FROM word SEMI JOIN again USING (key)
GROUP BY period, quarter, key, unit;

-- With a day, figures that are dated after it are left out, so that one they replaced still stands.
CREATE OR REPLACE MACRO commitment_updates_at(the_plan, the_day := NULL, v := NULL) AS TABLE
WITH word AS (
    SELECT *, the_day IS NULL OR figure_as_of IS NULL OR figure_as_of <= the_day AS known
    FROM commitment_update_word ANTI JOIN fallen_entries(v := v) USING (entry)
    WHERE plan = the_plan AND (v IS NULL OR entry <= v)
)
SELECT
    period,
    key,
    unit,
    max(entry) AS update_entry,
    arg_max(numerator, entry) FILTER (known) AS numerator,
    arg_max(denominator, entry) FILTER (known) AS denominator,
    arg_max(value, entry) FILTER (known) AS value,
    arg_max(judgement, entry) FILTER (known) AS judgement,
    arg_max(finality, entry) FILTER (known) AS finality,
    arg_max(figure_as_of, entry) FILTER (known) AS figure_as_of,
    arg_max(result, entry) AS result,
    arg_max(evidence_number, entry) AS evidence_number,
    arg_max(evidence_issued, entry) AS evidence_issued,
    arg_max(evidence_title, entry) AS evidence_title,
    arg_max(evidence_link, entry) AS evidence_link,
    arg_max(cause, entry) AS cause,
    arg_max(remedy, entry) AS remedy,
    arg_max(new_deadline, entry) AS new_deadline,
    arg_max(responsible, entry) AS responsible,
    list({'entry': entry, 'cells': cells} ORDER BY entry) AS said,
    list({'entry': entry, 'cells': cells} ORDER BY entry) FILTER (known) AS figure_said
FROM word
GROUP BY period, key, unit;

-- The days on which the words of updates were handed in, each once; `entry` is the last import of that day. kind is
-- 'task' or 'commitment'.
CREATE OR REPLACE MACRO receipts_at(the_plan, v := NULL) AS TABLE
WITH said AS (
    SELECT 'task' AS kind, plan, period, key, unit, entry FROM task_update_word
    UNION ALL
    SELECT 'commitment', plan, period, key, unit, entry FROM commitment_update_word
)
SELECT kind, period, key, unit, received_on, max(entry) AS entry
FROM said ANTI JOIN fallen_entries(v := v) USING (entry) JOIN import USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
GROUP BY kind, period, key, unit, received_on;

-- Narratives: the last import that speaks of a dimension in a period gives all of its paragraphs.
CREATE OR REPLACE MACRO narratives_at(the_plan, v := NULL) AS TABLE
FROM narrative_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
QUALIFY entry = max(entry) OVER (PARTITION BY period, dimension);

-- The body of the plan: the paragraphs of the last import that gives any.
CREATE OR REPLACE MACRO plan_text_at(the_plan, v := NULL) AS TABLE
FROM plan_text_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
QUALIFY entry = max(entry) OVER ();

-- Whether one of the words behind a row comes from an import whose figures are only for show.
CREATE OR REPLACE MACRO is_illustrative(words) AS list_has_any(
    list_transform(words, lambda word: word.entry),
    (SELECT coalesce(list(entry), []) FROM import WHERE illustrative)
);
