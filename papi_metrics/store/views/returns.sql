-- Periods that take no more returns, and returns that were sent back.

CREATE OR REPLACE MACRO closed_periods_at(the_plan, v := NULL) AS TABLE
SELECT period
FROM period_word ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v)
GROUP BY period
HAVING arg_max(closed, entry);

CREATE OR REPLACE MACRO rejections_at(the_plan, v := NULL) AS TABLE
SELECT
    no, made_at, made_by, plan, period, reason, sha256, file_name, file_format, sender, received_on, account, findings,
    mends, units
FROM rejection JOIN entry ON no = entry ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE plan = the_plan AND (v IS NULL OR entry <= v);

-- Every return that was sent back, of a plan or of all, with whether that still stands.
CREATE OR REPLACE MACRO rejection_history(the_plan := NULL) AS TABLE
WITH last_revocation AS (
    SELECT target AS entry, max(revocation.entry) AS revoked_by
    FROM revocation ANTI JOIN fallen_entries() USING (entry) GROUP BY target
)
SELECT
    no, made_at, made_by, plan, period, reason, sha256, file_name, file_format, sender, received_on, account, findings,
    mends, units,
    entry IN (FROM fallen_entries()) AS revoked,
    revoked_by
FROM rejection JOIN entry ON no = entry LEFT JOIN last_revocation USING (entry)
WHERE the_plan IS NULL OR plan = the_plan;

-- Closing and reopening of periods, oldest first, those taken back included.
CREATE OR REPLACE MACRO period_history(the_plan) AS TABLE
SELECT no, made_at, made_by, period_word.period, closed, reason, entry IN (FROM fallen_entries()) AS revoked
FROM period_word JOIN entry ON no = entry
WHERE period_word.plan = the_plan
ORDER BY no;
