-- from to.sql to from.sql, for postgres 15
-- 4 steps: 3 breaking, 1 safe

BEGIN;

-- 1. drop view public.calls: breaking
--    breaks readers and writers: view public.calls is gone
--    locks public.calls (ACCESS EXCLUSIVE)
DROP VIEW public.calls;

-- 2. drop function public."f(x)"(integer): breaking
--    breaks readers and writers: function public."f(x)"(integer) is gone
DROP FUNCTION public."f(x)"(integer);

-- 3. drop view public."seen (thing)": safe
--    locks public."seen (thing)" (ACCESS EXCLUSIVE)
DROP VIEW public."seen (thing)";

-- 4. create view public."seen (thing)": breaking
--    breaks readers and writers: column twice of public."seen (thing)" is gone
--    note: the query of public."seen (thing)" is another: which rows it gives cannot be told from here
--    locks public."odd (thing)" (ACCESS SHARE)
CREATE VIEW public."seen (thing)" AS
SELECT id FROM public."odd (thing)";

COMMIT;
