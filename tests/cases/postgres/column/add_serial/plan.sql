-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create sequence public.book_id_seq: safe
CREATE SEQUENCE public.book_id_seq;

-- 2. create column public.book.id: safe
--    note: readers and writers of public.book wait while it is written anew (its size is not known)
--    locks public.book (ACCESS EXCLUSIVE)
--    rewrites public.book
--    reads all of public.book
--    undo: conditional: what is written to public.book.id meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.book LIMIT 1
ALTER TABLE public.book ADD COLUMN id bigint DEFAULT nextval('public.book_id_seq'::regclass) NOT NULL;

-- 3. alter sequence public.book_id_seq: safe
--    locks public.book (ACCESS SHARE)
ALTER SEQUENCE public.book_id_seq OWNED BY public.book.id;

COMMIT;
