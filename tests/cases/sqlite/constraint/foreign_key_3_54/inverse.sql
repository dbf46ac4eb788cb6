-- from to.sql to from.sql, for sqlite 3.54
-- 11 steps: 1 breaking, 10 safe

-- 1. rebuild table c: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table c: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table c: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE c RENAME TO rutter_old_c;

-- 4. rebuild table c: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table c: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE c (p INT, CONSTRAINT of_p FOREIGN KEY (p) REFERENCES p (id));

-- 6. rebuild table c: breaking
--    fails on rows that refer to nothing (foreign key c.of_p)
--    breaks writers: foreign key c.of_p refuses rows that refer to nothing, and the loss of what is referred to
--    note: readers and writers of c wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites c
--    reads all of c
--    a row here means that it fails: SELECT 1 FROM c c WHERE c.p IS NOT NULL AND NOT EXISTS (SELECT 1 FROM p p WHERE p.id = c.p) LIMIT 1
INSERT OR ABORT INTO c (p, rowid)
SELECT p, rowid
FROM rutter_old_c;

-- 7. rebuild table c: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_c;

-- 8. rebuild table c: safe
CREATE TEMP TABLE rutter_check (violations INTEGER CONSTRAINT "foreign keys refer to rows that are there" CHECK (violations = 0));

-- 9. rebuild table c: safe
INSERT INTO temp.rutter_check SELECT count(*) FROM sqlite_master AS t, pragma_foreign_key_check(t.name) WHERE t.type = 'table' AND t.name IN ('c');

-- 10. rebuild table c: safe
DROP TABLE temp.rutter_check;

COMMIT;

-- 11. rebuild table c: safe
PRAGMA foreign_keys = ON;
-- says: from.sql:2:24: warning: the plan is not proven, for this rutter has SQLite 3.40.1: near "CONSTRAINT": syntax error: ALTER TABLE c DROP CONSTRAINT of_p
-- says:   CREATE TABLE c (p INT, CONSTRAINT of_p FOREIGN KEY (p) REFERENCES p (id));
-- says:                          ^
