-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop attribute public.point3.z: breaking
--    loses the values of public.point3.z
--    breaks readers and writers: attribute public.point3.z is gone
--    locks public.point3 (ACCESS EXCLUSIVE)
--    locks public.corner (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.point3.z
ALTER TYPE public.point3 DROP ATTRIBUTE z CASCADE;

COMMIT;
