-- from from.sql to to.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. drop default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- 2. alter column public.t.a: breaking
--    loses the spelling, and what integer has no room for of public.t.a
--    fails on texts that are no integer in public.t.a
--    breaks readers: column public.t.a is of type integer for its readers
--    breaks writers: column public.t.a refuses texts that are no integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: the spelling, and what integer has no room for of public.t.a do not come back
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 3. create default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 0;

COMMIT;
