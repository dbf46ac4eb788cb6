-- from to.sql to from.sql, for postgres 15
-- 6 steps: 3 breaking, 3 safe

BEGIN;

-- 1. alter column public.t.a: breaking
--    breaks writers: column public.t.a takes no nulls any more
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT rutter_not_null CHECK (a IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 2. alter column public.t.a: breaking
--    fails on rows of public.t where a IS NULL
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE a IS NULL LIMIT 1
ALTER TABLE public.t VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 3. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- 4. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP CONSTRAINT rutter_not_null;

COMMIT;

-- 5. create primary key public.t.t_pkey: breaking
--    fails on rows of public.t that are equal in a
--    fails on nulls in the primary key
--    breaks writers: primary key t_pkey refuses equal values
--    breaks writers: primary key t_pkey refuses nulls
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_pkey
--    a row here means that it fails: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.t WHERE a IS NULL LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a);

BEGIN;

-- 6. create primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

COMMIT;
