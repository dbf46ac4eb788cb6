-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter materialized view public.m: safe
--    locks public.m (ACCESS EXCLUSIVE)
ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTENDED;

COMMIT;
