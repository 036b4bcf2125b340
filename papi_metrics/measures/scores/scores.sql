-- Official PAPI scores: rank, groups, thresholds, distances, changes. `reference` names a table (year, province, part,
-- score) of the figures that came with the program, `provinces` one (listing, name, merged_from); v is a version of the
-- store. part is 0 for the total, 1 … 8 for a dimension, 1.1 … for a sub-dimension. In a shell:
--   CREATE TABLE reference AS SELECT year, province, dimension_no AS part, score FROM 'data/reference/papi_scores.csv';
--   FROM score_thresholds(reference, 2024);
-- Differences are rounded to 10 decimals, which takes away what binary fractions add and nothing that is published.

-- Where a series breaks: the score of that year does not compare with the one before.
CREATE OR REPLACE MACRO series_breaks() AS TABLE
FROM (
    VALUES
    ('0', 2018, 'dimensions_added'),   -- six dimensions before, eight since
    ('3', 2018, 'questions_replaced'), -- its parts before are other questions
    ('8', 2019, 'part_added'),         -- 8.3
    ('5', 2021, 'part_dropped')        -- 5.2, construction permits
) AS known(part, year, code);

-- The scores that stand: an uploaded table stands over the reference figures of its year, for all that it speaks of.
CREATE OR REPLACE MACRO official_scores(reference, v := NULL) AS TABLE
WITH uploaded AS (
    SELECT year, listing, province, part, score, entry FROM uploaded_scores_at(v := v)
)
FROM uploaded
UNION ALL
SELECT year, '63', province, part, score, NULL
FROM query_table(reference)
WHERE (year, contains(part, '.')) NOT IN (SELECT (year, contains(part, '.')) FROM uploaded);

-- The group of a score: one on a threshold belongs to the group above.
CREATE OR REPLACE MACRO group_of(score, p25, p50, p75) AS
CASE
    WHEN score >= p75 THEN 'highest'
    WHEN score >= p50 THEN 'upper_middle'
    WHEN score >= p25 THEN 'lower_middle'
    WHEN score < p25 THEN 'lowest'
END;

-- Percentiles by linear interpolation over the provinces that have a score. n counts these.
CREATE OR REPLACE MACRO thresholds_of(scores) AS TABLE
SELECT
    year,
    part,
    count(*) AS n,
    round(quantile_cont(score, 0.25), 10) AS p25,
    round(quantile_cont(score, 0.5), 10) AS p50,
    round(quantile_cont(score, 0.75), 10) AS p75,
    min(score) AS min,
    max(score) AS max,
    round(avg(score), 10) AS mean
FROM query_table(scores)
GROUP BY year, part;

CREATE OR REPLACE MACRO score_thresholds(reference, the_year := NULL, v := NULL) AS TABLE
WITH told AS (
    FROM official_scores(reference, v := v) WHERE the_year IS NULL OR year = the_year
)
FROM thresholds_of(told);

-- Every province of a year beside every part that anybody has a score of: null where it has none. Equal scores share
-- the better rank. A value on a threshold belongs to the group above. `to_next_group` is null in the highest one.
-- `change` is on the year before, null where the series breaks in between (`break_code`) or one of the two is missing;
-- `broken_inside` are the dimensions whose series breaks within a total that is compared all the same.
CREATE OR REPLACE MACRO score_board(reference, provinces, the_year := NULL, the_province := NULL, v := NULL) AS TABLE
WITH standing AS MATERIALIZED (
    FROM official_scores(reference, v := v)
    WHERE the_year IS NULL OR year BETWEEN the_year - 1 AND the_year
), told AS (
    FROM standing WHERE the_year IS NULL OR year = the_year
), threshold AS (
    FROM thresholds_of(told)
), ranked AS (
    SELECT year, part, province, score, entry, rank() OVER (PARTITION BY year, part ORDER BY score DESC) AS rank
    FROM told
), listed AS (
    -- An upload tells its own list of provinces.
    SELECT year, arg_max(listing, coalesce(entry, 0)) AS listing FROM standing GROUP BY year
), place AS (
    SELECT
        this.year,
        known.name AS province,
        threshold.* EXCLUDE (year),
        -- A province that became one of several has no score of its own before.
        if(len(known.merged_from) = 1 AND before.listing <> this.listing, known.merged_from[1], known.name) AS forebear,
        len(known.merged_from) > 1 AND before.listing <> this.listing AS merged
    FROM listed AS this
    JOIN query_table(provinces) AS known ON known.listing = this.listing
    JOIN threshold ON threshold.year = this.year
    LEFT JOIN listed AS before ON before.year = this.year - 1
    WHERE the_province IS NULL OR known.name = the_province
), broken AS (
    SELECT year, list(part::INTEGER ORDER BY part) FILTER (part <> '0') AS dimensions FROM series_breaks() GROUP BY year
), compared AS (
    SELECT
        place.*,
        ranked.score,
        ranked.rank,
        ranked.entry,
        before.score AS score_before,
        CASE WHEN merged THEN 'merger' ELSE series_breaks.code END AS break_code,
        broken.dimensions
    FROM place
    LEFT JOIN ranked USING (year, part, province)
    LEFT JOIN standing AS before
        ON before.year = place.year - 1 AND before.part = place.part AND before.province = place.forebear
    LEFT JOIN series_breaks() AS series_breaks
        ON series_breaks.year = place.year AND series_breaks.part = split_part(place.part, '.', 1)
    LEFT JOIN broken ON broken.year = place.year
)
SELECT
    year, province, part, score, rank, n AS of,
    group_of(score, p25, p50, p75) AS group,
    if(score IS NULL, NULL, 'computed') AS group_source,
    p25, p50, p75, min, max, mean,
    CASE
        WHEN score >= p75 THEN NULL
        WHEN score >= p50 THEN round(p75 - score, 10)
        WHEN score >= p25 THEN round(p50 - score, 10)
        WHEN score < p25 THEN round(p25 - score, 10)
    END AS to_next_group,
    if(break_code IS NULL, round(score - score_before, 10), NULL) AS change,
    break_code,
    if(part = '0' AND break_code IS NULL, dimensions, NULL) AS broken_inside,
    entry
