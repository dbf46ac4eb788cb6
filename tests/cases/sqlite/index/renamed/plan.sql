-- from from.sql to to.sql, for sqlite 3.40
-- 2 steps: 2 safe

BEGIN IMMEDIATE;

-- 1. drop index t_a: safe
--    locks the database (RESERVED)
DROP INDEX i;

-- 2. create index t_a: safe
--    note: readers and writers of t wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of t
--    builds t_a
CREATE INDEX t_a ON t (a);

COMMIT;
