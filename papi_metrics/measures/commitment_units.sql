-- Commitments that several units answer for: the figures of the units put together, and what is said for the whole.

-- Whether a word holds a figure of its kind that can be added to those of other units. A score, a rank, or a per cent
-- without its two numbers cannot.
CREATE OR REPLACE MACRO adds_up(kind, numerator, denominator, "value", judgement) AS
    CASE
        WHEN kind = 'percent' THEN numerator IS NOT NULL AND denominator IS NOT NULL
        WHEN kind = 'count' THEN coalesce(numerator, "value") IS NOT NULL
        WHEN kind IN ('qualitative', 'group') THEN judgement IS NOT NULL
        ELSE false
    END;

-- Whether a word holds a figure for the whole.
CREATE OR REPLACE MACRO tells_figure(kind, numerator, denominator, "value", judgement) AS
    adds_up(kind, numerator, denominator, "value", judgement)
    OR (kind NOT IN ('qualitative', 'group') AND "value" IS NOT NULL);

-- What the answering units have said, one row a commitment and period. `heard` of `asked` units have given a figure
-- that is known by the_day (null takes all). Shares and numbers of items add up, but only once all units are heard:
-- half of a department is not the department. Until then there is no figure; that one unit has not met it is enough
-- to know that the whole has not. Texts stand in the order of the units, evidence is that of the last who named any.
CREATE OR REPLACE MACRO commitment_sums(the_plan, the_day := NULL, v := NULL) AS TABLE
WITH asked AS (
    SELECT key, unit, count(*) OVER (PARTITION BY key) AS asked
    FROM answering_rows(the_plan, v := v) WHERE kind = 'commitment'
), part AS (
    SELECT *, adds_up(target_kind, numerator, denominator, "value", judgement) AS adds
    FROM commitment_updates_at(the_plan, the_day := the_day, v := v)
    JOIN asked USING (key, unit)
    JOIN (SELECT key, target_kind FROM commitments_at(the_plan, v := v)) USING (key)
    WHERE unit <> ''
), total AS (
    SELECT
        period, key, target_kind,
        count(*) FILTER (adds) AS heard,
        any_value(asked) AS asked,
        heard = any_value(asked) AS whole,
        max(update_entry) AS update_entry,
        sum(if(target_kind = 'count', coalesce(numerator, "value"), numerator)) AS numerators,
        if(count(denominator) = count(*), sum(denominator), NULL) AS denominators,
        bool_or(coalesce(judgement = 'not_met', false)) AS one_missed,
        bool_or(coalesce(judgement = 'partly_met', false)) AS one_partly,
        bool_and(coalesce(finality = 'final', false)) AS all_final,
        max(figure_as_of) AS last_day,
        string_agg(result, '; ' ORDER BY unit) AS result,
        string_agg(cause, '; ' ORDER BY unit) AS cause,
        string_agg(remedy, '; ' ORDER BY unit) AS remedy,
        max(new_deadline) AS new_deadline,
        string_agg(responsible, '; ' ORDER BY unit) AS responsible,
        arg_max(
            {'number': evidence_number, 'issued': evidence_issued, 'title': evidence_title, 'link': evidence_link},
            update_entry
        ) FILTER (
            coalesce(evidence_number, evidence_issued::VARCHAR, evidence_title, evidence_link) IS NOT NULL
        ) AS evidence,
        flatten(list(said ORDER BY unit)) AS said,
        flatten(list(figure_said ORDER BY unit) FILTER (adds)) AS figure_said
    FROM part
    GROUP BY period, key, target_kind
)
SELECT
    period, key, target_kind, heard, asked, update_entry,
    if(whole, numerators, NULL)::DECIMAL(38, 16) AS numerator,
    if(whole, denominators, NULL)::DECIMAL(38, 16) AS denominator,
    CASE WHEN one_missed THEN 'not_met' WHEN NOT whole THEN NULL WHEN one_partly THEN 'partly_met' ELSE 'met' END
        AS told_judgement,
    if(target_kind IN ('qualitative', 'group'), told_judgement, NULL) AS judgement,
    if(whole, if(all_final, 'final', 'provisional'), NULL) AS finality,
    if(whole OR judgement IS NOT NULL, last_day, NULL) AS figure_as_of,
    result, cause, remedy, new_deadline, responsible, evidence, said, figure_said
