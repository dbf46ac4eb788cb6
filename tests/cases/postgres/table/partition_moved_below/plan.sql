-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p1 are not found in public.a any more
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (d in ('2020-01-01')) LIMIT 1
--    undo: conditional
ALTER TABLE public.a DETACH PARTITION public.p1;

-- 2. create table public.p0: breaking
--    fails on rows of public.pd that belong to public.p0
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.pd
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 1 AND k < 20 LIMIT 1
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p0 LIMIT 1
CREATE TABLE public.p0 PARTITION OF public.a FOR VALUES FROM (1) TO (20) PARTITION BY LIST (d);

-- 3. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (d in ('2020-01-01')) LIMIT 1
ALTER TABLE public.p0 ATTACH PARTITION public.p1 FOR VALUES IN ('2020-01-01');

COMMIT;
