-- How far a voice is with the dates of its periodic tasks. `days_late` is the greatest delay of a date due by
-- the_day; the report of a quarter gives one day, which is only held against the last date of that quarter.
CREATE OR REPLACE MACRO progress_of(deliveries, the_period, the_day) AS TABLE
SELECT
    key,
    voice,
    count(*) FILTER (due <= the_day) AS dates_due,
    count(delivered_on) FILTER (due <= the_day) AS dates_met,
    count(*) FILTER (due <= the_day AND (delivered_on <= due OR (delivered_on IS NOT NULL AND NOT closes)))
        AS dates_on_time,
    max(delivered_on - due) FILTER (due <= the_day AND closes AND delivered_on > due) AS dates_late,
    count(delivered_on) > 0 AS some_met,
    min(due) FILTER (delivered_on IS NULL) AS open_due,
    max(due) AS last_due,
    max(delivered_on) AS last_delivered,
    bool_or(quarter_no(due) = quarter_no(period_start(the_period))) AS due_now
FROM query_table(deliveries)
GROUP BY key, voice;

-- The state of each task for each voice (voices.sql), without a text: what every measure of tasks counts.
--
-- A fixed task stays done once a report up to the period says so. A periodic task is done when every date up to
-- the_day is delivered, and is not assessed before its first date unless something was delivered. An ongoing task
-- needs a dated result in the period; one that arises as needed is done when it is handled in the period.
--
-- `next_due`: the date that a periodic task, done so far, has to deliver next. Such a task stays done and counts as
-- `due_soon` once that date is near.
CREATE OR REPLACE MACRO task_marks(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH term AS MATERIALIZED (
    FROM task_terms(the_plan, v := v)
), judged AS MATERIALIZED (
    FROM words_judged(the_plan, the_period, the_day, v := v)
), borrowed AS MATERIALIZED (
    FROM words_borrowed(judged)
), voices AS MATERIALIZED (
    FROM voices_of(term, judged, borrowed)
), split AS MATERIALIZED (
    FROM voices SEMI JOIN (FROM voices WHERE voice <> '') AS spoken USING (key)
), leads AS MATERIALIZED (
    FROM leads_of(split, the_plan, v := v)
), deliveries AS MATERIALIZED (
    FROM deliveries_of(voices, judged, borrowed)
), deliveries_with_wholes AS (
    FROM deliveries UNION ALL FROM whole_deliveries_of(split, leads, deliveries)
), measured AS (
    SELECT
        voice.*,
        progress.* EXCLUDE (key, voice),
        NOT stopped AND NOT not_arising AND (counted <> 'periodic' OR dates_due > 0 OR some_met) AS applies,
        CASE counted WHEN 'periodic' THEN coalesce(open_due, last_due) WHEN 'fixed' THEN fixed_due END AS due,
        CASE counted WHEN 'periodic' THEN last_delivered WHEN 'fixed' THEN delivered_on END AS done_on
    FROM (FROM voices UNION ALL FROM wholes_of(split, leads)) AS voice
    LEFT JOIN progress_of(deliveries_with_wholes, the_period, the_day) AS progress
        ON counted = 'periodic' AND progress.key = voice.key AND progress.voice = voice.voice
), decided AS (
    SELECT
        *,
        applies AND CASE counted
            WHEN 'fixed' THEN delivered_on IS NOT NULL
            WHEN 'periodic' THEN dates_met = dates_due
            WHEN 'ongoing' THEN dated_now
            ELSE done_now
        END AS done
    FROM measured
), timed AS (
    SELECT
        *,
        CASE
            WHEN done AND counted = 'periodic' THEN coalesce(dates_late, 0)
            WHEN done AND due IS NOT NULL THEN greatest(done_on - due, 0)
            WHEN NOT done AND due < the_day THEN the_day - due
        END AS days_behind,
        the_day + (SELECT due_soon_days FROM plans_at(v := v) WHERE plan = the_plan) AS horizon
    FROM decided
)
SELECT
    key, voice, dimension, lead, counted, applies, done, reported, due,
    if(done, open_due, NULL) AS next_due,
    if(before, due - 1, NULL) AS strict_due,
    if(done, done_on, NULL) AS done_on,
    if(applies, days_behind = 0, NULL) AS on_time,
    if(applies AND days_behind > 0, days_behind, NULL) AS days_late,
    if(done, if(counted IN ('ongoing', 'as_needed'), proven_now, proven), NULL) AS evidenced,
    done AND NOT evidenced AS evidence_missing,
    NOT stopped AND CASE counted WHEN 'fixed' THEN NOT done_before WHEN 'periodic' THEN due_now ELSE true END AS expected,
    reported OR expected AS owes,
    if(applies, if(counted = 'periodic', dates_due, coalesce(due <= the_day, false)::INTEGER), 0) AS dates_due,
    if(applies, if(counted = 'periodic', dates_on_time, coalesce(due <= the_day AND done_on <= due, false)::INTEGER), 0)
        AS dates_on_time,
    CASE
        WHEN stopped THEN 'stopped'
        WHEN not_arising THEN 'not_arising'
        WHEN done AND days_behind > 0 THEN 'done_late'
        WHEN done THEN 'done_on_time'
        WHEN due < the_day THEN 'overdue'
        WHEN due <= horizon THEN 'due_soon'
        WHEN counted = 'periodic' AND NOT applies AND NOT reported THEN 'not_yet_due'
        WHEN NOT reported THEN 'not_reported'
        WHEN not_started THEN 'not_started'
        ELSE 'in_progress'
    END AS state,
    state = 'due_soon' OR coalesce(next_due <= horizon, false) AS due_soon,
    if(due_soon OR (applies AND NOT done AND due >= the_day), due - the_day, NULL) AS days_left
FROM timed;
