-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create table public.p2: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p2 LIMIT 1
CREATE TABLE public.p2 PARTITION OF public.p (
  d DEFAULT NULL
) FOR VALUES FROM (10) TO (20);

COMMIT;
