-- from to.sql to from.sql, for sqlite 3.53
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop check t.small: safe
--    locks the database (RESERVED)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM t WHERE NOT (a < 9) LIMIT 1
ALTER TABLE t DROP CONSTRAINT small;

-- 2. create check t.positive: breaking
--    fails on rows that check t.positive refuses
--    breaks writers: check t.positive refuses rows
--    note: readers and writers of t wait while it is read (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of t
--    a row here means that it fails: SELECT 1 FROM t WHERE NOT (a > 0) LIMIT 1
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);

COMMIT;
-- says: from.sql:1:24: warning: the plan is not proven, for this rutter has SQLite 3.40.1: near "CONSTRAINT": syntax error: ALTER TABLE t DROP CONSTRAINT positive
-- says:   CREATE TABLE t (a INT, CONSTRAINT positive CHECK (a > 0));
-- says:                          ^
