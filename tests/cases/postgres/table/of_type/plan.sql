-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. create attribute public.point3.z: breaking
--    breaks readers and writers: values of public.point3 have one more attribute
--    locks public.point3 (ACCESS EXCLUSIVE)
--    locks public.corner (ACCESS EXCLUSIVE)
--    undo: loses data: what is written to public.point3.z meanwhile
ALTER TYPE public.point3 ADD ATTRIBUTE z text CASCADE;

COMMIT;
