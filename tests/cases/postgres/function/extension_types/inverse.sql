-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 breaking

BEGIN;

-- 1. drop function public.f(public.hstore): breaking
--    breaks readers and writers: function public.f(public.hstore) is gone
DROP FUNCTION public.f(public.hstore);

-- 2. drop function public.f2(public.hstore, public.citext): breaking
--    breaks readers and writers: function public.f2(public.hstore, public.citext) is gone
DROP FUNCTION public.f2(public.hstore, public.citext);

-- 3. drop table public.u: breaking
--    loses the rows of public.u
--    breaks readers and writers: table public.u is gone
--    locks public.u (ACCESS EXCLUSIVE)
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.u
DROP TABLE public.u;

-- 4. drop table public.t: breaking
--    loses the rows of public.t
--    breaks readers and writers: table public.t is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.t
DROP TABLE public.t;

COMMIT;
