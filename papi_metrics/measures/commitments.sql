-- Commitments held against their targets. Figures are compared as decimals; only what is shown is a double, so that
-- rounding never lifts a state: 89.96 is not ≥ 90.

-- Figures of units put together, one row a commitment and period of which an answering unit has spoken. Shares and
-- numbers of items add up; a score, a rank, or a per cent without its two numbers cannot be put together and stays
-- unknown. It is met when all answering units have met it. `heard` of `asked` units have spoken.
CREATE OR REPLACE MACRO commitment_sums(the_plan, v := NULL) AS TABLE
WITH asked AS (
    SELECT key, unit, count(*) OVER (PARTITION BY key) AS asked
    FROM answering_rows(the_plan, v := v) WHERE kind = 'commitment'
), part AS (
    FROM commitment_updates_at(the_plan, v := v) JOIN asked USING (key, unit) WHERE unit <> ''
)
SELECT
    period, key, count(*) AS heard, any_value(asked) AS asked, max(update_entry) AS update_entry,
    if(count(numerator) = count(*), sum(numerator), NULL)::DECIMAL(38, 16) AS numerator,
    if(count(denominator) = count(*), sum(denominator), NULL)::DECIMAL(38, 16) AS denominator,
    if(target_kind = 'count' AND count("value") = count(*), sum("value"), NULL)::DECIMAL(38, 16) AS "value",
    CASE
        WHEN bool_or(judgement = 'not_met') THEN 'not_met'
        WHEN bool_or(judgement = 'partly_met') THEN 'partly_met'
        WHEN count(*) FILTER (judgement = 'met') = any_value(asked) THEN 'met'
    END AS judgement,
    if(count(*) FILTER (finality = 'final') = any_value(asked), 'final', 'provisional') AS finality,
    min(figure_as_of) AS figure_as_of,
    string_agg(DISTINCT result, '; ') AS result,
    string_agg(DISTINCT cause, '; ') AS cause,
    string_agg(DISTINCT remedy, '; ') AS remedy,
    max(new_deadline) AS new_deadline,
    string_agg(DISTINCT responsible, '; ') AS responsible,
    arg_max(evidence_number, update_entry) AS evidence_number,
    arg_max(evidence_issued, update_entry) AS evidence_issued,
    arg_max(evidence_title, update_entry) AS evidence_title,
    arg_max(evidence_link, update_entry) AS evidence_link,
    flatten(list(said ORDER BY update_entry)) AS said
FROM part JOIN (SELECT key, target_kind FROM commitments_at(the_plan, v := v)) USING (key)
GROUP BY period, key, target_kind;

-- What is known of each commitment in each period: what is said for the whole goes before the sum of the units.
CREATE OR REPLACE MACRO commitment_wholes(the_plan, v := NULL) AS TABLE
SELECT * EXCLUDE (unit), NULL::BIGINT AS heard, NULL::BIGINT AS asked
FROM commitment_updates_at(the_plan, v := v) WHERE unit = ''
UNION ALL BY NAME
SELECT total.*
FROM commitment_sums(the_plan, v := v) AS total
ANTI JOIN (FROM commitment_updates_at(the_plan, v := v) WHERE unit = '') AS own USING (period, key);

-- What was reported, as a fraction: `top`/`bottom` in the unit of the target, null where there is no figure.
CREATE OR REPLACE MACRO commitment_figures(the_plan, v := NULL) AS TABLE
SELECT
    word.*,
    CASE
        WHEN target_kind = 'percent' AND denominator > 0 AND numerator IS NOT NULL THEN numerator * 100
        WHEN target_kind = 'count' THEN coalesce(numerator, value)
        ELSE value
    END AS top,
    CASE
        WHEN target_kind = 'percent' AND denominator > 0 AND numerator IS NOT NULL THEN denominator
        ELSE 1::DECIMAL(38, 16)
    END AS bottom,
    CASE WHEN target_kind IN ('qualitative', 'group') THEN judgement IS NOT NULL ELSE top IS NOT NULL END AS has_figure
FROM commitment_wholes(the_plan, v := v) AS word
JOIN (SELECT key, target_kind FROM commitments_at(the_plan, v := v)) USING (key);

