-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. alter table public.p1: breaking
--    breaks readers and writers: the rows of public.p1 are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: rows written meanwhile that are outside of the bound
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.p DETACH PARTITION public.p1;

-- 2. drop column public.p1.d: breaking
--    loses the values of public.p1.d
--    breaks readers and writers: column public.p1.d is gone
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p1.d
ALTER TABLE public.p1 DROP COLUMN d;

-- 3. drop column public.p1.e: breaking
--    loses the values of public.p1.e
--    breaks readers and writers: column public.p1.e is gone
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p1.e
ALTER TABLE public.p1 DROP COLUMN e;

COMMIT;
