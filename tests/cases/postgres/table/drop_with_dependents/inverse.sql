-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create table public.loan: safe
--    locks public.book (SHARE ROW EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.loan LIMIT 1
CREATE TABLE public.loan (
  book_id integer,
  CONSTRAINT loan_book_id_fkey FOREIGN KEY (book_id) REFERENCES public.book (id)
);

-- 2. create view public.lent: safe
--    locks public.book (ACCESS SHARE)
CREATE VIEW public.lent AS
SELECT b.title FROM public.book b JOIN public.loan l ON l.book_id = b.id;

COMMIT;
