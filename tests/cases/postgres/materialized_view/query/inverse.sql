-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. drop materialized view public.m: safe
--    locks public.m (ACCESS EXCLUSIVE)
--    locks public.m_n (ACCESS EXCLUSIVE)
DROP MATERIALIZED VIEW public.m;

-- 2. create materialized view public.m: safe
--    note: the query of public.m is another: which rows it gives cannot be told from here
--    locks public.book (ACCESS SHARE)
--    locks public.book_pkey (ACCESS SHARE)
--    reads all of public.book
CREATE MATERIALIZED VIEW public.m AS
SELECT count(*) AS n FROM public.book;

-- 3. create index public.m_n: safe
CREATE UNIQUE INDEX m_n ON public.m (n);

COMMIT;
