-- from from.sql to to.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. alter column public.t.a: safe
--    note: the sequence of public.t.a gets another name
--    locks public.t_a_seq (ACCESS EXCLUSIVE)
ALTER SEQUENCE public.t_a_seq RENAME TO counter;

-- 2. alter column public.t.a: safe
--    locks public.t_a_seq (ROW EXCLUSIVE)
SELECT pg_catalog.setval('public.counter', 10, false) FROM public.counter WHERE last_value < 10;

-- 3. alter column public.t.a: breaking
--    breaks writers: values given for public.t.a are refused
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_a_seq (SHARE ROW EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET GENERATED ALWAYS SET MINVALUE 10 SET START WITH 10;

COMMIT;
