-- from from.sql to to.sql, for postgres 15
-- 5 steps: 1 breaking, 4 safe

BEGIN;

-- 1. create function public.like_it(integer, integer): safe
CREATE FUNCTION public.like_it(integer, integer)
RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$SELECT $1 = $2$$;

-- 2. create function public.unlike_it(integer, integer): safe
CREATE FUNCTION public.unlike_it(integer, integer)
RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$SELECT $1 <> $2$$;

-- 3. create operator public.!==(integer, integer): safe
CREATE OPERATOR public.!== (FUNCTION = public.unlike_it, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.!==), NEGATOR = OPERATOR(public.===));

-- 4. create operator public.===(integer, integer): safe
CREATE OPERATOR public.=== (FUNCTION = public.like_it, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.===), NEGATOR = OPERATOR(public.!==));

-- 5. create trigger public.t.same: breaking
--    breaks writers: trigger public.t.same runs when public.t is written
--    locks public.t (SHARE ROW EXCLUSIVE)
CREATE TRIGGER same BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

COMMIT;
