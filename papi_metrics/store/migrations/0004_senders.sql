-- Returns have a sender and may be mended or sent back; units report their own figures on commitments; a period can be
-- closed; a plan has a second calendar, that of its own reports.

ALTER TABLE import ADD COLUMN sender VARCHAR DEFAULT '';                -- code of the unit, '' for the whole department
ALTER TABLE import ADD COLUMN mends JSON DEFAULT '[]';                  -- cells read as another text: cell, old, new
ALTER TABLE commitment_update_word ADD COLUMN unit VARCHAR DEFAULT '';  -- '' speaks for the whole commitment
ALTER TABLE plan_word ADD COLUMN outer_calendar JSON;                   -- quarter → month-day, as calendar

-- A return that was sent back: an entry of kind 'reject', whose reason is what was told the sender.
CREATE TABLE rejection (
    entry BIGINT PRIMARY KEY,
    sha256 VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    file_format VARCHAR NOT NULL,
    sender VARCHAR NOT NULL,
    received_on DATE NOT NULL,
    account JSON NOT NULL,
    findings JSON NOT NULL
);

-- An entry of kind 'period', whose reason is why.
CREATE TABLE period_word (entry BIGINT NOT NULL, plan VARCHAR NOT NULL, period VARCHAR NOT NULL, closed BOOLEAN NOT NULL);
