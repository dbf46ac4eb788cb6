-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. drop table public.u: breaking
--    loses the rows of public.u
--    breaks readers and writers: table public.u is gone
--    locks public.u (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.u
DROP TABLE public.u;

-- 2. alter table public.t: breaking
--    breaks readers: postgres loses SELECT on public.t
REVOKE SELECT ON TABLE public.t FROM postgres;

-- 3. alter table public.t: breaking
--    breaks writers: postgres loses UPDATE on public.t
REVOKE UPDATE ON TABLE public.t FROM postgres;

COMMIT;
