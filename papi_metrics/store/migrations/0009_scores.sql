-- Official PAPI scores that an office uploads, over those of the reference list.

-- An entry of kind 'scores': one year's table. Its bytes are in `file`.
CREATE TABLE score_table (
    entry BIGINT PRIMARY KEY,
    year INTEGER NOT NULL,
    listing VARCHAR NOT NULL,      -- the provinces it has: 63, or the 34 since 01/07/2025
    file_name VARCHAR NOT NULL,
    file_format VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL, -- of its words, without cells
    findings JSON NOT NULL
);

-- A province without a score has no row: missing is missing.
CREATE TABLE score_word (
    entry BIGINT NOT NULL,
    year INTEGER NOT NULL,
    province VARCHAR NOT NULL,
    part VARCHAR NOT NULL,         -- 0 the total, 1 … 8 a dimension, 1.1 … a sub-dimension
    score DOUBLE NOT NULL,
    cell VARCHAR                   -- sheet!B12, null for a sum of its parts
);
