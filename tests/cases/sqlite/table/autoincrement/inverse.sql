-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 8 safe

-- 1. rebuild table t: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table t: safe
PRAGMA legacy_alter_table = ON;

-- 3. rebuild table t: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE t RENAME TO rutter_old_t;

-- 4. rebuild table t: safe
PRAGMA legacy_alter_table = OFF;

-- 5. rebuild table t: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE t (id INTEGER PRIMARY KEY);

-- 6. rebuild table t: safe
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    note: rowids of t are chosen otherwise
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    builds "PRIMARY KEY (id)"
INSERT OR ABORT INTO t (id)
SELECT id
FROM rutter_old_t;

-- 7. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_t;

COMMIT;

-- 8. rebuild table t: safe
PRAGMA foreign_keys = ON;
