-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop function public.f(): breaking
--    breaks readers and writers: function public.f() is gone
DROP FUNCTION public.f();

COMMIT;
