-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. alter column public.book.price: breaking
--    breaks writers: column public.book.price takes no nulls any more
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ADD CONSTRAINT rutter_not_null CHECK (price IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 2. alter column public.book.price: breaking
--    fails on rows of public.book where price IS NULL
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    a row here means that it fails: SELECT 1 FROM public.book WHERE price IS NULL LIMIT 1
ALTER TABLE public.book VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 3. alter column public.book.price: safe
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ALTER COLUMN price SET NOT NULL;

-- 4. alter column public.book.price: safe
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book DROP CONSTRAINT rutter_not_null;

COMMIT;
