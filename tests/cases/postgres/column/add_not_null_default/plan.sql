-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create column public.book.pages: safe
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.book.pages meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.book WHERE pages IS DISTINCT FROM (0) LIMIT 1
ALTER TABLE public.book ADD COLUMN pages integer DEFAULT 0 NOT NULL;

COMMIT;
