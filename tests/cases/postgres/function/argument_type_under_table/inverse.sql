-- from to.sql to from.sql, for postgres 15
-- 11 steps: 1 breaking, 10 safe

-- 1. drop index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.i (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.i;

BEGIN;

-- 2. drop check public.t.t_a_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 3. drop default public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- 4. drop column public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP COLUMN c;

-- 5. drop function public.f(bigint): breaking
--    breaks readers and writers: function public.f(bigint) is gone
DROP FUNCTION public.f(bigint);

-- 6. create function public.f(integer): safe
CREATE FUNCTION public.f(a integer)
RETURNS integer
LANGUAGE sql IMMUTABLE
AS $$SELECT $1$$;

-- 7. create column public.t.c: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS (public.f(a)) STORED;

-- 8. create default public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.f(3);

-- 9. create check public.t.t_a_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (public.f(a) > 0) NOT VALID;

COMMIT;

BEGIN;

-- 10. create check public.t.t_a_check: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;

COMMIT;

-- 11. create index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.i
CREATE INDEX CONCURRENTLY i ON public.t ((public.f(a)));