FROM compared
ORDER BY year, province, part;

-- What a group asks for: `papi_gap` is score − threshold, negative is worse; `needed` what is still to be won, 0 where
-- the threshold is reached; `share` how much of what all dimensions need lies in this one, null where none needs any or
-- one of them has no score. The lowest group has no threshold.
CREATE OR REPLACE MACRO score_gaps(reference, provinces, the_year, the_province, the_group, v := NULL) AS TABLE
WITH held AS (
    SELECT
        part, score,
        CASE the_group WHEN 'highest' THEN p75 WHEN 'upper_middle' THEN p50 WHEN 'lower_middle' THEN p25 END AS threshold
    FROM score_board(reference, provinces, the_year := the_year, the_province := the_province, v := v)
    WHERE NOT contains(part, '.')
), needing AS (
    SELECT
        part, score, threshold,
        round(score - threshold, 10) AS papi_gap,
        -- greatest() passes over a null, and missing is not 0.
        if(threshold - score IS NULL, NULL, greatest(round(threshold - score, 10), 0)) AS needed
    FROM held
), summed_up AS (
    SELECT if(count(needed) = count(*), sum(needed), NULL) AS whole FROM needing WHERE part <> '0'
)
SELECT needing.*, if(part = '0', NULL, needed / nullif(whole, 0)) AS share
FROM needing CROSS JOIN summed_up
ORDER BY part;

-- Arithmetic on a year that is over, no forecast: the province has `the_score` in one dimension, everything else is as it
-- was, the scores of the others and the thresholds too. One row for the total, one for the dimension; null where the
-- province has no score in either of the two.
CREATE OR REPLACE MACRO score_what_if(reference, the_year, the_province, the_part, the_score, v := NULL) AS TABLE
WITH told AS MATERIALIZED (
    FROM official_scores(reference, v := v) WHERE year = the_year AND part IN ('0', the_part)
), own AS (
    SELECT
        any_value(score) FILTER (part = '0') AS total,
        any_value(score) FILTER (part = the_part) AS single
    FROM told
    WHERE province = the_province
), moved AS (
    SELECT '0' AS part, total AS score_before, round(total + the_score - single, 10) AS score FROM own
    UNION ALL
    SELECT the_part, single, if(total IS NULL OR single IS NULL, NULL, the_score::DOUBLE) FROM own
), others AS (
    SELECT moved.part, count(told.score) FILTER (told.score > moved.score) AS above
    FROM moved
    LEFT JOIN told ON told.part = moved.part AND told.province <> the_province
    GROUP BY moved.part
)
SELECT
    moved.part, moved.score_before, moved.score,
    if(moved.score IS NULL, NULL, others.above + 1) AS rank,
    threshold.n AS of,
    group_of(moved.score, threshold.p25, threshold.p50, threshold.p75) AS group
FROM moved
JOIN others USING (part)
JOIN thresholds_of(told) AS threshold USING (part)
ORDER BY moved.part;

-- What a plan wants of the scores of its year, held against those of the_year: one row a dimension, `kind` null where no
-- target is set. `threshold` is the score that would meet it: of a rank that of the last province in that place or
-- better, of a change the score of the year before with the change on top, null where the series breaks in between.
-- `papi_gap` is in what the target is set in, negative is worse: points for a group and a score, places for a rank,
-- change − target for a change. `short` is always in points, so that dimensions can be ordered by it.
CREATE OR REPLACE MACRO papi_gaps(reference, provinces, the_plan, the_year, the_province, v := NULL) AS TABLE
WITH board AS MATERIALIZED (
    FROM score_board(reference, provinces, the_year := the_year, v := v)
    WHERE part <> '0' AND NOT contains(part, '.')
), target AS (
    SELECT * REPLACE (target_value::DOUBLE AS target_value) FROM papi_targets_at(the_plan, v := v)
), last_place AS (
    SELECT part, min(score) AS score
    FROM board JOIN target USING (part)
    WHERE kind = 'rank' AND rank <= target_value
    GROUP BY part
), held AS (
    SELECT
        board.part, board.score, board.rank, board.of, board.group, board.group_source, board.change, board.break_code,
        kind, content, target_value, target_group,
        CASE kind
            WHEN 'group' THEN
                CASE target_group WHEN 'highest' THEN p75 WHEN 'upper_middle' THEN p50 WHEN 'lower_middle' THEN p25 END
            WHEN 'score' THEN target_value
            WHEN 'rank' THEN last_place.score
            WHEN 'change' THEN round(board.score - board.change + target_value, 10)
        END AS threshold
    FROM board LEFT JOIN target USING (part) LEFT JOIN last_place USING (part)
    WHERE board.province = the_province
)
SELECT
    *,
    CASE kind
        WHEN 'rank' THEN target_value - rank
        WHEN 'change' THEN round(change - target_value, 10)
        ELSE round(score - threshold, 10)
    END AS papi_gap,
    round(score - threshold, 10) AS short
FROM held
ORDER BY part;
