-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. alter table public.p1: breaking
--    fails on rows of public.pd that belong to public.p1
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p1 are not found in public.p0 any more
--    locks public.p0 (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 1 AND k < 10 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
--    undo: conditional
ALTER TABLE public.p0 DETACH PARTITION public.p1;

-- 2. drop table public.p0: breaking
--    loses the rows of public.p0
--    breaks readers and writers: table public.p0 is gone
--    locks public.p0 (ACCESS EXCLUSIVE)
--    locks public.p0_pkey (ACCESS EXCLUSIVE)
--    locks public.a (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p0
DROP TABLE public.p0;

-- 3. alter table public.p1: breaking
--    fails on rows of public.pd that belong to public.p1
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.a (SHARE UPDATE EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.p1, public.pd
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 1 AND k < 10 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.a ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (10);

COMMIT;
