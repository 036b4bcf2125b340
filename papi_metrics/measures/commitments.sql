-- Commitments held against their targets. Figures are compared as decimals; only what is shown is a double, so that
-- rounding never lifts a state: 89.96 is not ≥ 90.

-- What was reported in `words` (commitment_wholes), as a fraction: `top`/`bottom` in the unit of the target, null where
-- there is no figure.
CREATE OR REPLACE MACRO commitment_figures(words) AS TABLE
SELECT
    * EXCLUDE (target_kind, own_figure),
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
FROM query_table(words);

-- A relative target speaks of the change on its base: the change is what is held against it. The change of a rank is
-- in places won; that of a count or a score in per cent is a share of the base, that of a per cent in points.
CREATE OR REPLACE MACRO change_sign(change, kind) AS
    CASE WHEN change IS NULL THEN 0 WHEN (change = 'increase') = (kind <> 'rank') THEN 1 ELSE -1 END;

CREATE OR REPLACE MACRO times(a, b) AS a::DECIMAL(19, 6) * b::DECIMAL(19, 6);

-- Each commitment with its last figure up to the period. `reach`/`span` is what is held against the target: the figure,
-- or its change on the base.
CREATE OR REPLACE MACRO commitment_reach(figures, the_plan, the_period, v := NULL) AS TABLE
WITH commitment AS (
    SELECT *, occurrences[-1] AS due, change_sign(target_change, target_kind) AS direction
    FROM commitments_at(the_plan, v := v)
), figure AS (
    FROM query_table(figures)
    WHERE has_figure AND period <= the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
), earlier AS (
    SELECT key, top / bottom AS previous_actual
    FROM query_table(figures)
    WHERE has_figure AND period < the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
)
SELECT
    commitment.*,
    figure.period AS figure_period, numerator, denominator, value, judgement, finality, figure_as_of,
    top, bottom, has_figure, figure_said, previous_actual,
    direction <> 0 AND target_kind <> 'percent' AND target_unit = '%' AS is_share,
    CASE
        WHEN direction = 0 THEN top
        WHEN is_share THEN direction * (top - times(base_value, bottom)) * 100
        ELSE direction * (top - times(base_value, bottom))
    END AS reach,
    CASE WHEN NOT is_share THEN bottom WHEN base_value > 0 THEN times(bottom, base_value) END AS span
FROM commitment LEFT JOIN figure USING (key) LEFT JOIN earlier USING (key);

-- What stands beside the figures of a commitment up to the period: the last period in which a document was named that
-- is not dated after the_day, and whether the last report explains itself.
CREATE OR REPLACE MACRO commitment_grounds(words, the_period, the_day) AS TABLE
SELECT
    key,
    max(period) FILTER (
        coalesce(evidence_number, evidence_issued::VARCHAR, evidence_title, evidence_link) IS NOT NULL
        AND coalesce(evidence_issued <= the_day, true)
    ) AS proven_in,
    arg_max(coalesce(cause, remedy, responsible, new_deadline::VARCHAR) IS NOT NULL, period) AS explained
FROM query_table(words)
WHERE period <= the_period
GROUP BY key;

