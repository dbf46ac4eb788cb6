-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop table public.u: breaking
--    loses the rows of public.u
--    breaks readers and writers: table public.u is gone
--    locks public.u (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.u
DROP TABLE public.u;

COMMIT;
