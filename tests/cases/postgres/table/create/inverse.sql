-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop table public.loan: breaking
--    loses the rows of public.loan
--    breaks readers and writers: table public.loan is gone
--    locks public.loan (ACCESS EXCLUSIVE)
--    locks public.loan_pkey (ACCESS EXCLUSIVE)
--    locks public.loan_id_seq (ACCESS EXCLUSIVE)
--    locks public.book (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.loan
DROP TABLE public.loan;

COMMIT;
