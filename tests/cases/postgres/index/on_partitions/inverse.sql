-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop table public.visit_2026: breaking
--    loses the rows of public.visit_2026
--    breaks readers and writers: table public.visit_2026 is gone
--    locks public.visit_2026 (ACCESS EXCLUSIVE)
--    locks public.visit_2026_page_idx (ACCESS EXCLUSIVE)
--    locks public.visit (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.visit_2026
DROP TABLE public.visit_2026;

-- 2. drop index public.visit_page: safe
--    locks public.visit (ACCESS EXCLUSIVE)
--    locks public.visit_2025 (ACCESS EXCLUSIVE)
--    locks public.visit_page (ACCESS EXCLUSIVE)
DROP INDEX public.visit_page;

COMMIT;
