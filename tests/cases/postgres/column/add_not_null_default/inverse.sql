-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop default public.book.pages: safe
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ALTER COLUMN pages DROP DEFAULT;

-- 2. drop column public.book.pages: breaking
--    loses the values of public.book.pages
--    breaks readers and writers: column public.book.pages is gone
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.book.pages
ALTER TABLE public.book DROP COLUMN pages;

COMMIT;
