-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create view public.by_year: safe
--    locks public.sale (ACCESS SHARE)
CREATE VIEW public.by_year AS
SELECT extract('YEAR' FROM at) AS year, extract(Month FROM at) AS month, extract("DOW" FROM at) AS day, count(*) FROM public.sale GROUP BY 1, 2, 3;

COMMIT;
