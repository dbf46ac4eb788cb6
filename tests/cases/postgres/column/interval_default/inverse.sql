-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop column public.m.day: breaking
--    loses the values of public.m.day
--    breaks readers and writers: column public.m.day is gone
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.m.day
ALTER TABLE public.m DROP COLUMN day;

COMMIT;