-- `distance` = shortfall × span: how far the reach is from the target, negative is worse. A target printed without a sign is
-- met by more.
CREATE OR REPLACE MACRO commitment_marks(words, the_plan, the_period, the_day, v := NULL) AS TABLE
WITH figure_of AS MATERIALIZED (
    FROM commitment_figures(words)
), held AS (
    SELECT
        *,
        reach - if(span = 1, target_value, times(target_value, span)) AS over_target,
        if(span = 1, target_upper, times(target_upper, span)) - reach AS under_upper,
        make_date(year(the_day), 12, 31) - make_date(year(the_day) - 1, 12, 31) AS days_of_year,
        the_day - make_date(year(the_day) - 1, 12, 31) AS days_gone,
        coalesce(due, if(deadline_kind = 'ongoing', make_date(year(period_start(the_period)), 12, 31), NULL)) AS until,
        coalesce(due <= the_day, false) OR coalesce(finality = 'final', false) OR deadline_kind = 'ongoing' AS settled
    FROM commitment_reach(figure_of, the_plan, the_period, v := v)
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
    decided.*,
    state IN ('missed', 'at_risk') AS must_explain,
    coalesce(explained, false) AS is_explained,
    must_explain AND NOT is_explained AS explanation_missing,
    -- A figure is proven by a document of its own period, or of a later one.
    figure_period IS NOT NULL AND coalesce(proven_in < figure_period, true) AS evidence_missing,
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
FROM decided LEFT JOIN commitment_grounds(words, the_period, the_day) USING (key);

-- The figures of a period are final once its data have closed and every figure that counts in it, those standing from
-- earlier periods included, was reported as final: a figure that does not say so is provisional, and so is a period in
-- which no figure counts.
CREATE OR REPLACE MACRO period_finality(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH known AS MATERIALIZED (
    FROM commitment_wholes(the_plan, the_day := the_day, v := v)
)
SELECT
    if(
        the_day >= data_close(the_period) AND coalesce(bool_and(coalesce(finality = 'final', false)), false),
        'final', 'provisional'
    ) AS finality
FROM commitment_marks(known, the_plan, the_period, the_day, v := v)
WHERE figure_period IS NOT NULL;

-- Commitments owe a figure until a final one stands from an earlier period.
CREATE OR REPLACE MACRO commitment_debts(words, the_plan, the_period, v := NULL) AS TABLE
SELECT
    key,
    lead,
    coalesce(bool_or(period = the_period), false) AS reported,
    NOT coalesce(bool_or(period < the_period AND finality = 'final'), false) AS expected,
    reported OR expected AS owes
FROM commitments_at(the_plan, v := v)
LEFT JOIN query_table(words) USING (key)
GROUP BY key, lead;

-- The same for each answering unit: what is said for the whole counts for each of them.
CREATE OR REPLACE MACRO commitment_unit_debts(the_plan, the_period, the_day, v := NULL) AS TABLE
SELECT
    answer.key,
    answer.unit,
    coalesce(bool_or(period = the_period), false) AS reported,
    NOT coalesce(bool_or(period < the_period AND finality = 'final'), false) AS expected,
    reported OR expected AS owes
FROM answering_rows(the_plan, v := v) AS answer
LEFT JOIN commitment_updates_at(the_plan, the_day := the_day, v := v) AS word
    ON word.key = answer.key AND word.unit IN ('', answer.unit)
WHERE answer.kind = 'commitment'
GROUP BY answer.key, answer.unit;

-- `later_…` is the last figure up to the period that is dated after the_day: shown, not counted. `received_on` is the
-- first day on which a word of the last report was handed in. `awaited`: a figure is expected for the period and none was
-- handed in by the_day. `units_heard` of `units_asked` units have given a figure of their own for the period; null where
-- no unit has spoken for itself.
CREATE OR REPLACE MACRO commitment_states(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH known AS MATERIALIZED (
    FROM commitment_wholes(the_plan, the_day := the_day, v := v)
), told AS (
    FROM commitment_wholes(the_plan, v := v)
), first_receipt AS MATERIALIZED (
    SELECT key, period, min(received_on) AS received_on
    FROM receipts_at(the_plan, v := v)
    WHERE kind = 'commitment'
    GROUP BY key, period
)
SELECT
    plan, key, position, block, number, content,
    target_kind, comparator, target_value::DOUBLE AS target_value, target_upper::DOUBLE AS target_upper, target_unit,
    target_text, target_group, target_change, base_value::DOUBLE AS base_value, index_name,
    director, director_text, lead, lead_text, deadline_kind, deadline_text, due, if(before, due - 1, NULL) AS strict_due,
    mark.numerator::DOUBLE AS numerator, mark.denominator::DOUBLE AS denominator, actual, mark.judgement, mark.finality,
    mark.figure_as_of, figure_period, part.heard AS units_heard, part.asked AS units_asked,
    later_numerator, later_denominator, later_actual, later_judgement, later_finality, later_figure_as_of,
    gap, attainment, reached_percent, pace, better_sign, quarters_left, state,
    debt.owes,
    debt.reported,
    result, evidence_number, evidence_issued, evidence_title, evidence_link,
    cause, remedy, new_deadline, responsible,
    must_explain, is_explained, explanation_missing, evidence_missing,
    word.period AS update_period,
    word.update_entry,
    receipt.received_on,
    debt.expected AND now.received_on IS NULL AS awaited,
    coalesce(is_illustrative(word.said), false) AS illustrative,
    mark.entry AS plan_entry,
    mark.cells,
    coalesce(word.said, []) AS update_cells,
    coalesce(mark.figure_said, []) AS figure_cells,
    previous_actual
FROM commitment_marks(known, the_plan, the_period, the_day, v := v) AS mark
LEFT JOIN (
    SELECT * EXCLUDE (target_kind)
    FROM known
    WHERE period <= the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
) AS word USING (key)
LEFT JOIN (
    SELECT
        key, numerator::DOUBLE AS later_numerator, denominator::DOUBLE AS later_denominator,
        (top / bottom)::DOUBLE AS later_actual, judgement AS later_judgement, finality AS later_finality,
        figure_as_of AS later_figure_as_of
    FROM commitment_figures(told)
    WHERE has_figure AND period <= the_period AND figure_as_of > the_day
    QUALIFY period = max(period) OVER (PARTITION BY key)
) AS later USING (key)
LEFT JOIN (SELECT key, heard, asked FROM known WHERE period = the_period) AS part ON part.key = mark.key
LEFT JOIN first_receipt AS receipt ON receipt.key = word.key AND receipt.period = word.period
LEFT JOIN first_receipt AS now ON now.key = mark.key AND now.period = the_period AND now.received_on <= the_day
JOIN (SELECT key, expected, owes, reported FROM commitment_debts(known, the_plan, the_period, v := v)) AS debt
    ON debt.key = mark.key
ORDER BY position;

-- Every figure reported, period by period; `is_later` are those dated after the_day.
CREATE OR REPLACE MACRO commitment_series(the_plan, the_day, v := NULL) AS TABLE
WITH known AS (
    FROM commitment_wholes(the_plan, the_day := the_day, v := v)
), told AS (
    FROM commitment_wholes(the_plan, v := v)
), figure AS (
    SELECT *, false AS is_later FROM commitment_figures(known)
    UNION ALL
    SELECT *, true FROM commitment_figures(told) WHERE figure_as_of > the_day
)
SELECT
    key, position, block, number, content, target_kind, comparator, target_value::DOUBLE AS target_value,
    target_upper::DOUBLE AS target_upper, target_unit, period,
    numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator, (top / bottom)::DOUBLE AS actual,
    judgement, finality, figure_as_of, is_later, is_illustrative(said) AS illustrative
FROM figure
JOIN (SELECT * EXCLUDE (entry, cells) FROM commitments_at(the_plan, v := v)) USING (key)
WHERE has_figure
ORDER BY position, period, is_later;
