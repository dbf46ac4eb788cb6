-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

-- 1. create index public.book_title: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    builds public.book_title
CREATE INDEX CONCURRENTLY book_title ON public.book ((lower(title)) text_pattern_ops) INCLUDE (price) WHERE price IS NOT NULL;
