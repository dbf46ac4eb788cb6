-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. drop column t.b: breaking
--    loses the values of t.b
--    breaks readers and writers: column t.b is gone
--    note: readers and writers of t wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites t
--    reads all of t
--    undo: loses data: the values of t.b
ALTER TABLE t DROP COLUMN b;

COMMIT;
