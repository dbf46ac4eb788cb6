-- from from.sql to to.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop view public."seen (thing)": safe
--    locks public."seen (thing)" (ACCESS EXCLUSIVE)
DROP VIEW public."seen (thing)";

-- 2. create view public."seen (thing)": breaking
--    breaks readers and writers: column id of public."seen (thing)" is gone
--    note: the query of public."seen (thing)" is another: which rows it gives cannot be told from here
--    locks public."odd (thing)" (ACCESS SHARE)
CREATE VIEW public."seen (thing)" AS
SELECT id::integer * 2 AS twice FROM public."odd (thing)";

-- 3. create function public."f(x)"(integer): safe
CREATE FUNCTION public."f(x)"(a integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT a$$;

-- 4. create view public.calls: safe
CREATE VIEW public.calls AS
SELECT public."f(x)"(1) AS one;

COMMIT;
