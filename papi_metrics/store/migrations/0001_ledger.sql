-- The ledger: entries, the files they were read from, and the words they say. Rows are appended, never changed.
-- A word is current while its entry stands and no later standing word says otherwise (views/).

CREATE TABLE entry (
    no BIGINT PRIMARY KEY,       -- 1, 2, 3 … without gaps: the version of the store is the greatest
    kind VARCHAR NOT NULL,       -- import, revoke, settings
    made_at TIMESTAMP NOT NULL, -- wall time in Viet Nam
    made_by VARCHAR NOT NULL,
    plan VARCHAR,                -- null where the entry speaks of no plan
    period VARCHAR,              -- 2022-Q1; null for plans and settings
    reason VARCHAR NOT NULL      -- why it was revoked, or why warnings were accepted
);

CREATE TABLE revocation (entry BIGINT NOT NULL, target BIGINT NOT NULL);

-- Derived from revocation when an entry is revoked, so that no view has to follow chains of undone undoings:
-- from version `version` on, `entry` stands or does not. An entry without a row stands.
CREATE TABLE standing (entry BIGINT NOT NULL, version BIGINT NOT NULL, stands BOOLEAN NOT NULL);

CREATE TABLE file (sha256 VARCHAR PRIMARY KEY, bytes BLOB NOT NULL);

CREATE TABLE import (
    entry BIGINT PRIMARY KEY,
    sha256 VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    file_format VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL, -- SHA-256 of what it says
    illustrative BOOLEAN NOT NULL,
    account JSON NOT NULL,
    findings JSON NOT NULL
);

CREATE TABLE organisation_word (entry BIGINT NOT NULL, org VARCHAR NOT NULL, name VARCHAR NOT NULL, province VARCHAR NOT NULL);

CREATE TABLE unit_word (
    entry BIGINT NOT NULL,
    org VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    op VARCHAR NOT NULL,         -- put, gone
    name VARCHAR,
    kind VARCHAR,
    aliases VARCHAR[],
    members VARCHAR[],           -- codes, for groups
    position INTEGER             -- place in its batch
);

-- Said by a person (settings) or read from a plan's file (import); what a person says goes first.
CREATE TABLE plan_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    org VARCHAR,
    year INTEGER,
    title VARCHAR,
    calendar JSON,               -- quarter → month-day, {"1": "03-05"}
    due_soon_days INTEGER
);

CREATE TABLE plan_order (entry BIGINT NOT NULL, plan VARCHAR NOT NULL, kind VARCHAR NOT NULL, keys VARCHAR[] NOT NULL);

CREATE TABLE plan_text_word (entry BIGINT NOT NULL, plan VARCHAR NOT NULL, position INTEGER NOT NULL, content VARCHAR NOT NULL);

CREATE TABLE task_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    op VARCHAR NOT NULL,         -- put, gone
    section VARCHAR,
    dimension INTEGER,           -- 1-8, null for general tasks
    number VARCHAR,              -- TT as printed
    content VARCHAR,
    lead VARCHAR[],
    lead_text VARCHAR,
    coordinators VARCHAR[],
    coordinators_text VARCHAR,
    deadline_kind VARCHAR,
    deadline_text VARCHAR,
    occurrences DATE[],
    before BOOLEAN,
    cells JSON
);

CREATE TABLE commitment_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    op VARCHAR NOT NULL,
    block VARCHAR,
    number VARCHAR,
    content VARCHAR,
    target_kind VARCHAR,
    target_text VARCHAR,
    comparator VARCHAR,
    target_value DECIMAL(38, 16),
    target_unit VARCHAR,
    target_upper DECIMAL(38, 16),
    target_group VARCHAR,
    target_change VARCHAR,
    index_name VARCHAR,
    director VARCHAR[],
    director_text VARCHAR,
    lead VARCHAR[],
    lead_text VARCHAR,
    deadline_kind VARCHAR,
    deadline_text VARCHAR,
    occurrences DATE[],
    before BOOLEAN,
    cells JSON
);

CREATE TABLE commitment_setting_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    index_name VARCHAR,
    base_value DECIMAL(38, 16)
);

-- Words of updates are partial, as reported: null is "not said".
CREATE TABLE task_update_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    quarter INTEGER NOT NULL,    -- the period as a number for counting: 4 × year + quarter
    key VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,       -- '' speaks for the whole task
    status VARCHAR,
    percent DECIMAL(38, 16),
    done_on DATE,
    result VARCHAR,
    figures INTEGER,             -- runs of digits in result; null where there is no result
    evidence_number VARCHAR,
    evidence_issued DATE,
    evidence_title VARCHAR,
    evidence_link VARCHAR,
    evidence BOOLEAN,            -- true where one of the four is said, else null
    difficulties VARCHAR,
    proposal VARCHAR,
    next_steps VARCHAR,
    cells JSON
);

-- Derived when words are appended: what was said more than once, so that a view over many words has to look for
-- the last one only there.
CREATE TABLE task_update_again (plan VARCHAR NOT NULL, period VARCHAR NOT NULL, key VARCHAR NOT NULL, unit VARCHAR NOT NULL);

CREATE TABLE commitment_update_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    numerator DECIMAL(38, 16),
    denominator DECIMAL(38, 16),
    value DECIMAL(38, 16),
    judgement VARCHAR,
    finality VARCHAR,
    figure_as_of DATE,
    result VARCHAR,
    evidence_number VARCHAR,
    evidence_issued DATE,
    evidence_title VARCHAR,
    evidence_link VARCHAR,
    cause VARCHAR,
    remedy VARCHAR,
    new_deadline DATE,
    responsible VARCHAR,
    cells JSON
);

CREATE TABLE narrative_word (
    entry BIGINT NOT NULL,
    plan VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    content VARCHAR NOT NULL,
    cell VARCHAR NOT NULL        -- sheet!B12
);

-- Macros created from files, with the digest of the text they were created from.
CREATE TABLE definition (name VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL);