-- A relative target speaks of the change on its base: the change is what is held against it. The change of a rank is
-- in places won; that of a count or a score in per cent is a share of the base, that of a per cent in points.
CREATE OR REPLACE MACRO change_sign(change, kind) AS
    CASE WHEN change IS NULL THEN 0 WHEN (change = 'increase') = (kind <> 'rank') THEN 1 ELSE -1 END;

CREATE OR REPLACE MACRO times(a, b) AS a::DECIMAL(19, 6) * b::DECIMAL(19, 6);

-- Each commitment with its last figure up to the period. `reach`/`span` is what is held against the target: the
-- figure, or its change on the base.
CREATE OR REPLACE MACRO commitment_reach(the_plan, the_period, v := NULL) AS TABLE
WITH commitment AS (
    SELECT *, occurrences[-1] AS due, change_sign(target_change, target_kind) AS direction
    FROM commitments_at(the_plan, v := v)
), figure AS (
    FROM commitment_figures(the_plan, v := v)
    WHERE has_figure AND period <= the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
), earlier AS (
    SELECT key, top / bottom AS previous_actual
    FROM commitment_figures(the_plan, v := v)
    WHERE has_figure AND period < the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
)
SELECT
    commitment.*,
    figure.period AS figure_period, heard, asked, numerator, denominator, value, judgement, finality, figure_as_of, top, bottom,
    has_figure, previous_actual,
    direction <> 0 AND target_kind <> 'percent' AND target_unit = '%' AS is_share,
    CASE
        WHEN direction = 0 THEN top
        WHEN is_share THEN direction * (top - times(base_value, bottom)) * 100
        ELSE direction * (top - times(base_value, bottom))
    END AS reach,
    CASE WHEN NOT is_share THEN bottom WHEN base_value > 0 THEN times(bottom, base_value) END AS span
FROM commitment LEFT JOIN figure USING (key) LEFT JOIN earlier USING (key);

