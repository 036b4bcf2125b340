-- Who answers for a row: the lead units, each group replaced by its members.

-- The groups of a plan's organisation as a map code → members. A group of groups is followed to its ends; a
-- group whose members nobody has named yet stands for nobody: it is no unit that could be written to.
CREATE OR REPLACE MACRO group_members(the_plan, v := NULL) AS TABLE
WITH RECURSIVE known AS (
    SELECT code, kind = 'group' AS stands_for_others, members
    FROM units_at((SELECT org FROM plans_at(v := v) WHERE plan = the_plan), v := v)
), reached(root, member) AS (
    SELECT code, unnest(members) FROM known WHERE stands_for_others
    UNION
    SELECT root, unnest(members) FROM reached JOIN known ON code = member WHERE stands_for_others
), ends AS (
    SELECT root, list(member ORDER BY member) AS members
    FROM reached LEFT JOIN known ON code = member
    WHERE stands_for_others IS NOT TRUE
    GROUP BY root
)
SELECT map_from_entries(list({'key': code, 'value': coalesce(ends.members, [])})) AS members
FROM known LEFT JOIN ends ON root = code
WHERE stands_for_others;

-- The units behind a list of lead codes; a list behind which no unit is known answers as ''.
CREATE OR REPLACE MACRO answering(leads, members_of_groups) AS
    coalesce(
        nullif(
            list_sort(list_distinct(flatten(
                list_transform(leads, lambda code: coalesce(members_of_groups[code], [code]))
            ))),
            []
        ),
        ['']
    );

-- Who answers for each row of the plan, in the order of the plan; '' where no lead unit is known.
CREATE OR REPLACE MACRO answering_rows(the_plan, v := NULL) AS TABLE
WITH line AS (
    SELECT 'task' AS kind, key, position, lead FROM tasks_at(the_plan, v := v)
    UNION ALL
    SELECT 'commitment', key, position, lead FROM commitments_at(the_plan, v := v)
), members AS MATERIALIZED (
    FROM group_members(the_plan, v := v)
)
SELECT kind, key, position, unnest(answering(lead, members)) AS unit
FROM line CROSS JOIN members
ORDER BY kind, position, unit;
