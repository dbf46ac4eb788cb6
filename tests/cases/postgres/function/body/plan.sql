-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. replace function public.f(integer): safe
--    note: the body of public.f(integer) is another: what it does cannot be told from here
CREATE OR REPLACE FUNCTION public.f(a integer)
RETURNS integer
LANGUAGE plpgsql
AS $$
BEGIN
  -- second: $1 'quoted' \ backslash
  RETURN a + 1;
END
$$;

COMMIT;
