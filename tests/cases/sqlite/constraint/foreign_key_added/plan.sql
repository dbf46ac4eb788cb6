-- from from.sql to to.sql, for sqlite 3.40
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
CREATE TABLE c (p INT, FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);

-- 6. rebuild table c: breaking
--    fails on rows that refer to nothing (foreign key c."FOREIGN KEY (p)")
--    breaks writers: foreign key c."FOREIGN KEY (p)" refuses rows that refer to nothing, and the loss of what is referred to
--    note: readers and writers of c wait while it is written anew (its size is not known)
--    note: rows of c are changed without being named: CASCADE on delete of what they refer to
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
