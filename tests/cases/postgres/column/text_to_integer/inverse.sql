-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. alter column public.t.a: breaking
--    breaks readers: column public.t.a is of type text for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts that are no integer in public.t.a, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 2. alter default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '0';

COMMIT;
