-- from from.sql to to.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. rename column book.title: breaking
--    breaks readers and writers: column ttl of book is now title
--    locks the database (RESERVED)
ALTER TABLE book RENAME COLUMN ttl TO title;

COMMIT;
