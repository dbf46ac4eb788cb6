-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop function public.f(integer): breaking
--    breaks readers and writers: function public.f(integer) is gone
DROP FUNCTION public.f(integer);

-- 2. drop function public.g(): breaking
--    breaks readers and writers: function public.g() is gone
DROP FUNCTION public.g();

-- 3. create function public.f(): safe
CREATE FUNCTION public.f()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

-- 4. alter function public.f(): safe
REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC;

COMMIT;
