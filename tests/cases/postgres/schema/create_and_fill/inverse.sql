-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. drop view a.v: breaking
--    breaks readers and writers: view a.v is gone
--    locks a.v (ACCESS EXCLUSIVE)
DROP VIEW a.v;

-- 2. drop table b.t: breaking
--    loses the rows of b.t
--    breaks readers and writers: table b.t is gone
--    locks b.t (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of b.t
DROP TABLE b.t;

-- 3. drop schema b: breaking
--    breaks readers and writers: schema b is gone
DROP SCHEMA b;

COMMIT;
