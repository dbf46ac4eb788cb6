-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop table public.visit_2026: breaking
--    loses the rows of public.visit_2026
--    breaks readers and writers: table public.visit_2026 is gone
--    locks public.visit_2026 (ACCESS EXCLUSIVE)
--    locks public.visit_2026_page_idx (ACCESS EXCLUSIVE)
--    locks public.visit (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.visit_2026
DROP TABLE public.visit_2026;

COMMIT;
