-- from from.sql to to.sql, for postgres 15
-- 7 steps: 1 breaking, 6 safe

BEGIN;

-- 1. rename enum public.st: safe
ALTER TYPE public.st RENAME TO st__old;

-- 2. create enum public.st: breaking
--    breaks readers and writers: label 'c' of public.st is gone
CREATE TYPE public.st AS ENUM ('a', 'b');

-- 3. rename composite type public.co: safe
ALTER TYPE public.co RENAME TO co__old;

-- 4. create composite type public.co: safe
CREATE TYPE public.co AS (
  s public.st,
  n integer
);

-- 5. alter column public.t.c: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ALTER COLUMN c TYPE public.co USING c::text::public.co;

-- 6. drop composite type public.co: safe
--    locks public.co (ACCESS EXCLUSIVE)
DROP TYPE public.co__old;

-- 7. drop enum public.st: safe
DROP TYPE public.st__old;

COMMIT;
