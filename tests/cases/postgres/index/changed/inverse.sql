-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

-- 1. drop index public.book_price: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    locks public.book_price (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.book_price;

-- 2. create index public.book_price: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    builds public.book_price
CREATE INDEX CONCURRENTLY book_price ON public.book (price);
