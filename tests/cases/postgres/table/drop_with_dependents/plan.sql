-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. drop view public.lent: breaking
--    breaks readers and writers: view public.lent is gone
--    locks public.lent (ACCESS EXCLUSIVE)
DROP VIEW public.lent;

-- 2. drop table public.loan: breaking
--    loses the rows of public.loan
--    breaks readers and writers: table public.loan is gone
--    locks public.loan (ACCESS EXCLUSIVE)
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.loan
DROP TABLE public.loan;

COMMIT;
