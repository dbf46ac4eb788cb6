-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter column public.book.price: safe
--    note: readers of column public.book.price may find nulls
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.book WHERE price IS NULL LIMIT 1
ALTER TABLE public.book ALTER COLUMN price DROP NOT NULL;

COMMIT;
