-- Settings that were made because a file needed them: its plan, and its department where that was new too. Such an
-- entry stands as long as something rests on it (append.py); the first to rest on it is `import`.

CREATE TABLE founding (entry BIGINT PRIMARY KEY, import BIGINT NOT NULL);
