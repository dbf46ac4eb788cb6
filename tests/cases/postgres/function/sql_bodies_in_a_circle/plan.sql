-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. set session bodies of routines: safe
SET check_function_bodies = off;

-- 2. create function public.even(integer): safe
CREATE FUNCTION public.even(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT n = 0 OR odd(n - 1)$$;

-- 3. create function public.odd(integer): safe
CREATE FUNCTION public.odd(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT n <> 0 AND even(n - 1)$$;

COMMIT;
