-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop view odd.v: breaking
--    breaks readers and writers: view odd.v is gone
--    locks odd.v (ACCESS EXCLUSIVE)
DROP VIEW odd.v;

-- 2. drop table odd."a b""c; --\nx": breaking
--    loses the rows of odd."a b""c; --\nx"
--    breaks readers and writers: table odd."a b""c; --\nx" is gone
--    locks odd."a b""c; --\nx" (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of odd."a b""c; --\nx"
DROP TABLE odd."a b""c; --
x";

COMMIT;
