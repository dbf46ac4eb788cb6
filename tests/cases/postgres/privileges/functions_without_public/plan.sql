-- from from.sql to to.sql, for postgres 15
-- 5 steps: 1 breaking, 4 safe

BEGIN;

-- 1. drop function public.f(): breaking
--    breaks readers and writers: function public.f() is gone
DROP FUNCTION public.f();

-- 2. create function public.f(integer): safe
CREATE FUNCTION public.f(a integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

-- 3. alter function public.f(integer): safe
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- 4. create function public.g(): safe
CREATE FUNCTION public.g()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

-- 5. alter function public.g(): safe
GRANT EXECUTE ON FUNCTION public.g() TO PUBLIC;

COMMIT;
