-- from to.sql to from.sql, for postgres 15
-- 6 steps: 2 breaking, 4 safe

BEGIN;

-- 1. drop default public.t.x: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

-- 2. rename enum public.e: safe
ALTER TYPE public.e RENAME TO e__old;

-- 3. create enum public.e: breaking
--    breaks readers and writers: label 'b' of public.e is gone
CREATE TYPE public.e AS ENUM ('a', 'c');

-- 4. alter column public.t.x: breaking
--    fails on labels other than 'a', 'c' in public.t.x
--    breaks writers: column public.t.x refuses labels other than 'a', 'c'
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: labels other than 'a', 'b', 'c' in public.t.x, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN x TYPE public.e[] USING x::text::public.e[];

-- 5. create default public.t.x: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT '{a}';

-- 6. drop enum public.e: safe
DROP TYPE public.e__old;

COMMIT;
