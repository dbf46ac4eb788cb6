-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 2. create view public.v: breaking
--    breaks readers and writers: column title of public.v is gone
--    note: the query of public.v is another: which rows it gives cannot be told from here
--    locks public.book (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT id FROM public.book;

COMMIT;
