-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop column public.book.pages: breaking
--    loses the values of public.book.pages
--    breaks readers and writers: column public.book.pages is gone
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.book.pages
ALTER TABLE public.book DROP COLUMN pages;

COMMIT;
