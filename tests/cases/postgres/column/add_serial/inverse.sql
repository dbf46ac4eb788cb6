-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop default public.book.id: safe
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ALTER COLUMN id DROP DEFAULT;

-- 2. drop column public.book.id: breaking
--    loses the values of public.book.id
--    breaks readers and writers: column public.book.id is gone
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.book.id
ALTER TABLE public.book DROP COLUMN id;

COMMIT;
