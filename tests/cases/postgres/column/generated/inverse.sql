-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop column public.book.gross: breaking
--    breaks readers and writers: column public.book.gross is gone
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book DROP COLUMN gross;

COMMIT;
