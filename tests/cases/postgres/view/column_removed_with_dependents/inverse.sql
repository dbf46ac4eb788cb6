-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. replace view public.v: safe
--    note: the query of public.v is another: which rows it gives cannot be told from here
--    locks public.v (ACCESS EXCLUSIVE)
--    locks public.book (ACCESS SHARE)
CREATE OR REPLACE VIEW public.v AS
SELECT id, title FROM public.book;

COMMIT;
