-- from to.sql to from.sql, for postgres 15
-- 5 steps: 1 breaking, 4 safe

BEGIN;

-- 1. drop publication p: safe
DROP PUBLICATION p;

-- 2. alter column public.t.a: breaking
--    fails on numbers outside of an integer in public.t.a
--    breaks readers: column public.t.a is of type integer for its readers
--    breaks writers: column public.t.a refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    builds public.t_pkey
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (a BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

-- 3. alter column public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 9 characters in public.t.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(b) <= 9) LIMIT 1
ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- 4. create publication p: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
CREATE PUBLICATION p FOR TABLE public.t (a, b) WHERE (a > 3);

-- 5. alter publication p: safe
COMMENT ON PUBLICATION p IS 'pub';

COMMIT;
