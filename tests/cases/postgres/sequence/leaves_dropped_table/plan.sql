-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. alter sequence public.bills: safe
--    locks public.bills (SHARE ROW EXCLUSIVE)
ALTER SEQUENCE public.bills OWNED BY NONE;

-- 2. drop column public.bill.id: breaking
--    loses the values of public.bill.id
--    breaks readers and writers: column public.bill.id is gone
--    locks public.bill (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.bill.id
ALTER TABLE public.bill DROP COLUMN id;

-- 3. alter sequence public.numbers: safe
--    locks public.numbers (SHARE ROW EXCLUSIVE)
ALTER SEQUENCE public.numbers OWNED BY NONE;

-- 4. drop table public.ticket: breaking
--    loses the rows of public.ticket
--    breaks readers and writers: table public.ticket is gone
--    locks public.ticket (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.ticket
DROP TABLE public.ticket;

COMMIT;
