-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create table public.visit_2026: safe
--    locks public.visit (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.visit_2026 LIMIT 1
CREATE TABLE public.visit_2026 PARTITION OF public.visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- 2. create index public.visit_page: safe
--    locks public.visit (SHARE)
CREATE INDEX visit_page ON ONLY public.visit (page);

COMMIT;
