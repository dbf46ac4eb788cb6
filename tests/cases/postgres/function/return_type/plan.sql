-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop function public.f(integer): safe
DROP FUNCTION public.f(integer);

-- 2. create function public.f(integer): breaking
--    breaks readers and writers: returns of public.f(integer) changes
--    note: the body of public.f(integer) is another: what it does cannot be told from here
CREATE FUNCTION public.f(a integer)
RETURNS bigint
LANGUAGE sql
AS $$SELECT a::bigint$$;

COMMIT;
