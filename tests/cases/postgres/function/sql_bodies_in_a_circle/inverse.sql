-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop function public.even(integer): breaking
--    breaks readers and writers: function public.even(integer) is gone
DROP FUNCTION public.even(integer);

-- 2. drop function public.odd(integer): breaking
--    breaks readers and writers: function public.odd(integer) is gone
DROP FUNCTION public.odd(integer);

COMMIT;
