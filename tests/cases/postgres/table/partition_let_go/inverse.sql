-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. alter table public.pa: breaking
--    fails on rows of public.pa that are outside of its bound
--    breaks writers: public.pa refuses rows that are outside of its bound
--    note: readers and writers of public.pa wait while it is read (its size is not known)
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pa
--    a row here means that it fails: SELECT 1 FROM public.pa WHERE NOT (id is not null AND id >= 1 AND id < 10) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.pa FOR VALUES FROM (1) TO (10);

-- 2. alter primary key public.pa.pa_pkey: safe
--    locks public.pa (ACCESS SHARE)
--    locks public.pa_pkey (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS SHARE)
--    locks public.p_pkey (SHARE UPDATE EXCLUSIVE)
ALTER INDEX public.p_pkey ATTACH PARTITION public.pa_pkey;

COMMIT;
