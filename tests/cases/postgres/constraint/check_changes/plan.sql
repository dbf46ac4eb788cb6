-- from from.sql to to.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop check public.book.price_ok: safe
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.book WHERE NOT (price > 0) LIMIT 1
ALTER TABLE public.book DROP CONSTRAINT price_ok;

-- 2. create check public.book.price_ok: breaking
--    fails on rows that check public.book.price_ok refuses
--    breaks writers: check public.book.price_ok refuses rows
--    locks public.book (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.book WHERE NOT (price >= 0 AND price < 1000) LIMIT 1
ALTER TABLE public.book ADD CONSTRAINT price_ok CHECK (price >= 0 AND price < 1000) NOT VALID;

COMMIT;

BEGIN;

-- 3. create check public.book.price_ok: breaking
--    fails on rows that check public.book.price_ok refuses
--    breaks writers: check public.book.price_ok refuses rows
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    a row here means that it fails: SELECT 1 FROM public.book WHERE NOT (price >= 0 AND price < 1000) LIMIT 1
ALTER TABLE public.book VALIDATE CONSTRAINT price_ok;

COMMIT;
