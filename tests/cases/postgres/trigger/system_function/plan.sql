-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. create trigger public.t.same: breaking
--    breaks writers: trigger public.t.same runs when public.t is written
--    locks public.t (SHARE ROW EXCLUSIVE)
CREATE TRIGGER same BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

COMMIT;
