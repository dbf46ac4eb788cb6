-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. drop default privileges "ON TABLES": safe
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC;

-- 2. drop policy public.t.mine: safe
--    locks public.t (ACCESS EXCLUSIVE)
DROP POLICY mine ON public.t;

COMMIT;
