-- from from.sql to to.sql, for postgres 15
-- 4 steps: 3 breaking, 1 safe

BEGIN;

-- 1. alter sequence public.s: breaking
--    fails on a position of public.s outside of its new bounds
--    breaks writers: public.s runs out sooner
--    breaks writers: public.s counts in other steps
--    breaks writers: public.s gives numbers out again
--    locks public.s (SHARE ROW EXCLUSIVE)
--    rewrites public.s
--    a row here means that it fails: SELECT 1 FROM public.s WHERE last_value NOT BETWEEN 10 AND 1000 LIMIT 1
ALTER SEQUENCE public.s NO MAXVALUE;

-- 2. alter sequence public.s: safe
--    locks public.s (ROW EXCLUSIVE)
SELECT pg_catalog.setval('public.s', 10, false) FROM public.s WHERE last_value < 10;

-- 3. alter sequence public.s: breaking
--    fails on a position of public.s outside of its new bounds
--    breaks writers: public.s runs out sooner
--    breaks writers: public.s counts in other steps
--    breaks writers: public.s gives numbers out again
--    locks public.s (SHARE ROW EXCLUSIVE)
--    rewrites public.s
--    a row here means that it fails: SELECT 1 FROM public.s WHERE last_value NOT BETWEEN 10 AND 1000 LIMIT 1
ALTER SEQUENCE public.s AS integer INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 10;

-- 4. alter sequence public.s: breaking
--    fails on a position of public.s outside of its new bounds
--    breaks writers: public.s runs out sooner
--    breaks writers: public.s counts in other steps
--    breaks writers: public.s gives numbers out again
--    locks public.s (SHARE ROW EXCLUSIVE)
--    rewrites public.s
--    a row here means that it fails: SELECT 1 FROM public.s WHERE last_value NOT BETWEEN 10 AND 1000 LIMIT 1
ALTER SEQUENCE public.s CYCLE;

COMMIT;
