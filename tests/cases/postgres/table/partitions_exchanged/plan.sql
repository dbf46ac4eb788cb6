-- from from.sql to to.sql, for postgres 15
-- 6 steps: 4 breaking, 2 safe

BEGIN;

-- 1. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p1 are not found in public.a any more
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
--    undo: conditional
ALTER TABLE public.a DETACH PARTITION public.p1;

-- 2. drop index public.p1_v_idx: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p1_v_idx (ACCESS EXCLUSIVE)
DROP INDEX public.p1_v_idx;

-- 3. alter table public.p2: breaking
--    fails on rows of public.p2 that are outside of its bound
--    breaks writers: public.p2 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p2 are not found in public.b any more
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.p2 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
--    undo: conditional
ALTER TABLE public.b DETACH PARTITION public.p2;

-- 4. drop index public.p2_k_idx: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p2_k_idx (ACCESS EXCLUSIVE)
DROP INDEX public.p2_k_idx;

-- 5. alter table public.p1: breaking
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.b (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.b ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (10);

-- 6. alter table public.p2: breaking
--    fails on rows of public.p2 that are outside of its bound
--    breaks writers: public.p2 refuses rows that are outside of its bound
--    note: readers and writers of public.p2 wait while it is read (its size is not known)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.a (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p2
--    a row here means that it fails: SELECT 1 FROM public.p2 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.a ATTACH PARTITION public.p2 FOR VALUES FROM (1) TO (10);

COMMIT;
