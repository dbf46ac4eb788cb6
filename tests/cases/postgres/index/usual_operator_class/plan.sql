-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

-- 1. drop index public.by_pattern: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    locks public.by_pattern (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.by_pattern;

-- 2. create index public.by_pattern: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    builds public.by_pattern
CREATE INDEX CONCURRENTLY by_pattern ON public.book (title varchar_pattern_ops);
