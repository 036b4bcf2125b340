-- How a department issues its letters: head, mark, place, and who signs.

CREATE TABLE organisation_office_word (
    entry BIGINT NOT NULL,
    org VARCHAR NOT NULL,
    parent VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    drafter VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    post VARCHAR NOT NULL,
    signer VARCHAR NOT NULL,
    stands_for VARCHAR NOT NULL
);
