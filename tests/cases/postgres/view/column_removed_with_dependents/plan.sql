-- from from.sql to to.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop view public.w: safe
--    locks public.w (ACCESS EXCLUSIVE)
DROP VIEW public.w;

-- 2. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 3. create view public.v: breaking
--    breaks readers and writers: column title of public.v is gone
--    note: the query of public.v is another: which rows it gives cannot be told from here
--    locks public.book (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT id FROM public.book;

-- 4. create view public.w: safe
CREATE VIEW public.w AS
SELECT id FROM public.v;

COMMIT;
