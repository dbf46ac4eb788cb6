-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop table public.counted: breaking
--    loses the rows of public.counted
--    breaks readers and writers: table public.counted is gone
--    locks public.counted (ACCESS EXCLUSIVE)
--    locks public.counted_pkey (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.counted
DROP TABLE public.counted;

-- 2. drop function public.next_place(): breaking
--    breaks readers and writers: function public.next_place() is gone
DROP FUNCTION public.next_place();

COMMIT;
