-- from to.sql to from.sql, for sqlite 3.40
-- 8 steps: 1 breaking, 7 safe

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
CREATE TABLE t (a INT, b INT, PRIMARY KEY (a));

-- 6. rebuild table t: breaking
--    fails on rows of t that are equal in a
--    breaks writers: primary key "PRIMARY KEY (a, b)": equal values are taken, ON CONFLICT (a, b) is not
--    breaks writers: primary key "PRIMARY KEY (a)" refuses equal values
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    a row here means that it fails: SELECT 1 FROM t GROUP BY a HAVING count(*) > 1 LIMIT 1
--    undo: conditional: equal values written meanwhile keep primary key "PRIMARY KEY (a, b)" from coming back
--    a row here means that it is not exact: SELECT 1 FROM t GROUP BY a, b HAVING count(*) > 1 LIMIT 1
INSERT OR ABORT INTO t (a, b, rowid)
SELECT a, b, rowid
FROM rutter_old_t;

-- 7. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_t;

COMMIT;

-- 8. rebuild table t: safe
PRAGMA foreign_keys = ON;
