-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop view public.v: breaking
--    breaks readers and writers: view public.v is gone
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 2. drop table public.u: breaking
--    loses the rows of public.u
--    breaks readers and writers: table public.u is gone
--    locks public.u (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.u
DROP TABLE public.u;

COMMIT;
