-- from to.sql to from.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop primary key public.corner.corner_pkey: breaking
--    breaks writers: primary key corner_pkey: equal values are taken, ON CONFLICT (y) is not
--    locks public.corner (ACCESS EXCLUSIVE)
--    locks public.corner_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key corner_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.corner GROUP BY y HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.corner DROP CONSTRAINT corner_pkey;

-- 2. drop attribute public.point3.z: breaking
--    loses the values of public.point3.z
--    breaks readers and writers: attribute public.point3.z is gone
--    locks public.point3 (ACCESS EXCLUSIVE)
--    locks public.corner (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.point3.z
ALTER TYPE public.point3 DROP ATTRIBUTE z CASCADE;

-- 3. alter column public.corner.x: safe
--    note: readers of column public.corner.x may find nulls
--    locks public.corner (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.corner WHERE x IS NULL LIMIT 1
ALTER TABLE public.corner ALTER COLUMN x DROP NOT NULL;

COMMIT;
