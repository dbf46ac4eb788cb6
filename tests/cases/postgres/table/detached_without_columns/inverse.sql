-- from to.sql to from.sql, for postgres 15
-- 7 steps: 3 breaking, 4 safe

BEGIN;

-- 1. alter column public.p1.k: breaking
--    breaks writers: column public.p1.k takes no nulls any more
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ADD CONSTRAINT rutter_not_null CHECK (k IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 2. alter column public.p1.k: breaking
--    fails on rows of public.p1 where k IS NULL
--    locks public.p1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE k IS NULL LIMIT 1
ALTER TABLE public.p1 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 3. alter column public.p1.k: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN k SET NOT NULL;

-- 4. alter column public.p1.k: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 DROP CONSTRAINT rutter_not_null;

-- 5. create column public.p1.d: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p1.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE d IS DISTINCT FROM (4) LIMIT 1
ALTER TABLE public.p1 ADD COLUMN d integer DEFAULT 4;

-- 6. create column public.p1.e: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p1.e meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE e IS NOT NULL LIMIT 1
ALTER TABLE public.p1 ADD COLUMN e text;

-- 7. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (10);

COMMIT;
