-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

-- 1. drop index public.book_title: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    locks public.book_title (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.book_title;
