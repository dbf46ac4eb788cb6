-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter table public.book: safe
--    note: readers and writers of public.book wait while it is written anew (its size is not known)
--    locks public.book (ACCESS EXCLUSIVE)
--    locks public.book_pkey (ACCESS EXCLUSIVE)
--    rewrites public.book
--    reads all of public.book
--    builds public.book_pkey
ALTER TABLE public.book SET LOGGED;

COMMIT;
