-- How much of a result repeats the plan, or what was told the quarter before.
--
-- A text is cut into shingles of three words, compared without marks, capitals and punctuation; the measure is the
-- share of its shingles that stand in the texts it is held against. Three words: two are shared by any two official
-- texts, four and more break on a single word that was changed.

CREATE OR REPLACE MACRO folded_words(content) AS
    regexp_extract_all(replace(strip_accents(lower(content)), 'đ', 'd'), '[a-z0-9]+');

CREATE OR REPLACE MACRO shingles_of(words) AS
    list_transform(range(1, greatest(len(words) - 1, 2)), lambda i: array_to_string(words[i:i + 2], ' '));

-- Bound by a lambda: put in place of `words`, the folding would be done again for every shingle.
CREATE OR REPLACE MACRO shingles(content) AS
    list_transform([folded_words(content)], lambda words: shingles_of(words))[1];

-- A text names a fact where it holds a figure, or where evidence stands beside it.
CREATE OR REPLACE MACRO names_fact(content, evidence) AS
    regexp_matches(content, '[0-9]') OR evidence IS TRUE;

-- Every text of a plan: its tasks, its commitments, its body.
CREATE OR REPLACE MACRO plan_texts(the_plan, v := NULL) AS TABLE
SELECT content FROM tasks_at(the_plan, v := v)
UNION ALL SELECT content FROM commitments_at(the_plan, v := v)
UNION ALL SELECT content FROM plan_text_at(the_plan, v := v);

-- Results and paragraphs of a period, each with what was last told before it of the same task and unit, or of
-- the same dimension.
CREATE OR REPLACE MACRO told_texts(the_plan, the_period, v := NULL) AS TABLE
WITH result AS (
    SELECT period, key, unit, result, evidence
    FROM task_updates_at(the_plan, v := v)
    WHERE result IS NOT NULL AND period <= the_period
), paragraph AS (
    SELECT period, dimension, position, content FROM narratives_at(the_plan, v := v) WHERE period <= the_period
), earlier AS (
    SELECT dimension, period, string_agg(content, ' ' ORDER BY position) AS content
    FROM paragraph WHERE period < the_period
    GROUP BY dimension, period
    QUALIFY period = max(period) OVER (PARTITION BY dimension)
)
SELECT
    'task' AS kind, now.key, now.unit, NULL::INTEGER AS dimension, NULL::INTEGER AS position,
    now.result AS content, earlier.result AS before, now.evidence
FROM result AS now
LEFT JOIN (
    FROM result WHERE period < the_period QUALIFY period = max(period) OVER (PARTITION BY key, unit)
) AS earlier USING (key, unit)
WHERE now.period = the_period
UNION ALL
SELECT
    'narrative', NULL, NULL, now.dimension, now.position,
    now.content, earlier.content, NULL
FROM paragraph AS now LEFT JOIN earlier USING (dimension)
WHERE now.period = the_period;

-- The texts of `told` (content, before, evidence and what names them) held against the plan and what was told before.
-- `repeats`: from four fifths on a text counts as repeating, 'before' where more of it was told before than stands in
-- the plan, else 'plan'; null below.
CREATE OR REPLACE MACRO repeating(told_table, the_plan, v := NULL) AS TABLE
WITH known AS MATERIALIZED (
    SELECT DISTINCT unnest(shingles(content)) AS shingle FROM plan_texts(the_plan, v := v)
), told AS MATERIALIZED (
    SELECT *, row_number() OVER () AS no, coalesce(shingles(before), []) AS shingles_before
    FROM query_table(told_table)
), shared AS (
    SELECT
        no,
        count(*) AS shingles,
        count(*) FILTER (known.shingle IS NOT NULL OR in_before) AS repeated,
        count(*) FILTER (in_before) > count(known.shingle) AS rather_before
    FROM (
        SELECT no, shingle, list_contains(shingles_before, shingle) AS in_before
        FROM (SELECT no, shingles_before, unnest(shingles(content)) AS shingle FROM told)
    ) AS one LEFT JOIN known USING (shingle)
    GROUP BY no
)
SELECT
    told.* EXCLUDE (no, before, shingles_before, evidence),
    repeated / shingles AS share,
    if(5 * repeated >= 4 * shingles, if(rather_before, 'before', 'plan'), NULL) AS repeats,
    names_fact(content, evidence) AS has_fact
FROM told JOIN shared USING (no);

CREATE OR REPLACE MACRO copied(the_plan, the_period, v := NULL) AS TABLE
WITH told_now AS MATERIALIZED (
    FROM told_texts(the_plan, the_period, v := v)
)
FROM repeating(told_now, the_plan, v := v);
