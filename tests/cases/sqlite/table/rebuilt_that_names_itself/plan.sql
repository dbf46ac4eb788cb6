-- from from.sql to to.sql, for sqlite 3.40
-- 7 steps: 1 breaking, 6 safe

-- 1. rebuild table t: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. rebuild table t: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE rutter_old_t AS
SELECT a, rowid AS rutter_rowid
FROM t;

-- 3. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE t;

-- 4. rebuild table t: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE t (a INT CHECK (t.a > 1));

-- 5. rebuild table t: breaking
--    fails on rows that check t."CHECK (t.a>1)" refuses
--    breaks writers: check t."CHECK (t.a>1)" refuses rows
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    a row here means that it fails: SELECT 1 FROM t WHERE NOT (t.a > 1) LIMIT 1
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM t WHERE NOT (t.a > 0) LIMIT 1
INSERT OR ABORT INTO t (a, rowid)
SELECT a, rutter_rowid
FROM rutter_old_t;

-- 6. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_t;

COMMIT;

-- 7. rebuild table t: safe
PRAGMA foreign_keys = ON;
