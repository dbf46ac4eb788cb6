-- from to.sql to from.sql, for postgres 15
-- 5 steps: 5 breaking

BEGIN;

-- 1. drop view public.r: breaking
--    breaks readers and writers: view public.r is gone
--    locks public.r (ACCESS EXCLUSIVE)
DROP VIEW public.r;

-- 2. drop view public.r1: breaking
--    breaks readers and writers: view public.r1 is gone
--    locks public.r1 (ACCESS EXCLUSIVE)
DROP VIEW public.r1;

-- 3. drop view public.r8: breaking
--    breaks readers and writers: view public.r8 is gone
--    locks public.r8 (ACCESS EXCLUSIVE)
DROP VIEW public.r8;

-- 4. drop view public.r9: breaking
--    breaks readers and writers: view public.r9 is gone
--    locks public.r9 (ACCESS EXCLUSIVE)
DROP VIEW public.r9;

-- 5. drop view public.v: breaking
--    breaks readers and writers: view public.v is gone
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

COMMIT;
