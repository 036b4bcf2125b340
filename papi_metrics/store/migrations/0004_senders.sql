-- Returns have a sender, and units report their own figures on commitments.

ALTER TABLE import ADD COLUMN sender VARCHAR DEFAULT '';                -- code of the unit, '' for the whole department
ALTER TABLE commitment_update_word ADD COLUMN unit VARCHAR DEFAULT '';  -- '' speaks for the whole commitment
