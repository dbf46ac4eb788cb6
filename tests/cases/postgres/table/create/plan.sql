-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create table public.loan: safe
--    locks public.book (SHARE ROW EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.loan LIMIT 1
CREATE TABLE public.loan (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  book_id integer NOT NULL,
  until date DEFAULT CURRENT_DATE + 14,
  CONSTRAINT loan_pkey PRIMARY KEY (id),
  CONSTRAINT loan_book_id_fkey FOREIGN KEY (book_id) REFERENCES public.book (id)
);

-- 2. alter table public.loan: safe
COMMENT ON TABLE public.loan IS 'Who has it';

COMMIT;
