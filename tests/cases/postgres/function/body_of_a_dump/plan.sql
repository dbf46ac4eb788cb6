-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create function public.plus(bigint, bigint): safe
CREATE FUNCTION public.plus(bigint, bigint)
RETURNS bigint
LANGUAGE sql
AS $$ SELECT $1 + $2 $$;

-- 2. create function public.add_one(bigint): safe
CREATE FUNCTION public.add_one(bigint)
RETURNS bigint
LANGUAGE sql
AS $$ SELECT plus($1, 1::bigint) $$;

COMMIT;
