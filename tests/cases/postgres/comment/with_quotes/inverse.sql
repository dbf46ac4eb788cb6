-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter column public.book.title: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
COMMENT ON COLUMN public.book.title IS NULL;

COMMIT;
