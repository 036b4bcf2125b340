-- The measures of a plan, as counts and as ratios that keep their denominator.

-- The counts behind every measure of tasks.
--   completion  done / tasks that apply           overdue    count, and the most days late
--   on_time     dates met in time / dates due     due_soon   count
--   reported    rows reported / rows owed         evidenced  done with evidence or a figure / done
--   evidence_missing  count of those done without
CREATE OR REPLACE MACRO tally_of(marks) AS TABLE
SELECT
    dimension,
    lead,
    unit,
    count(*) FILTER (applies) AS tasks,
    count(*) FILTER (done) AS done,
    sum(dates_due) AS dates_due,
    sum(dates_on_time) AS dates_on_time,
    count(*) FILTER (state = 'overdue') AS overdue,
    max(days_late) FILTER (state = 'overdue') AS most_days_late,
    count(*) FILTER (due_soon) AS due_soon,
    count(*) FILTER (owes) AS owed,
    count(*) FILTER (reported) AS reported,
    count(*) FILTER (evidenced) AS evidenced,
    count(*) FILTER (evidence_missing) AS evidence_missing
FROM query_table(marks)
GROUP BY dimension, lead, unit;

-- Tallies summed up; always one row for a group, also of nothing.
CREATE OR REPLACE MACRO summed(tallies) AS TABLE
SELECT
    "by", dimension, unit,
    coalesce(sum(tasks), 0) AS tasks, coalesce(sum(done), 0) AS done,
    coalesce(sum(dates_due), 0) AS dates_due, coalesce(sum(dates_on_time), 0) AS dates_on_time,
    coalesce(sum(overdue), 0) AS overdue, max(most_days_late) AS most_days_late,
    coalesce(sum(due_soon), 0) AS due_soon,
    coalesce(sum(owed), 0) AS owed, coalesce(sum(reported), 0) AS reported, coalesce(sum(evidenced), 0) AS evidenced,
    coalesce(sum(evidence_missing), 0) AS evidence_missing
FROM query_table(tallies)
GROUP BY "by", dimension, unit;

-- Tasks for which no unit has spoken count alike for the whole and for each answering unit: they are tallied once for
-- each list of leads. The others are counted voice by voice. The row ('plan', null, null) stands for a plan without tasks.
CREATE OR REPLACE MACRO task_tallies(marks, the_plan, v := NULL) AS TABLE
WITH whole AS MATERIALIZED (
    SELECT key FROM query_table(marks) WHERE voice = '*'
), split AS MATERIALIZED (
    FROM query_table(marks) SEMI JOIN whole USING (key)
), plain AS (
    SELECT *, '' AS unit FROM query_table(marks) ANTI JOIN whole USING (key)
), plain_tally AS MATERIALIZED (
    FROM tally_of(plain)
), known_leads AS (
    SELECT lead FROM plain_tally UNION ALL SELECT lead FROM split
), leads AS MATERIALIZED (
    FROM leads_of(known_leads, the_plan, v := v)
), split_whole AS (
    SELECT *, '' AS unit FROM split WHERE voice = '*'
), split_unit AS (
    FROM unit_marks(split, leads)
), whole_tally AS (
    FROM plain_tally UNION ALL FROM tally_of(split_whole)
), unit_tally AS MATERIALIZED (
    SELECT plain_tally.* REPLACE (answer.unit AS unit)
    FROM plain_tally JOIN (SELECT lead, unnest(units) AS unit FROM leads) AS answer USING (lead)
    UNION ALL
    FROM tally_of(split_unit)
), tally AS (
    SELECT 'plan' AS "by", * REPLACE (NULL::INTEGER AS dimension, NULL::VARCHAR AS unit) FROM whole_tally
    UNION ALL
    SELECT 'dimension', * REPLACE (NULL::VARCHAR AS unit) FROM whole_tally
    UNION ALL
    SELECT 'unit', * REPLACE (NULL::INTEGER AS dimension) FROM unit_tally
    UNION ALL
    SELECT 'dimension_unit', * FROM unit_tally
    UNION ALL BY NAME
    SELECT 'plan' AS "by"
)
FROM summed(tally);

