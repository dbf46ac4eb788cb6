-- from from.sql to to.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. create column public.p1.d: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p1.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE d IS DISTINCT FROM (4) LIMIT 1
ALTER TABLE public.p1 ADD COLUMN d integer DEFAULT 4;

-- 2. create column public.p1.e: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p1.e meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE e IS NOT NULL LIMIT 1
ALTER TABLE public.p1 ADD COLUMN e text;

-- 3. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (10);

COMMIT;
