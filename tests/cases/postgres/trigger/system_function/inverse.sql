-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop trigger public.t.same: breaking
--    breaks writers: trigger public.t.same does not run any more
--    locks public.t (ACCESS EXCLUSIVE)
DROP TRIGGER same ON public.t;

COMMIT;
