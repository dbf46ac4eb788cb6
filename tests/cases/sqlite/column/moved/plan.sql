-- from from.sql to to.sql, for sqlite 3.40
-- 8 steps: 1 breaking, 7 safe

-- 1. rebuild table p: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table p: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table p: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE p RENAME TO rutter_old_p;

-- 4. rebuild table p: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table p: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE p (c INT, a INT, b INT);

-- 6. rebuild table p: breaking
--    breaks readers and writers: SELECT * and INSERT without a list of columns meet the columns of p in another order
--    note: readers and writers of p wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites p
--    reads all of p
INSERT OR ABORT INTO p (c, a, b, rowid)
SELECT c, a, b, rowid
FROM rutter_old_p;

-- 7. rebuild table p: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_p;

COMMIT;

-- 8. rebuild table p: safe
PRAGMA foreign_keys = ON;
