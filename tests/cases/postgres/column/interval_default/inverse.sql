-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop default public.m.day: safe
--    locks public.m (ACCESS EXCLUSIVE)
ALTER TABLE public.m ALTER COLUMN day DROP DEFAULT;

-- 2. drop column public.m.day: breaking
--    loses the values of public.m.day
--    breaks readers and writers: column public.m.day is gone
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.m.day
ALTER TABLE public.m DROP COLUMN day;

COMMIT;
