-- What meetings decide, and how it ended.

-- An entry of kind 'decision', whose period is that of the meeting; its number is the decision's own.
CREATE TABLE decision_word (
    entry BIGINT PRIMARY KEY,
    plan VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,        -- code
    due DATE NOT NULL,
    row_key VARCHAR NOT NULL      -- task or commitment it belongs to, '' for none
);

-- An entry of kind 'settlement'. The last one that stands counts.
CREATE TABLE settlement_word (
    entry BIGINT PRIMARY KEY,
    decision BIGINT NOT NULL,
    state VARCHAR NOT NULL,       -- done, dropped
    settled_on DATE NOT NULL,
    outcome VARCHAR NOT NULL      -- result, or why it was dropped
);
