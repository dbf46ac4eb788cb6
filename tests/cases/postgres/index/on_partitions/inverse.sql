-- from to.sql to from.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. drop index public.visit_2025_page_idx: safe
--    locks public.visit_2025 (ACCESS EXCLUSIVE)
--    locks public.visit_2025_page_idx (ACCESS EXCLUSIVE)
DROP INDEX public.visit_2025_page_idx;

-- 2. drop table public.visit_2026: breaking
--    loses the rows of public.visit_2026
--    breaks readers and writers: table public.visit_2026 is gone
--    locks public.visit_2026 (ACCESS EXCLUSIVE)
--    locks public.visit_2026_page_idx (ACCESS EXCLUSIVE)
--    locks public.visit (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.visit_2026
DROP TABLE public.visit_2026;

-- 3. drop index public.visit_page: safe
--    locks public.visit (ACCESS EXCLUSIVE)
--    locks public.visit_2025 (ACCESS EXCLUSIVE)
--    locks public.visit_page (ACCESS EXCLUSIVE)
DROP INDEX public.visit_page;

COMMIT;
