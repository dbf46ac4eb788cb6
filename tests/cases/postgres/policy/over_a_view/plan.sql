-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop policy public.accounts.of_active: safe
--    locks public.accounts (ACCESS EXCLUSIVE)
DROP POLICY of_active ON public.accounts;

-- 2. drop view public.active: breaking
--    breaks readers and writers: view public.active is gone
--    locks public.active (ACCESS EXCLUSIVE)
DROP VIEW public.active;

COMMIT;
