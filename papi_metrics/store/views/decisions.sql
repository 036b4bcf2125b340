-- Decisions of meetings with how they ended.

-- The revocation that keeps an entry down, where one does.
CREATE OR REPLACE MACRO last_revocations() AS TABLE
SELECT target AS entry, max(revocation.entry) AS revoked_by
FROM revocation ANTI JOIN fallen_entries() USING (entry) GROUP BY target;

CREATE OR REPLACE MACRO settlements_at(v := NULL) AS TABLE
SELECT settlement_word.*, made_by
FROM settlement_word JOIN entry ON no = entry ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE v IS NULL OR entry <= v
QUALIFY row_number() OVER (PARTITION BY decision ORDER BY entry DESC) = 1;

-- How decisions ended, every word on it, those taken back included.
CREATE OR REPLACE MACRO settlement_history() AS TABLE
SELECT
    word.entry AS settlement, decision, state, settled_on, outcome, made_by AS settled_by,
    word.entry IN (FROM fallen_entries()) AS revoked,
    revoked_by
FROM settlement_word AS word JOIN entry ON no = word.entry
LEFT JOIN last_revocations() AS last_revocation ON last_revocation.entry = word.entry;

-- Every decision up to v of a plan, or of all, those taken back included. `revoked_by` is the entry that does it now.
CREATE OR REPLACE MACRO decision_history(the_plan := NULL, v := NULL) AS TABLE
SELECT
    no, made_at, entry.made_by, word.plan, word.period, content, unit, due, row_key,
    settled.entry AS settlement, settled.state, settled_on, outcome, settled.made_by AS settled_by,
    no IN (FROM fallen_entries(v := v)) AS revoked,
    revoked_by
FROM decision_word AS word
JOIN entry ON no = word.entry
LEFT JOIN settlements_at(v := v) AS settled ON settled.decision = no
LEFT JOIN last_revocations() AS last_revocation ON last_revocation.entry = no
WHERE (the_plan IS NULL OR word.plan = the_plan) AND (v IS NULL OR no <= v);

-- The decisions of a plan that stand.
CREATE OR REPLACE MACRO decisions_at(the_plan, v := NULL) AS TABLE
FROM decision_history(the_plan := the_plan, v := v) WHERE NOT revoked;
