-- from from.sql to to.sql, for postgres 15
-- 6 steps: 6 safe

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

-- 3. create index public.visit_2025_page_idx: safe
--    locks public.visit_2025 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.visit_2025
--    builds public.visit_2025_page_idx
CREATE INDEX CONCURRENTLY visit_2025_page_idx ON public.visit_2025 (page);

BEGIN;

-- 4. alter index public.visit_2025_page_idx: safe
--    locks public.visit_2025 (ACCESS SHARE)
--    locks public.visit (ACCESS SHARE)
ALTER INDEX public.visit_page ATTACH PARTITION public.visit_2025_page_idx;

-- 5. create index public.visit_2026_page_idx: safe
CREATE INDEX visit_2026_page_idx ON public.visit_2026 (page);

-- 6. alter index public.visit_2026_page_idx: safe
--    locks public.visit (ACCESS SHARE)
ALTER INDEX public.visit_page ATTACH PARTITION public.visit_2026_page_idx;

COMMIT;
