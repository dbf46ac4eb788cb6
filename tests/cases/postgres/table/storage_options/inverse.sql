-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter table public.book: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
ALTER TABLE public.book RESET (fillfactor);

COMMIT;
