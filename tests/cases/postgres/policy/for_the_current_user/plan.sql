-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create policy public.t.mine: safe
--    locks public.t (ACCESS EXCLUSIVE)
CREATE POLICY mine ON public.t TO CURRENT_USER USING (owner = current_user);

-- 2. alter default privileges "ON TABLES": safe
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;

COMMIT;
