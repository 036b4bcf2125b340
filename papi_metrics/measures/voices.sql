-- What is known of each task up to a period, voice by voice. A voice is '' (said for the whole task), the code
-- of a unit that has spoken for itself, or '*' (the whole of a task for which units have spoken, wholes.sql).

-- The day on which a `done` was done, where that is known by the_day; the end of its quarter stands in for none.
CREATE OR REPLACE MACRO delivered_day(status, done_on, quarter, the_day) AS
    CASE WHEN status = 'done' AND (done_on IS NULL OR done_on <= the_day) THEN coalesce(done_on, quarter_end(quarter)) END;

-- A document that is dated after the_day proves nothing yet; one without a date does.
CREATE OR REPLACE MACRO known_evidence(evidence, evidence_issued, the_day) AS
    coalesce(evidence AND coalesce(evidence_issued <= the_day, true), false);

-- A result counts for an ongoing task when it is told or proven, and dated within the quarter's data. `figures` is
-- null where no result is told, so it tells that as well.
CREATE OR REPLACE MACRO is_dated_result(status, figures, evidence, done_on, evidence_issued, first_day, last_day) AS
    status IN ('done', 'in_progress')
    AND (figures IS NOT NULL OR evidence)
    AND (coalesce(done_on BETWEEN first_day AND last_day, false)
        OR coalesce(evidence_issued BETWEEN first_day AND last_day, false));

-- Words up to the period with what each of them shows, the texts left behind. `status_order` is odd for 'stopped' and
-- grows with the quarter; null where no status is said. What else a word shows is gathered as bits, which is four
-- times as fast as a column each:
--   1 in the period    2 not arising then    4 done before    8 done then    16 dated result then
--   32 proven by a figure or evidence        64 proven then   128 not begun then
CREATE OR REPLACE MACRO words_judged(the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT
    key,
    unit,
    quarter,
    2 * quarter + (status = 'stopped')::INTEGER AS status_order,
    delivered_day(status, done_on, quarter, the_day) AS delivered_on,
    CASE
        WHEN quarter < quarter_no(period_start(the_period))
            THEN if(known_evidence(evidence, evidence_issued, the_day) OR figures > 0, 32, 0)
                | if(delivered_on IS NULL, 0, 4)
        ELSE 1
            | if(known_evidence(evidence, evidence_issued, the_day) OR figures > 0, 96, 0)
            | if(status = 'not_arising', 2, 0)
            | if(status = 'not_started', 128, 0)
            | if(delivered_on IS NULL, 0, 8)
            | if(is_dated_result(
                status, figures, known_evidence(evidence, evidence_issued, the_day), done_on, evidence_issued,
                data_start(the_period), the_day
            ), 16, 0)
    END::UTINYINT AS bits
FROM task_update_figures_at(the_plan, v := v)
WHERE quarter <= quarter_no(period_start(the_period));

-- Words for the whole that count for a unit as well: one that has spoken for itself in one quarter is still covered
-- by what is said for the whole in quarters in which it has not.
CREATE OR REPLACE MACRO words_borrowed(judged) AS TABLE
WITH own AS (
    SELECT key, unit, quarter FROM query_table(judged) WHERE unit <> ''
)
SELECT word.* REPLACE (speaker.unit AS unit)
FROM query_table(judged) AS word
JOIN (SELECT DISTINCT key, unit FROM own) AS speaker USING (key)
ANTI JOIN own ON own.key = speaker.key AND own.unit = speaker.unit AND own.quarter = word.quarter
WHERE word.unit = '';

-- One row a task and voice: every task has the voice '', whether or not anybody has spoken.
CREATE OR REPLACE MACRO voices_of(terms, judged, borrowed) AS TABLE
WITH said AS (
    SELECT key, '' AS voice, max(status_order) AS status_order, min(delivered_on) AS delivered_on, bit_or(bits) AS bits
    FROM (
        SELECT key, status_order, delivered_on, bits FROM query_table(judged) WHERE unit = ''
        UNION ALL BY NAME
        SELECT key FROM query_table(terms)
    )
    GROUP BY key
    UNION ALL
    SELECT key, unit, max(status_order), min(delivered_on), bit_or(bits)
    FROM (FROM query_table(judged) WHERE unit <> '' UNION ALL FROM query_table(borrowed))
    GROUP BY key, unit
)
SELECT
    key, dimension, lead, before, counted, fixed_due, occurrences, voice,
    coalesce(status_order % 2 = 1, false) AS stopped,
    delivered_on,
    coalesce(bits & 1 > 0, false) AS reported,
    coalesce(bits & 2 > 0, false) AS not_arising,
    coalesce(bits & 4 > 0, false) AS done_before,
    coalesce(bits & 8 > 0, false) AS done_now,
    coalesce(bits & 16 > 0, false) AS dated_now,
    coalesce(bits & 32 > 0, false) AS proven,
    coalesce(bits & 64 > 0, false) AS proven_now,
    coalesce(bits & 128 > 0, false) AS not_started
FROM query_table(terms) JOIN said USING (key);

-- Each date of a periodic task, voice by voice, with the day on which it was delivered, null where it was not.
CREATE OR REPLACE MACRO deliveries_of(voices, judged, borrowed) AS TABLE
WITH expected AS (
    SELECT key, voice, due, from_quarter, to_quarter, closes
    FROM query_table(voices) JOIN occurrences_of(voices) USING (occurrences)
    WHERE counted = 'periodic'
), delivered AS (
    SELECT key, unit AS voice, quarter, delivered_on
    FROM (FROM query_table(judged) UNION ALL FROM query_table(borrowed))
    -- Few tasks are periodic: the words of all others are left out before they are joined.
    SEMI JOIN expected USING (key)
    WHERE delivered_on IS NOT NULL
)
SELECT expected.key, expected.voice, due, closes, min(delivered_on) AS delivered_on
FROM expected
LEFT JOIN delivered
    ON delivered.key = expected.key AND delivered.voice = expected.voice
    AND quarter BETWEEN from_quarter AND to_quarter
GROUP BY expected.key, expected.voice, due, closes;
