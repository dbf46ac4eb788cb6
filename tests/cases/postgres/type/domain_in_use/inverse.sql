-- from to.sql to from.sql, for postgres 15
-- 9 steps: 2 breaking, 7 safe

BEGIN;

-- 1. drop function public.f(public.d): safe
DROP FUNCTION public.f(public.d);

-- 2. rename domain public.d: safe
ALTER DOMAIN public.d RENAME TO d__old;

-- 3. create domain public.d: safe
CREATE DOMAIN public.d AS integer DEFAULT 5;

-- 4. alter domain public.d: safe
COMMENT ON DOMAIN public.d IS 'dd';

-- 5. create domain check public.d.d_check: safe
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (VALUE > 0);

-- 6. create domain check public.d.two: breaking
--    fails on values that domain check public.d.two refuses
--    breaks writers: domain check public.d.two refuses values
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT ((a < 100)) LIMIT 1
ALTER DOMAIN public.d ADD CONSTRAINT two CHECK (VALUE < 100);

-- 7. alter column public.t.a: breaking
--    fails on numbers outside of an integer in public.t.a
--    breaks readers: column public.t.a is of type public.d for its readers
--    breaks writers: column public.t.a refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (a BETWEEN -2147483648 AND 2147483647) LIMIT 1
--    undo: conditional: values that public.d refuses in public.t.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (a IS NOT NULL AND (a > 0) AND (a < 100)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;

-- 8. create function public.f(public.d): safe
CREATE FUNCTION public.f(public.d)
RETURNS public.d
LANGUAGE sql
AS $$SELECT $1$$;

-- 9. drop domain public.d: safe
DROP DOMAIN public.d__old;

COMMIT;
