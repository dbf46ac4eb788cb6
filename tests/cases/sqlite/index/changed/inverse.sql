-- from to.sql to from.sql, for sqlite 3.40
-- 2 steps: 2 safe

BEGIN IMMEDIATE;

-- 1. drop index i: safe
--    locks the database (RESERVED)
--    undo: conditional: equal values written meanwhile keep index i from coming back
--    a row here means that it is not exact: SELECT 1 FROM t WHERE (a IS NOT NULL) AND (lower(b)) IS NOT NULL AND a IS NOT NULL GROUP BY (lower(b)), a HAVING count(*) > 1 LIMIT 1
DROP INDEX i;

-- 2. create index i: safe
--    note: readers and writers of t wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of t
--    builds i
CREATE INDEX i ON t (a);

COMMIT;
