-- from to.sql to from.sql, for sqlite 3.40
-- 10 steps: 2 breaking, 8 safe

-- 1. rebuild table t: safe
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- 2. drop view v: safe
--    locks the database (RESERVED)
DROP VIEW v;

-- 3. rebuild table t: safe
PRAGMA legacy_alter_table = ON;

-- 4. rebuild table t: safe
--    locks the database (EXCLUSIVE)
ALTER TABLE t RENAME TO rutter_old_t;

-- 5. rebuild table t: safe
PRAGMA legacy_alter_table = OFF;

-- 6. rebuild table t: safe
--    locks the database (EXCLUSIVE)
CREATE TABLE t (a INT, "b" TEXT DEFAULT 'x', CHECK (a>0));

-- 7. rebuild table t: breaking
--    fails on rows that check t."CHECK (a>0)" refuses
--    breaks writers: check t."CHECK (a>0)" refuses rows
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    a row here means that it fails: SELECT 1 FROM t WHERE NOT (a>0) LIMIT 1
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM t WHERE NOT (a > 0) LIMIT 1
INSERT OR ABORT INTO t (a, b, rowid)
SELECT a, b, rowid
FROM rutter_old_t;

-- 8. rebuild table t: safe
--    locks the database (EXCLUSIVE)
DROP TABLE rutter_old_t;

-- 9. create view v: breaking
--    breaks readers and writers: the columns of v could not be told
--    locks the database (RESERVED)
CREATE VIEW v AS SELECT "a" FROM t;

COMMIT;

-- 10. rebuild table t: safe
PRAGMA foreign_keys = ON;
