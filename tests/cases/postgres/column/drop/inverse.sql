-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create column public.book.price: safe
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.book.price meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.book WHERE price IS NOT NULL LIMIT 1
ALTER TABLE public.book ADD COLUMN price numeric(8,2);

COMMIT;
