-- from from.sql to to.sql, for sqlite 3.40
-- 2 steps: 1 breaking, 1 safe

BEGIN IMMEDIATE;

-- 1. drop index i: safe
--    locks the database (RESERVED)
DROP INDEX i;

-- 2. create index i: breaking
--    fails on rows of t that are equal in (lower(b)), a where a IS NOT NULL
--    breaks writers: index i refuses equal values
--    note: readers and writers of t wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of t
--    builds i
--    a row here means that it fails: SELECT 1 FROM t WHERE (a IS NOT NULL) AND (lower(b)) IS NOT NULL AND a IS NOT NULL GROUP BY (lower(b)), a HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX i ON t (lower(b) DESC, a) WHERE a IS NOT NULL;

COMMIT;
