-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop default public.m.day: safe
--    locks public.m (ACCESS EXCLUSIVE)
ALTER TABLE public.m ALTER COLUMN day DROP DEFAULT;

-- 2. drop default public.m.half: safe
--    locks public.m (ACCESS EXCLUSIVE)
ALTER TABLE public.m ALTER COLUMN half DROP DEFAULT;

-- 3. drop column public.m.day: breaking
--    loses the values of public.m.day
--    breaks readers and writers: column public.m.day is gone
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.m.day
ALTER TABLE public.m DROP COLUMN day;

-- 4. drop column public.m.half: breaking
--    loses the values of public.m.half
--    breaks readers and writers: column public.m.half is gone
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.m.half
ALTER TABLE public.m DROP COLUMN half;

COMMIT;
