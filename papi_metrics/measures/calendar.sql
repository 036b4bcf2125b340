-- Quarters as codes ('2022-Q1') and, for counting, as numbers: 4 × year + quarter.

CREATE OR REPLACE MACRO period_start(code) AS
    make_date(code[1:4]::INTEGER, 3 * code[7:7]::INTEGER - 2, 1);

CREATE OR REPLACE MACRO quarter_no(day) AS 4 * year(day) + quarter(day);

CREATE OR REPLACE MACRO quarter_end(no) AS
    (make_date((no - 1) // 4, 3 * ((no - 1) % 4) + 1, 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY)::DATE;

-- Data of a quarter are gathered from the 15th of the month before it (Nghị định 09/2019/NĐ-CP).
CREATE OR REPLACE MACRO data_start(code) AS
    (period_start(code) - INTERVAL 1 MONTH + INTERVAL 14 DAY)::DATE;

-- They close on the 14th of its last month.
CREATE OR REPLACE MACRO data_close(code) AS
    (period_start(code) + INTERVAL 2 MONTH + INTERVAL 13 DAY)::DATE;
