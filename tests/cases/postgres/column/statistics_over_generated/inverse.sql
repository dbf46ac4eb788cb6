-- from to.sql to from.sql, for postgres 15
-- 5 steps: 5 safe

BEGIN;

-- 1. drop statistics public.s: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
DROP STATISTICS public.s;

-- 2. drop column public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP COLUMN b;

-- 3. create column public.t.b: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;

-- 4. create statistics public.s: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
CREATE STATISTICS public.s ON c, b FROM public.t;

-- 5. alter statistics public.s: safe
COMMENT ON STATISTICS public.s IS 'x';

COMMIT;
