-- from from.sql to to.sql, for postgres 15
-- 8 steps: 8 safe

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

-- 7. create index public.custom: safe
CREATE INDEX custom ON public.pb (k);

-- 8. alter index public.pd1_k_id_idx: safe
COMMENT ON INDEX public.pd1_k_id_idx IS 'made by itself';

COMMIT;
