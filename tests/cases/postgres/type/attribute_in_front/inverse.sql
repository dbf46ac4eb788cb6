-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 safe

BEGIN;

-- 1. drop function public.f(public.addr): safe
DROP FUNCTION public.f(public.addr);

-- 2. drop composite type public.addr: safe
--    locks public.addr (ACCESS EXCLUSIVE)
DROP TYPE public.addr;

-- 3. create composite type public.addr: safe
CREATE TYPE public.addr AS (
  street text,
  city text
);

-- 4. create function public.f(public.addr): safe
CREATE FUNCTION public.f(public.addr)
RETURNS text
LANGUAGE sql
AS $$SELECT ($1).city$$;

COMMIT;
-- says: to.sql:1:22: note: attribute public.addr.street is dropped and public.addr.road is created, and they look alike; if it is a rename, write -- @renamed from=street above it, or give --rename public.addr.street=road
-- says:   CREATE TYPE addr AS (road text, city text);
-- says:                        ^
