-- from from.sql to to.sql, for postgres 15
-- 24 steps: 24 safe

BEGIN;

-- 1. drop index public.pi: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.pi (ACCESS EXCLUSIVE)
DROP INDEX public.pi;

-- 2. create table public.pb: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.pb LIMIT 1
CREATE TABLE public.pb PARTITION OF public.p FOR VALUES IN ('b');

-- 3. create table public.pd: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.pd LIMIT 1
CREATE TABLE public.pd PARTITION OF public.p DEFAULT PARTITION BY RANGE (id);

-- 4. create table public.pd1: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.pd1 LIMIT 1
CREATE TABLE public.pd1 PARTITION OF public.pd FOR VALUES FROM (1) TO (10);

-- 5. create index public.pi: safe
--    locks public.p (SHARE)
CREATE INDEX pi ON ONLY public.p (id, k);

-- 6. create index public.pk: safe
--    locks public.p (SHARE)
CREATE INDEX pk ON ONLY public.p (k) INCLUDE (id);

COMMIT;

-- 7. create index public.pa_id_k_idx: safe
--    locks public.pa (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pa
--    builds public.pa_id_k_idx
CREATE INDEX CONCURRENTLY pa_id_k_idx ON public.pa (id, k);

BEGIN;

-- 8. alter index public.pa_id_k_idx: safe
--    locks public.pa (ACCESS SHARE)
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pi ATTACH PARTITION public.pa_id_k_idx;

COMMIT;

-- 9. create index public.pa_k_id_idx: safe
--    locks public.pa (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pa
--    builds public.pa_k_id_idx
CREATE INDEX CONCURRENTLY pa_k_id_idx ON public.pa (k) INCLUDE (id);

BEGIN;

-- 10. alter index public.pa_k_id_idx: safe
--    locks public.pa (ACCESS SHARE)
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pk ATTACH PARTITION public.pa_k_id_idx;

-- 11. create index public.custom: safe
CREATE INDEX custom ON public.pb (k);

-- 12. create index public.pb_id_k_idx: safe
CREATE INDEX pb_id_k_idx ON public.pb (id, k);

-- 13. alter index public.pb_id_k_idx: safe
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pi ATTACH PARTITION public.pb_id_k_idx;

-- 14. create index public.pb_k_id_idx: safe
CREATE INDEX pb_k_id_idx ON public.pb (k) INCLUDE (id);

-- 15. alter index public.pb_k_id_idx: safe
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pk ATTACH PARTITION public.pb_k_id_idx;

-- 16. create index public.pd_id_k_idx: safe
CREATE INDEX pd_id_k_idx ON ONLY public.pd (id, k);

-- 17. alter index public.pd_id_k_idx: safe
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pi ATTACH PARTITION public.pd_id_k_idx;

-- 18. create index public.pd_k_id_idx: safe
CREATE INDEX pd_k_id_idx ON ONLY public.pd (k) INCLUDE (id);

-- 19. alter index public.pd_k_id_idx: safe
--    locks public.p (ACCESS SHARE)
ALTER INDEX public.pk ATTACH PARTITION public.pd_k_id_idx;

-- 20. create index public.pd1_id_k_idx: safe
CREATE INDEX pd1_id_k_idx ON public.pd1 (id, k);

-- 21. alter index public.pd1_id_k_idx: safe
ALTER INDEX public.pd_id_k_idx ATTACH PARTITION public.pd1_id_k_idx;

-- 22. create index public.pd1_k_id_idx: safe
CREATE INDEX pd1_k_id_idx ON public.pd1 (k) INCLUDE (id);

-- 23. alter index public.pd1_k_id_idx: safe
ALTER INDEX public.pd_k_id_idx ATTACH PARTITION public.pd1_k_id_idx;

-- 24. alter index public.pd1_k_id_idx: safe
COMMENT ON INDEX public.pd1_k_id_idx IS 'made by itself';

COMMIT;
