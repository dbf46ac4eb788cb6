-- from to.sql to from.sql, for sqlite 3.40
-- 5 steps: 2 breaking, 3 safe

BEGIN IMMEDIATE;

-- 1. drop view long_titles: safe
--    locks the database (RESERVED)
DROP VIEW long_titles;

-- 2. drop view titles: safe
--    locks the database (RESERVED)
DROP VIEW titles;

-- 3. rename column book.ttl: breaking
--    breaks readers and writers: column title of book is now ttl
--    locks the database (RESERVED)
ALTER TABLE book RENAME COLUMN title TO ttl;

-- 4. create view titles: safe
--    locks the database (RESERVED)
CREATE VIEW titles AS SELECT ttl FROM book;

-- 5. create view long_titles: breaking
--    breaks readers and writers: the columns of long_titles could not be told
--    locks the database (RESERVED)
CREATE VIEW long_titles AS SELECT ttl FROM titles WHERE length(ttl) > 9;

COMMIT;
