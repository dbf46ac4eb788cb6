-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create view public.active: safe
--    locks public.accounts (ACCESS SHARE)
CREATE VIEW public.active AS
SELECT DISTINCT tenant FROM public.accounts WHERE tenant IS NOT NULL;

-- 2. create policy public.accounts.of_active: safe
--    locks public.accounts (ACCESS EXCLUSIVE)
CREATE POLICY of_active ON public.accounts USING (tenant IN (SELECT tenant FROM public.active));

COMMIT;
