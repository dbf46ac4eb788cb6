-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop table public.p2: breaking
--    loses the rows of public.p2
--    breaks readers and writers: table public.p2 is gone
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p2
DROP TABLE public.p2;

COMMIT;
