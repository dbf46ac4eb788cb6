-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create function public.f(): safe
CREATE FUNCTION public.f()
RETURNS timestamp with time zone
LANGUAGE sql
SET timezone TO 'UTC' SET datestyle TO 'ISO'
AS $$SELECT now()$$;

COMMIT;
