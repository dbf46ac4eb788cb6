-- from to.sql to from.sql, for postgres 15
-- 9 steps: 1 breaking, 8 safe

BEGIN;

-- 1. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

COMMIT;

-- 2. drop index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.i (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.i;

BEGIN;

-- 3. drop column public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP COLUMN c;

-- 4. drop column public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP COLUMN d;

-- 5. alter column public.t.a: breaking
--    fails on numbers outside of an integer in public.t.a
--    breaks readers: column public.t.a is of type integer for its readers
--    breaks writers: column public.t.a refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (a BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

-- 6. create column public.t.c: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS (a + b) STORED;

-- 7. create column public.t.d: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ADD COLUMN d text GENERATED ALWAYS AS (a::text) STORED;

COMMIT;

-- 8. create index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.i
CREATE INDEX CONCURRENTLY i ON public.t (c);

BEGIN;

-- 9. create view public.v: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT c, d FROM public.t;

COMMIT;
