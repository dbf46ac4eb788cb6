-- from from.sql to to.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop view public.cheap: safe
--    locks public.cheap (ACCESS EXCLUSIVE)
DROP VIEW public.cheap;

-- 2. alter column public.book.id: breaking
--    breaks readers: column public.book.id is of type bigint for its readers
--    note: readers and writers of public.book wait while it is written anew (its size is not known)
--    locks public.book (ACCESS EXCLUSIVE)
--    locks public.book_pkey (ACCESS EXCLUSIVE)
--    rewrites public.book
--    reads all of public.book
--    builds public.book_pkey
--    undo: conditional: numbers outside of an integer in public.book.id, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.book WHERE NOT (id BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.book ALTER COLUMN id TYPE bigint;

-- 3. create view public.cheap: safe
--    locks public.book (ACCESS SHARE)
CREATE VIEW public.cheap AS
SELECT id, title FROM public.book WHERE price < 10;

-- 4. alter view public.cheap: safe
COMMENT ON VIEW public.cheap IS 'kept';

COMMIT;
