-- from to.sql to from.sql, for postgres 15
-- 8 steps: 3 breaking, 5 safe

BEGIN;

-- 1. drop table public.pb: breaking
--    loses the rows of public.pb
--    breaks readers and writers: table public.pb is gone
--    locks public.pb (ACCESS EXCLUSIVE)
--    locks public.custom (ACCESS EXCLUSIVE)
--    locks public.pb_id_k_idx (ACCESS EXCLUSIVE)
--    locks public.pb_k_id_idx (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.pb
DROP TABLE public.pb;

-- 2. drop table public.pd1: breaking
--    loses the rows of public.pd1
--    breaks readers and writers: table public.pd1 is gone
--    locks public.pd1 (ACCESS EXCLUSIVE)
--    locks public.pd1_id_k_idx (ACCESS EXCLUSIVE)
--    locks public.pd1_k_id_idx (ACCESS EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.pd1
DROP TABLE public.pd1;

-- 3. drop table public.pd: breaking
--    loses the rows of public.pd
--    breaks readers and writers: table public.pd is gone
--    locks public.pd (ACCESS EXCLUSIVE)
--    locks public.pd_id_k_idx (ACCESS EXCLUSIVE)
--    locks public.pd_k_id_idx (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.pd
DROP TABLE public.pd;

-- 4. drop index public.pi: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.pi (ACCESS EXCLUSIVE)
DROP INDEX public.pi;

-- 5. drop index public.pk: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.pk (ACCESS EXCLUSIVE)
DROP INDEX public.pk;

-- 6. create index public.pi: safe
--    locks public.p (SHARE)
CREATE INDEX pi ON ONLY public.p (id);

COMMIT;

-- 7. create index public.pa_id_idx: safe
--    locks public.pa (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pa
--    builds public.pa_id_idx
CREATE INDEX CONCURRENTLY pa_id_idx ON public.pa (id);

BEGIN;

-- 8. alter index public.pa_id_idx: safe
--    locks public.pa (ACCESS SHARE)
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pi ATTACH PARTITION public.pa_id_idx;

COMMIT;
