-- from to.sql to from.sql, for postgres 15
-- 4 steps: 3 breaking, 1 safe

BEGIN;

-- 1. drop table public.u: breaking
--    loses the rows of public.u
--    breaks readers and writers: table public.u is gone
--    locks public.u (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.u
DROP TABLE public.u;

-- 2. alter schema public: safe
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- 3. alter schema public: breaking
--    breaks writers: postgres loses CREATE on public
REVOKE CREATE ON SCHEMA public FROM postgres;

-- 4. alter schema public: breaking
--    breaks readers and writers: postgres loses USAGE on public
REVOKE USAGE ON SCHEMA public FROM postgres;

COMMIT;
