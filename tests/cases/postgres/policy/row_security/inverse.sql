-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop policy public.book.cheap: breaking
--    breaks readers: policy public.book.cheap is gone: other rows are seen and written
--    locks public.book (ACCESS EXCLUSIVE)
DROP POLICY cheap ON public.book;

-- 2. alter table public.book: breaking
--    breaks readers and writers: policies of public.book do not hold any more
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book DISABLE ROW LEVEL SECURITY;

COMMIT;
