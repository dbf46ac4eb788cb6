-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop column public.book.price: breaking
--    loses the values of public.book.price
--    breaks readers and writers: column public.book.price is gone
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.book.price
ALTER TABLE public.book DROP COLUMN price;

COMMIT;