-- `shortfall` × span: how far the reach is from the target, negative is worse. A target printed without a sign is
-- met by more.
CREATE OR REPLACE MACRO commitment_marks(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH held AS (
    SELECT
        *,
        reach - if(span = 1, target_value, times(target_value, span)) AS over_target,
        if(span = 1, target_upper, times(target_upper, span)) - reach AS under_upper,
        make_date(year(the_day), 12, 31) - make_date(year(the_day) - 1, 12, 31) AS days_of_year,
        the_day - make_date(year(the_day) - 1, 12, 31) AS days_gone,
        coalesce(due, if(deadline_kind = 'ongoing', make_date(year(period_start(the_period)), 12, 31), NULL)) AS until,
        coalesce(due <= the_day, false) OR coalesce(finality = 'final', false) OR deadline_kind = 'ongoing' AS settled
    FROM commitment_reach(the_plan, the_period, v := v)
), judged AS (
    SELECT
        *,
        CASE coalesce(comparator, '≥')
            WHEN '≤' THEN -over_target
            WHEN '<' THEN -over_target
            -- least() passes over nulls.
            WHEN 'range' THEN if(over_target + under_upper IS NULL, NULL, least(over_target, under_upper, 0))
            ELSE over_target
        END AS distance,
        CASE
            WHEN target_kind IN ('qualitative', 'group') THEN judgement = 'met'
            WHEN comparator IN ('>', '<') THEN distance > 0
            ELSE distance >= 0
        END AS met
    FROM held
), decided AS (
    SELECT
        *,
        CASE
            WHEN met IS NULL THEN 'no_data'
            WHEN met THEN 'met'
            WHEN settled THEN 'missed'
            WHEN target_kind = 'count' AND direction = 0 AND coalesce(comparator, '≥') IN ('≥', '>')
                AND times(reach, days_of_year) >= times(target_value, days_gone) THEN 'not_yet_due'
            ELSE 'at_risk'
        END AS state,
        if(until >= the_day, greatest(date_diff('quarter', period_start(the_period), until), 1), NULL) AS quarters_left
    FROM judged
)
SELECT
    *,
    (top / bottom)::DOUBLE AS actual,
    (distance / span)::DOUBLE AS gap,
    if(coalesce(comparator, '≥') IN ('≥', '>') AND target_value > 0, (reach / span / target_value)::DOUBLE, NULL)
        AS attainment,
    -- What a column headed % shows: the share itself, or how much of a number of items is reached.
    CASE target_kind WHEN 'percent' THEN actual WHEN 'count' THEN attainment * 100 END AS reached_percent,
    if(distance < 0, -(distance / span)::DOUBLE / quarters_left, NULL) AS pace,
    -- 1 where a greater figure is better, -1 where a smaller one is, null within a range.
    CASE
        WHEN direction <> 0 THEN direction
        WHEN comparator = 'range' THEN NULL
        WHEN comparator IN ('≤', '<') THEN -1
        ELSE 1
    END AS better_sign
FROM decided;

-- Commitments owe a figure until a final one stands from an earlier period.
CREATE OR REPLACE MACRO commitment_debts(the_plan, the_period, v := NULL) AS TABLE
SELECT
    key,
    lead,
    coalesce(bool_or(period = the_period), false) AS reported,
    reported OR NOT coalesce(bool_or(period < the_period AND finality = 'final'), false) AS owes
FROM commitments_at(the_plan, v := v) LEFT JOIN commitment_wholes(the_plan, v := v) USING (key)
GROUP BY key, lead;

-- The same for each answering unit: what is said for the whole counts for each of them.
CREATE OR REPLACE MACRO commitment_unit_debts(the_plan, the_period, v := NULL) AS TABLE
SELECT
    answer.key,
    answer.unit,
    coalesce(bool_or(period = the_period), false) AS reported,
    reported OR NOT coalesce(bool_or(period < the_period AND finality = 'final'), false) AS owes
FROM answering_rows(the_plan, v := v) AS answer
LEFT JOIN commitment_updates_at(the_plan, v := v) AS word ON word.key = answer.key AND word.unit IN ('', answer.unit)
WHERE answer.kind = 'commitment'
GROUP BY answer.key, answer.unit;

CREATE OR REPLACE MACRO commitment_states(the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT
    plan, key, position, block, number, content,
    target_kind, comparator, target_value::DOUBLE AS target_value, target_upper::DOUBLE AS target_upper, target_unit,
    target_text, target_group, target_change, base_value::DOUBLE AS base_value, index_name,
    director, director_text, lead, lead_text, deadline_kind, deadline_text, due, if(before, due - 1, NULL) AS strict_due,
    mark.numerator::DOUBLE AS numerator, mark.denominator::DOUBLE AS denominator, actual, mark.judgement, mark.finality,
    mark.figure_as_of, figure_period, mark.heard AS units_heard, mark.asked AS units_asked, gap, attainment, reached_percent, pace, better_sign, quarters_left, state,
    debt.owes,
    debt.reported,
    result, evidence_number, evidence_issued, evidence_title, evidence_link,
    cause, remedy, new_deadline, responsible,
    update_entry,
    coalesce(is_illustrative(word.said), false) AS illustrative,
    mark.entry AS plan_entry,
    mark.cells,
    coalesce(word.said, []) AS update_cells,
    previous_actual
FROM commitment_marks(the_plan, the_period, the_day, v := v) AS mark
LEFT JOIN (
    FROM commitment_wholes(the_plan, v := v)
    WHERE period <= the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
) AS word USING (key)
JOIN (SELECT key, owes, reported FROM commitment_debts(the_plan, the_period, v := v)) AS debt USING (key)
ORDER BY position;

-- Every figure ever reported, period by period.
CREATE OR REPLACE MACRO commitment_series(the_plan, v := NULL) AS TABLE
SELECT
    key, position, block, number, content, target_kind, comparator, target_value::DOUBLE AS target_value,
    target_upper::DOUBLE AS target_upper, target_unit, period,
    numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator, (top / bottom)::DOUBLE AS actual,
    judgement, finality, figure_as_of, is_illustrative(said) AS illustrative
FROM commitment_figures(the_plan, v := v) AS figure
JOIN (SELECT * EXCLUDE (entry, cells) FROM commitments_at(the_plan, v := v)) USING (key)
WHERE has_figure
ORDER BY position, period;
