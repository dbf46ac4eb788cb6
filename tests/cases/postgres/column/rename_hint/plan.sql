-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. rename column public.book.name: breaking
--    breaks readers and writers: column title of public.book is now name
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book RENAME COLUMN title TO name;

COMMIT;