CREATE OR REPLACE MACRO task_measures(marks, the_plan, v := NULL) AS TABLE
SELECT "by", dimension, unit, unnest([
    {'measure': 'completion', 'numerator': done, 'denominator': tasks, 'count': NULL, 'most': NULL},
    {'measure': 'on_time', 'numerator': dates_on_time, 'denominator': dates_due, 'count': NULL, 'most': NULL},
    {'measure': 'overdue', 'numerator': NULL, 'denominator': NULL, 'count': overdue, 'most': most_days_late},
    {'measure': 'due_soon', 'numerator': NULL, 'denominator': NULL, 'count': due_soon, 'most': NULL},
    {'measure': 'reported', 'numerator': reported, 'denominator': owed, 'count': NULL, 'most': NULL},
    {'measure': 'evidenced', 'numerator': evidenced, 'denominator': done, 'count': NULL, 'most': NULL},
    {'measure': 'evidence_missing', 'numerator': NULL, 'denominator': NULL, 'count': evidence_missing, 'most': NULL}
], recursive := true)
FROM task_tallies(marks, the_plan, v := v);

-- Commitments have no dimension: they are counted for the plan and for each answering unit.
CREATE OR REPLACE MACRO commitment_measures(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH known AS MATERIALIZED (
    FROM commitment_wholes(the_plan, the_day := the_day, v := v)
), mark AS MATERIALIZED (
    SELECT lead, state, explanation_missing FROM commitment_marks(known, the_plan, the_period, the_day, v := v)
), leads AS (
    FROM leads_of(mark, the_plan, v := v)
), counted AS (
    SELECT 'plan' AS "by", NULL::VARCHAR AS unit, state, explanation_missing FROM mark
    UNION ALL
    SELECT 'unit', unnest(units), state, explanation_missing FROM mark JOIN leads USING (lead)
    UNION ALL
    SELECT 'plan', NULL, NULL, NULL
), tally AS (
    SELECT
        "by", unit,
        count(*) FILTER (state = 'met') AS met,
        count(*) FILTER (state = 'missed') AS missed,
        count(*) FILTER (state = 'at_risk') AS at_risk,
        count(*) FILTER (state = 'no_data') AS no_data,
        count(*) FILTER (state = 'not_yet_due') AS not_yet_due,
        count(*) FILTER (explanation_missing) AS explanation_missing
    FROM counted
    GROUP BY "by", unit
)
SELECT "by", NULL::INTEGER AS dimension, unit, unnest([
    {'measure': 'commitments_met', 'numerator': met, 'denominator': met + missed + at_risk, 'count': NULL, 'most': NULL},
    {'measure': 'commitments_missed', 'numerator': NULL, 'denominator': NULL, 'count': missed, 'most': NULL},
    {'measure': 'commitments_at_risk', 'numerator': NULL, 'denominator': NULL, 'count': at_risk, 'most': NULL},
    {'measure': 'commitments_no_data', 'numerator': NULL, 'denominator': NULL, 'count': no_data, 'most': NULL},
    {'measure': 'commitments_not_yet_due', 'numerator': NULL, 'denominator': NULL, 'count': not_yet_due, 'most': NULL},
    {'measure': 'explanation_missing', 'numerator': NULL, 'denominator': NULL, 'count': explanation_missing, 'most': NULL}
], recursive := true)
FROM tally;

-- Units that have handed in / units that owe a report: rows without a known lead belong to none.
CREATE OR REPLACE MACRO submission_measures(marks, the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT
    'plan' AS "by", NULL::INTEGER AS dimension, NULL::VARCHAR AS unit, 'units_reported' AS measure,
    count(first_on) AS numerator, count(*) AS denominator, NULL AS "count", NULL AS most
FROM submissions_of(marks, the_plan, the_period, the_day, v := v)
WHERE unit <> '';

-- All measures of a plan at once. `value` is the share of a ratio, null where the denominator is 0, and the most days
-- late for overdue. dimension null under 'dimension' and 'dimension_unit' = general tasks; unit '' = no lead unit is known.
CREATE OR REPLACE MACRO measures(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH marked AS MATERIALIZED (
    FROM task_marks(the_plan, the_period, the_day, v := v)
)
SELECT
    "by", measure, dimension, unit,
    numerator::BIGINT AS numerator,
    denominator::BIGINT AS denominator,
    "count"::BIGINT AS "count",
    CASE WHEN denominator IS NULL THEN most WHEN denominator > 0 THEN numerator / denominator END::DOUBLE AS value
FROM (
    FROM task_measures(marked, the_plan, v := v)
    UNION ALL
    FROM commitment_measures(the_plan, the_period, the_day, v := v)
    UNION ALL BY NAME
    FROM submission_measures(marked, the_plan, the_period, the_day, v := v)
)
ORDER BY "by", measure, dimension NULLS FIRST, unit;
