-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. alter table public.book: breaking
--    breaks readers and writers: policies decide which rows of public.book are seen and written
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ENABLE ROW LEVEL SECURITY;

-- 2. create policy public.book.cheap: breaking
--    breaks readers: policy public.book.cheap decides anew which rows are seen and written
--    locks public.book (ACCESS EXCLUSIVE)
CREATE POLICY cheap ON public.book FOR SELECT USING (price < 10);

COMMIT;
