-- Official scores that were uploaded.

-- What stands at v. A table stands for all that its year says of dimensions and total, or of sub-dimensions, whichever
-- of the two it speaks of: a province that it leaves out has no score.
CREATE OR REPLACE MACRO uploaded_scores_at(v := NULL) AS TABLE
SELECT entry, word.year, listing, province, part, score, cell
FROM score_word AS word JOIN score_table USING (entry) ANTI JOIN fallen_entries(v := v) USING (entry)
WHERE v IS NULL OR entry <= v
QUALIFY entry = max(entry) OVER (PARTITION BY word.year, contains(part, '.'));

-- Every table that was ever uploaded, those taken back included.
CREATE OR REPLACE MACRO score_history() AS TABLE
WITH counted AS (
    SELECT entry, count(*) AS scores, count(DISTINCT province) AS provinces FROM score_word GROUP BY entry
)
SELECT
    no, made_at, made_by, reason, year, listing, file_name, file_format, sha256, findings, scores, provinces,
    no IN (FROM fallen_entries()) AS revoked,
    revoked_by
FROM score_table
JOIN entry ON no = score_table.entry
JOIN counted ON counted.entry = no
LEFT JOIN last_revocations() AS last_revocation ON last_revocation.entry = no;
