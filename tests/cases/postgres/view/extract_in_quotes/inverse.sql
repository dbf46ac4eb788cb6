-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop view public.by_year: breaking
--    breaks readers and writers: view public.by_year is gone
--    locks public.by_year (ACCESS EXCLUSIVE)
DROP VIEW public.by_year;

COMMIT;
