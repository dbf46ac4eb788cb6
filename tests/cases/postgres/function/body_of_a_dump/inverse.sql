-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop function public.add_one(bigint): breaking
--    breaks readers and writers: function public.add_one(bigint) is gone
DROP FUNCTION public.add_one(bigint);

-- 2. drop function public.plus(bigint, bigint): breaking
--    breaks readers and writers: function public.plus(bigint, bigint) is gone
DROP FUNCTION public.plus(bigint, bigint);

COMMIT;
