-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. rename column public.book.title: breaking
--    breaks readers and writers: column name of public.book is now title
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book RENAME COLUMN name TO title;

COMMIT;
