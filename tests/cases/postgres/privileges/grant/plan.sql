-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. alter table public.book: safe
GRANT SELECT ON TABLE public.book TO reader;

-- 2. alter column public.book.price: safe
GRANT UPDATE (price) ON TABLE public.book TO PUBLIC;

COMMIT;
