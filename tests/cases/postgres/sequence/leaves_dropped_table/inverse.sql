-- from to.sql to from.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. create table public.ticket: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.ticket LIMIT 1
CREATE TABLE public.ticket (
  id integer NOT NULL
);

-- 2. alter sequence public.numbers: safe
--    locks public.numbers (SHARE ROW EXCLUSIVE)
ALTER SEQUENCE public.numbers OWNED BY public.ticket.id;

-- 3. create column public.bill.id: breaking
--    fails on any row of public.bill: it has no value for id
--    breaks writers: column public.bill.id must be given a value
--    locks public.bill (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.bill LIMIT 1
--    undo: conditional: what is written to public.bill.id meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.bill WHERE id IS NOT NULL LIMIT 1
ALTER TABLE public.bill ADD COLUMN id integer NOT NULL;

-- 4. alter sequence public.bills: safe
--    locks public.bills (SHARE ROW EXCLUSIVE)
--    locks public.bill (ACCESS SHARE)
ALTER SEQUENCE public.bills OWNED BY public.bill.id;

COMMIT;
