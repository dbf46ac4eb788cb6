-- from to.sql to from.sql, for postgres 15
-- 5 steps: 5 breaking

BEGIN;

-- 1. drop trigger public.t.same: breaking
--    breaks writers: trigger public.t.same does not run any more
--    locks public.t (ACCESS EXCLUSIVE)
DROP TRIGGER same ON public.t;

-- 2. drop operator public.!==(integer, integer): breaking
--    breaks readers and writers: operator public.!==(integer, integer) is gone
DROP OPERATOR public.!==(integer, integer);

-- 3. drop operator public.===(integer, integer): breaking
--    breaks readers and writers: operator public.===(integer, integer) is gone
DROP OPERATOR public.===(integer, integer);

-- 4. drop function public.like_it(integer, integer): breaking
--    breaks readers and writers: function public.like_it(integer, integer) is gone
DROP FUNCTION public.like_it(integer, integer);

-- 5. drop function public.unlike_it(integer, integer): breaking
--    breaks readers and writers: function public.unlike_it(integer, integer) is gone
DROP FUNCTION public.unlike_it(integer, integer);

COMMIT;
