-- What a plan expects of each task: how it is counted, when it is due, who answers.
--
-- counted: fixed       one date, or none where the wording was not understood (unknown)
--          periodic    several dates, each to be delivered; also a fixed deadline with several dates
--          ongoing     no date: a dated result each quarter; also a periodic wording without a date
--          as_needed   no date: handled when it arises
CREATE OR REPLACE MACRO task_terms(the_plan, v := NULL) AS TABLE
SELECT
    key,
    dimension,
    lead,
    before,
    CASE
        WHEN deadline_kind = 'periodic' AND len(occurrences) = 0 THEN 'ongoing'
        WHEN deadline_kind = 'periodic' OR len(occurrences) > 1 THEN 'periodic'
        WHEN deadline_kind IN ('ongoing', 'as_needed') THEN deadline_kind
        ELSE 'fixed'
    END AS counted,
    if(counted = 'fixed', occurrences[1], NULL) AS fixed_due,
    if(counted = 'periodic', occurrences, NULL) AS occurrences
FROM tasks_at(the_plan, v := v);

-- Each date of the periodic tasks among `terms`, with the quarters whose reports can deliver it: from the quarter
-- after that of the date before, to its own. Dates of one quarter are delivered by that quarter's report; a
-- quarter without a date of its own works towards the next one. `closes`: no later date in its quarter.
CREATE OR REPLACE MACRO occurrences_of(terms) AS TABLE
WITH one AS (
    SELECT DISTINCT occurrences, unnest(occurrences) AS due FROM query_table(terms) WHERE counted = 'periodic'
), neighbours AS (
    SELECT
        occurrences,
        due,
        quarter_no(due) AS to_quarter,
        quarter_no(lag(due) OVER dates) AS quarter_before,
        quarter_no(lead(due) OVER dates) AS quarter_after
    FROM one
    WINDOW dates AS (PARTITION BY occurrences ORDER BY due)
)
SELECT
    occurrences,
    due,
    if(quarter_before IS NULL, 4 * year(due) + 1, least(quarter_before + 1, to_quarter)) AS from_quarter,
    to_quarter,
    quarter_after IS DISTINCT FROM to_quarter AS closes
FROM neighbours;

-- The answering units of each list of lead units that occurs among `terms`.
CREATE OR REPLACE MACRO leads_of(terms, the_plan, v := NULL) AS TABLE
SELECT lead, answering(lead, members) AS units
FROM (SELECT DISTINCT lead FROM query_table(terms)) CROSS JOIN group_members(the_plan, v := v);
