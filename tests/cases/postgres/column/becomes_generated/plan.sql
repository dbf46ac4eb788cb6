-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop column public.t.b: breaking
--    loses the values of public.t.b
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.b
ALTER TABLE public.t DROP COLUMN b;

-- 2. create column public.t.b: breaking
--    breaks writers: values given for column public.t.b are refused
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a + 1) STORED;

COMMIT;
