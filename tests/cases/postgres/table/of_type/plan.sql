-- from from.sql to to.sql, for postgres 15
-- 7 steps: 4 breaking, 3 safe

BEGIN;

-- 1. create attribute public.point3.z: breaking
--    breaks readers and writers: values of public.point3 have one more attribute
--    locks public.point3 (ACCESS EXCLUSIVE)
--    locks public.corner (ACCESS EXCLUSIVE)
--    undo: loses data: what is written to public.point3.z meanwhile
ALTER TYPE public.point3 ADD ATTRIBUTE z text CASCADE;

-- 2. alter column public.corner.x: breaking
--    breaks writers: column public.corner.x takes no nulls any more
--    locks public.corner (ACCESS EXCLUSIVE)
ALTER TABLE public.corner ADD CONSTRAINT rutter_not_null CHECK (x IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 3. alter column public.corner.x: breaking
--    fails on rows of public.corner where x IS NULL
--    locks public.corner (SHARE UPDATE EXCLUSIVE)
--    reads all of public.corner
--    a row here means that it fails: SELECT 1 FROM public.corner WHERE x IS NULL LIMIT 1
ALTER TABLE public.corner VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 4. alter column public.corner.x: safe
--    locks public.corner (ACCESS EXCLUSIVE)
ALTER TABLE public.corner ALTER COLUMN x SET NOT NULL;

-- 5. alter column public.corner.x: safe
--    locks public.corner (ACCESS EXCLUSIVE)
ALTER TABLE public.corner DROP CONSTRAINT rutter_not_null;

COMMIT;

-- 6. create primary key public.corner.corner_pkey: breaking
--    fails on rows of public.corner that are equal in y
--    fails on nulls in the primary key
--    breaks writers: primary key corner_pkey refuses equal values
--    breaks writers: primary key corner_pkey refuses nulls
--    locks public.corner (SHARE UPDATE EXCLUSIVE)
--    reads all of public.corner
--    builds public.corner_pkey
--    a row here means that it fails: SELECT 1 FROM public.corner GROUP BY y HAVING count(*) > 1 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.corner WHERE y IS NULL LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY corner_pkey ON public.corner (y);

BEGIN;

-- 7. create primary key public.corner.corner_pkey: safe
--    locks public.corner (ACCESS EXCLUSIVE)
ALTER TABLE public.corner ADD CONSTRAINT corner_pkey PRIMARY KEY USING INDEX corner_pkey;

COMMIT;
