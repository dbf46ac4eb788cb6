-- from from.sql to to.sql, for postgres 15
-- 7 steps: 1 breaking, 6 safe

BEGIN;

-- 1. drop view public.w: safe
--    locks public.w (ACCESS EXCLUSIVE)
DROP VIEW public.w;

-- 2. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 3. drop function public.f(integer): breaking
--    breaks readers and writers: function public.f(integer) is gone
DROP FUNCTION public.f(integer);

-- 4. create function public.f(integer, integer): safe
CREATE FUNCTION public.f(a integer, b integer DEFAULT 2)
RETURNS integer
LANGUAGE sql
AS $$SELECT $1$$;

-- 5. create view public.v: safe
CREATE VIEW public.v AS
SELECT public.f(1) AS x;

-- 6. create view public.w: safe
CREATE VIEW public.w AS
SELECT x FROM public.v;

-- 7. alter view public.w: safe
COMMENT ON VIEW public.w IS 'it''s
two lines';

COMMIT;
