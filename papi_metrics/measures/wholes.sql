-- The whole of a task for which units have spoken: done when it is said for the whole, or when it is done by each
-- answering unit for which it applies; not begun when all who report on it say so and nobody has done his part of a
-- fixed task. `split` are the voices of these tasks; most tasks have no such units.

-- The voices of the answering units: a unit that has not spoken is heard in ''.
CREATE OR REPLACE MACRO answers_of(split, leads) AS TABLE
WITH answering_unit AS (
    SELECT key, unnest(units) AS unit
    FROM query_table(split) JOIN query_table(leads) USING (lead)
    WHERE voice = ''
)
SELECT answering_unit.key, coalesce(spoken.voice, '') AS voice
FROM answering_unit LEFT JOIN query_table(split) AS spoken ON spoken.key = answering_unit.key AND spoken.voice = unit
    AND unit <> '';

CREATE OR REPLACE MACRO wholes_of(split, leads) AS TABLE
WITH answer AS (
    SELECT voice.*, stopped OR not_arising AS leaves
    FROM query_table(split) AS voice JOIN answers_of(split, leads) USING (key, voice)
), answers AS (
    SELECT
        key,
        bool_and(stopped) AS stopped,
        bool_and(leaves) AS leaves,
        bool_and(leaves OR delivered_on IS NOT NULL) AS done,
        max(delivered_on) FILTER (NOT leaves) AS delivered_on,
        bool_and(leaves OR done_before) AS done_before,
        bool_and(leaves OR done_now) AS done_now,
        bool_and(leaves OR dated_now) AS dated_now
    FROM answer
    GROUP BY key
), anyone AS (
    SELECT key, bool_or(reported) AS reported, bool_or(proven) AS proven, bool_or(proven_now) AS proven_now,
        coalesce(bool_and(not_started) FILTER (reported AND NOT stopped AND NOT not_arising), false)
            AND NOT bool_or(counted = 'fixed' AND delivered_on IS NOT NULL) AS not_started
    FROM query_table(split)
    GROUP BY key
)
SELECT
    voice.* REPLACE (
        '*' AS voice,
        voice.stopped OR answers.stopped AS stopped,
        voice.not_arising OR answers.leaves AS not_arising,
        anyone.reported AS reported,
        coalesce(voice.delivered_on, if(answers.done, answers.delivered_on, NULL)) AS delivered_on,
        voice.done_before OR answers.done_before AS done_before,
        voice.done_now OR answers.done_now AS done_now,
        voice.dated_now OR answers.dated_now AS dated_now,
        anyone.proven AS proven,
        anyone.proven_now AS proven_now,
        anyone.not_started AS not_started
    )
FROM query_table(split) AS voice JOIN answers USING (key) JOIN anyone USING (key)
WHERE voice.voice = '';

CREATE OR REPLACE MACRO whole_deliveries_of(split, leads, deliveries) AS TABLE
WITH answer AS (
    SELECT key, voice FROM query_table(split) JOIN answers_of(split, leads) USING (key, voice)
    WHERE NOT stopped AND NOT not_arising
), together AS (
    SELECT key, due, if(bool_and(delivered_on IS NOT NULL), max(delivered_on), NULL) AS delivered_on
    FROM query_table(deliveries) JOIN answer USING (key, voice)
    GROUP BY key, due
)
SELECT
    delivery.key,
    '*' AS voice,
    delivery.due,
    delivery.closes,
    coalesce(delivery.delivered_on, together.delivered_on) AS delivered_on
FROM query_table(deliveries) AS delivery
SEMI JOIN answers_of(split, leads) AS answer ON answer.key = delivery.key
LEFT JOIN together ON together.key = delivery.key AND together.due = delivery.due
WHERE delivery.voice = '';
