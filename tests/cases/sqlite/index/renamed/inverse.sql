-- from to.sql to from.sql, for sqlite 3.40
-- 2 steps: 2 safe

BEGIN IMMEDIATE;

-- 1. drop index i: safe
--    locks the database (RESERVED)
DROP INDEX t_a;

-- 2. create index i: safe
--    note: readers and writers of t wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of t
--    builds i
CREATE INDEX i ON t (a);

COMMIT;
