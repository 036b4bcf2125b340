-- What a plan wants of the official scores of its year, dimension by dimension.

-- Said by a person, in an entry of kind 'settings'. The last one that stands counts.
CREATE TABLE papi_target_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    part VARCHAR NOT NULL,         -- 1 … 8, a dimension
    kind VARCHAR,                  -- group, score, rank, change; null takes the target away
    content VARCHAR,               -- as the office wrote it
    target_value DECIMAL(38, 16),  -- points of a score or a change, place of a rank
    target_group VARCHAR
);
