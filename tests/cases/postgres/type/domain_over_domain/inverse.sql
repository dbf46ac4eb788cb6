-- from to.sql to from.sql, for postgres 15
-- 8 steps: 1 breaking, 7 safe

BEGIN;

-- 1. rename domain public.d: safe
ALTER DOMAIN public.d RENAME TO d__old;

-- 2. create domain public.d: safe
CREATE DOMAIN public.d AS integer;

-- 3. create domain check public.d.d_check: safe
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (VALUE > 0);

-- 4. rename domain public.e: safe
ALTER DOMAIN public.e RENAME TO e__old;

-- 5. create domain public.e: safe
CREATE DOMAIN public.e AS public.d DEFAULT 4 NOT NULL;

-- 6. alter column public.t.a: breaking
--    fails on numbers outside of an integer in public.t.a
--    breaks readers: column public.t.a is of type public.e for its readers
--    breaks writers: column public.t.a refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (a BETWEEN -2147483648 AND 2147483647) LIMIT 1
--    undo: conditional: values that public.e refuses in public.t.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (a IS NOT NULL AND (a > 0)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::text::public.e;

-- 7. drop domain public.e: safe
DROP DOMAIN public.e__old;

-- 8. drop domain public.d: safe
DROP DOMAIN public.d__old;

COMMIT;
