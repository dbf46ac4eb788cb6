-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. alter table public.book: breaking
--    breaks readers: reader loses SELECT on public.book
REVOKE SELECT ON TABLE public.book FROM reader;

-- 2. alter column public.book.price: breaking
--    breaks writers: public loses UPDATE on public.book.price
REVOKE UPDATE (price) ON TABLE public.book FROM PUBLIC;

COMMIT;
