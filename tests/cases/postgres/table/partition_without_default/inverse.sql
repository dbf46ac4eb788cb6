-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. drop table public.p2: breaking
--    loses the rows of public.p2
--    breaks readers and writers: table public.p2 is gone
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p2
DROP TABLE public.p2;

-- 2. drop table public.q1: breaking
--    loses the rows of public.q1
--    breaks readers and writers: table public.q1 is gone
--    locks public.q1 (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.q1
DROP TABLE public.q1;

-- 3. drop table public.q: breaking
--    loses the rows of public.q
--    breaks readers and writers: table public.q is gone
--    locks public.q (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.q
DROP TABLE public.q;

COMMIT;
