-- What is known of each task up to a period, voice by voice. A voice is '' (said for the whole task), the code
-- of a unit that has spoken for itself, or '*' (the whole of a task for which units have spoken, wholes.sql).

-- Words up to the period that count for a voice. A unit that has spoken for itself in one quarter is still
-- covered by what is said for the whole in quarters in which it has not.
CREATE OR REPLACE MACRO words_heard(the_plan, the_period, v := NULL) AS TABLE
WITH word AS (
    FROM task_update_figures_at(the_plan, v := v) WHERE quarter <= quarter_no(period_start(the_period))
), own AS MATERIALIZED (
    SELECT * EXCLUDE (period, unit), unit AS voice FROM word WHERE unit <> ''
)
SELECT * EXCLUDE (period, unit), unit AS voice FROM word WHERE unit = ''
UNION ALL
FROM own
UNION ALL
SELECT word.* EXCLUDE (period, unit), speaker.voice
FROM word
JOIN (SELECT DISTINCT key, voice FROM own) AS speaker USING (key)
ANTI JOIN own ON own.key = speaker.key AND own.voice = speaker.voice AND own.quarter = word.quarter
WHERE word.unit = '';

-- The day on which a `done` was done, where that is known by the_day; the end of its quarter stands in for none.
CREATE OR REPLACE MACRO delivered_day(status, done_on, quarter, the_day) AS
    CASE WHEN status = 'done' AND (done_on IS NULL OR done_on <= the_day) THEN coalesce(done_on, quarter_end(quarter)) END;

-- A result counts for an ongoing task when it is told or proven, and dated within the quarter's data. `figures` is
-- null where no result is told, so it tells that as well.
CREATE OR REPLACE MACRO is_dated_result(status, figures, evidence, done_on, evidence_issued, first_day, last_day) AS
    status IN ('done', 'in_progress')
    AND (figures IS NOT NULL OR evidence)
    AND (coalesce(done_on BETWEEN first_day AND last_day, false)
        OR coalesce(evidence_issued BETWEEN first_day AND last_day, false));

-- One row a task and voice: every task has the voice '', whether or not anybody has spoken. What a word shows is
-- gathered as bits, which is four times as fast as a column each:
--   1 in the period    2 not arising then    4 done before    8 done then    16 dated result then
--   32 proven by a figure or evidence        64 proven then
CREATE OR REPLACE MACRO voices_of(terms, words, the_period, the_day) AS TABLE
WITH shown AS (
    SELECT
        key,
        voice,
        2 * quarter + (status = 'stopped')::INTEGER AS status_order,
        delivered_day(status, done_on, quarter, the_day) AS delivered_on,
        CASE WHEN evidence OR figures > 0 THEN 32 ELSE 0 END AS proof,
        CASE
            WHEN quarter < quarter_no(period_start(the_period)) THEN proof | if(delivered_on IS NULL, 0, 4)
            ELSE 1 | proof | (2 * proof)
                | CASE WHEN status = 'not_arising' THEN 2 ELSE 0 END
                | CASE WHEN delivered_on IS NOT NULL THEN 8 ELSE 0 END
                | CASE WHEN is_dated_result(
                    status, figures, evidence, done_on, evidence_issued, data_start(the_period), the_day
                ) THEN 16 ELSE 0 END
        END::UTINYINT AS bits
    FROM query_table(words)
), said AS (
    SELECT key, max(status_order) AS status_order, min(delivered_on) AS delivered_on, bit_or(bits) AS bits
    FROM shown
    WHERE voice = ''
    GROUP BY key
), said_by_unit AS (
    SELECT key, voice, max(status_order) AS status_order, min(delivered_on) AS delivered_on, bit_or(bits) AS bits
    FROM shown
    WHERE voice <> ''
    GROUP BY key, voice
), heard AS (
    SELECT term.*, '' AS voice, status_order, delivered_on, bits FROM query_table(terms) AS term LEFT JOIN said USING (key)
    UNION ALL
    SELECT term.*, voice, status_order, delivered_on, bits FROM query_table(terms) AS term JOIN said_by_unit USING (key)
)
SELECT
    key, dimension, lead, before, counted, occurrences, voice,
    coalesce(status_order % 2 = 1, false) AS stopped,
    delivered_on,
    coalesce(bits & 1 > 0, false) AS reported,
    coalesce(bits & 2 > 0, false) AS not_arising,
    coalesce(bits & 4 > 0, false) AS done_before,
    coalesce(bits & 8 > 0, false) AS done_now,
    coalesce(bits & 16 > 0, false) AS dated_now,
    coalesce(bits & 32 > 0, false) AS proven,
    coalesce(bits & 64 > 0, false) AS proven_now
FROM heard;

-- Each date of a periodic task, voice by voice, with the day on which it was delivered, null where it was not.
CREATE OR REPLACE MACRO deliveries_of(voices, words, the_day) AS TABLE
WITH expected AS (
    SELECT key, voice, due, from_quarter, to_quarter, closes
    FROM query_table(voices) JOIN occurrences_of(voices) USING (occurrences)
    WHERE counted = 'periodic'
), delivered AS (
    SELECT key, voice, quarter, delivered_day(status, done_on, quarter, the_day) AS delivered_on
    FROM query_table(words)
    WHERE status = 'done' AND (done_on IS NULL OR done_on <= the_day)
)
SELECT expected.key, expected.voice, due, closes, min(delivered_on) AS delivered_on
FROM expected
LEFT JOIN delivered
    ON delivered.key = expected.key AND delivered.voice = expected.voice
    AND quarter BETWEEN from_quarter AND to_quarter
GROUP BY expected.key, expected.voice, due, closes;
