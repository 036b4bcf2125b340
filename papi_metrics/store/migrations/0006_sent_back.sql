-- A return that was sent back keeps which of its cells the office had mended, and the units of whose rows it speaks.

ALTER TABLE rejection ADD COLUMN mends JSON DEFAULT '[]';        -- as those of an import
ALTER TABLE rejection ADD COLUMN units VARCHAR[] DEFAULT [];     -- codes
