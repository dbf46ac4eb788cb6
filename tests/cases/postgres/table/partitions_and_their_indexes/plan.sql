-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. alter table public.pb: breaking
--    fails on rows of public.pb that are outside of its bound
--    breaks writers: public.pb refuses rows that are outside of its bound
--    note: readers and writers of public.pb wait while it is read (its size is not known)
--    locks public.pb (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pb
--    a row here means that it fails: SELECT 1 FROM public.pb WHERE NOT (r in ('b')) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.pb FOR VALUES IN ('b');

-- 2. create table public.pd: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.pd LIMIT 1
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;

COMMIT;