FROM total;

-- What is known of each commitment in each period: the figure that is said for the whole goes before the sum of the
-- units, each text that is said for the whole before theirs. The day only hides figures, never a row or a text. `heard`
-- and `asked` are null where no unit has spoken for itself.
CREATE OR REPLACE MACRO commitment_wholes(the_plan, the_day := NULL, v := NULL) AS TABLE
WITH own AS (
    SELECT
        *,
        tells_figure(target_kind, numerator, denominator, "value", judgement) AS tells,
        coalesce(evidence_number, evidence_issued::VARCHAR, evidence_title, evidence_link) IS NOT NULL AS proves
    FROM commitment_updates_at(the_plan, the_day := the_day, v := v)
    JOIN (SELECT key, target_kind FROM commitments_at(the_plan, v := v)) USING (key)
    WHERE unit = ''
)
SELECT
    coalesce(own.period, total.period) AS period,
    coalesce(own.key, total.key) AS key,
    coalesce(own.target_kind, total.target_kind) AS target_kind,
    coalesce(own.tells, false) AS own_figure,
    greatest(own.update_entry, total.update_entry) AS update_entry,
    if(own_figure, own.numerator, total.numerator) AS numerator,
    if(own_figure, own.denominator, total.denominator) AS denominator,
    if(own_figure, own."value", NULL) AS "value",
    if(own_figure, own.judgement, total.judgement) AS judgement,
    if(own_figure, own.finality, total.finality) AS finality,
    if(own_figure, own.figure_as_of, total.figure_as_of) AS figure_as_of,
    coalesce(own.result, total.result) AS result,
    if(own.proves, own.evidence_number, total.evidence.number) AS evidence_number,
    if(own.proves, own.evidence_issued, total.evidence.issued) AS evidence_issued,
    if(own.proves, own.evidence_title, total.evidence.title) AS evidence_title,
    if(own.proves, own.evidence_link, total.evidence.link) AS evidence_link,
    coalesce(own.cause, total.cause) AS cause,
    coalesce(own.remedy, total.remedy) AS remedy,
    coalesce(own.new_deadline, total.new_deadline) AS new_deadline,
    coalesce(own.responsible, total.responsible) AS responsible,
    total.heard,
    total.asked,
    list_concat(coalesce(total.said, []), coalesce(own.said, [])) AS said,
    if(own_figure, own.figure_said, total.figure_said) AS figure_said
FROM own FULL JOIN commitment_sums(the_plan, the_day := the_day, v := v) AS total USING (period, key);

-- Who has said what of the last period in which units have spoken for themselves: one row an answering unit, null
-- where it is silent.
CREATE OR REPLACE MACRO commitment_parts(the_plan, the_period, the_day, v := NULL) AS TABLE
WITH total AS (
    FROM commitment_sums(the_plan, the_day := the_day, v := v)
    WHERE period <= the_period
    QUALIFY period = max(period) OVER (PARTITION BY key)
)
SELECT
    key, unit, total.period, total.heard, total.asked, part.key IS NOT NULL AS has_spoken,
    part.numerator::DOUBLE AS numerator, part.denominator::DOUBLE AS denominator, part.value::DOUBLE AS "value",
    part.judgement, part.finality, part.figure_as_of, part.result
FROM total
JOIN (FROM answering_rows(the_plan, v := v) WHERE kind = 'commitment') AS answering USING (key)
LEFT JOIN commitment_updates_at(the_plan, the_day := the_day, v := v) AS part USING (period, key, unit)
ORDER BY key, unit;
